"""How much may be sent to each address: a page is megabytes, everything else a few words."""

from flask import Flask, current_app, request

PAGES = "/api/v1/pages"
FEW_WORDS = 16 * 1024


def most_bytes(path: str, page: int) -> int:
    """The longest body that `path` takes, where a page may have `page` bytes."""
    return page if path == PAGES else FEW_WORDS


def register(app: Flask) -> None:
    """Let `app` refuse by the announced length what is longer."""
    app.before_request(_limit)


def _limit() -> None:
    page: int = current_app.config["MAX_CONTENT_LENGTH"]
    request.max_content_length = most_bytes(request.path, page)

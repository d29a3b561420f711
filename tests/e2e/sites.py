"""Foreign sites of a test."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication


def site_of(html: str) -> "WSGIApplication":
    """A site that has one page, whatever its address."""
    headers = [("Content-Type", "text/html; charset=utf-8")]

    def site(_environ: object, start_response: object) -> list[bytes]:
        assert callable(start_response)
        start_response("200 OK", headers)
        return [html.encode()]

    return site

"""What every answer of the helper tells the browser about how to treat it."""

from flask import Flask, Response, request

from sverka.errors import ErrorCode
from sverka.web.errors import STATUS
from sverka.web.guard import is_ui

_EVERY_ANSWER = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_OWN_PAGES = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def register(app: Flask) -> None:
    """Let `app` send these headers with every answer but a refusal, which stays bare."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    if response.status_code != STATUS[ErrorCode.REFUSED]:
        response.headers.update(_EVERY_ANSWER | (_OWN_PAGES if is_ui(request.path) else {}))
    return response

"""Every fault of the HTTP door in the one JSON shape, and refusals with nothing at all."""

import logging
import traceback

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from sverka.errors import ErrorCode, SverkaError
from sverka.pairing.codes import TooManyTriesError, WrongCodeError
from sverka.web.guard import is_ui

STATUS = {
    ErrorCode.BAD_REQUEST: 400,
    ErrorCode.NOT_PAIRED: 401,
    ErrorCode.REFUSED: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.CONFLICT: 409,
    ErrorCode.TOO_LARGE: 413,
    ErrorCode.UNREADABLE_PAGE: 422,
    ErrorCode.VERSION: 426,
    ErrorCode.TOO_MANY: 429,
    ErrorCode.INTERNAL: 500,
}

_log = logging.getLogger(__name__)


class RefusedError(Exception):
    """The sender may not do this; it is answered as the guard answers, without a word."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def register(app: Flask) -> None:
    """Let `app` answer every exception by this module."""
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(TooManyTriesError, _too_many)
    app.register_error_handler(WrongCodeError, _wrong_code)
    app.register_error_handler(SverkaError, _told)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _internal)


def _refused(problem: RefusedError) -> Response:
    _log.info("refused: %s", problem.rule)
    response = Response(status=STATUS[ErrorCode.REFUSED])
    response.headers.clear()
    return response


def _told(problem: SverkaError) -> Response:
    response = _page(problem) if _asks_for_page() else jsonify(problem.as_json())
    response.status_code = STATUS[problem.code]
    return response


def _asks_for_page() -> bool:
    return is_ui(request.path) and request.method == "GET"


def _page(problem: SverkaError) -> Response:
    return Response(render_template("problem.html", problem=problem))


def _too_many(problem: TooManyTriesError) -> Response:
    response = _told(problem)
    response.headers["Retry-After"] = str(problem.wait_seconds)
    return response


def _wrong_code(problem: WrongCodeError) -> Response:
    """The number stands in a header, because the extension quotes nobody who is not proven."""
    response = _told(problem)
    response.headers["X-Sverka-Tries-Left"] = str(problem.tries_left)
    return response


def _http(problem: HTTPException) -> Response:
    if _asks_for_page():
        return _told(SverkaError(ErrorCode.NOT_FOUND, "unknown-page"))
    if problem.code == STATUS[ErrorCode.NOT_FOUND]:
        return _told(SverkaError(ErrorCode.NOT_FOUND, "unknown-address"))
    if problem.code == STATUS[ErrorCode.TOO_LARGE]:
        return _told(SverkaError(ErrorCode.TOO_LARGE, "request-too-large"))
    return _told(SverkaError(ErrorCode.BAD_REQUEST, "request-malformed"))


def _internal(problem: Exception) -> Response:
    """Log what kind of fault and where; its message may quote a page, so it is left out."""
    place = traceback.extract_tb(problem.__traceback__)[-1]
    _log.error("internal: %s at %s:%s", type(problem).__name__, place.filename, place.lineno)
    return _told(SverkaError(ErrorCode.INTERNAL, "internal"))

"""A program that holds the helper's port and speaks its greeting without being the helper."""

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from tests.loopback import serving

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

Greeting = dict[str, Any]
HELLO = "/api/v1/hello"


def squatting(port: int, greet: Callable[[bytes], Greeting]) -> AbstractContextManager[int]:
    """Answer greetings on `port` by `greet`, and everything else with success."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        asked = environ["wsgi.input"].read()
        told = greet(asked) if environ["PATH_INFO"] == HELLO else {}
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(told).encode()]

    return serving(answer, port)

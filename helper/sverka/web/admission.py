"""Whether a request's body is worth keeping: decided by its headers, before any of it is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.datastructures import Authorization

from sverka.errors import SverkaError
from sverka.web.doors import holder_of_token
from sverka.web.errors import RefusedError
from sverka.web.guard import Knock, refusal
from sverka.web.limits import PAGES, most_bytes
from sverka.web.services import Services, services_of

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

Admits = Callable[["WSGIEnvironment", int], bool]


def admission(app: Flask) -> Admits:
    """Tells of a request to `app` whether to keep its body of so many bytes.

    What is not kept reaches the application empty, and it is the application that refuses.
    """
    services = services_of(app)
    page: int = app.config["MAX_CONTENT_LENGTH"]

    def admits(environ: "WSGIEnvironment", length: int) -> bool:
        path = environ["PATH_INFO"]
        if length > most_bytes(path, page) or refusal(Knock.of(environ, services.port)):
            return False
        return path != PAGES or _may_send_page(services, environ)

    return admits


def _may_send_page(services: Services, environ: "WSGIEnvironment") -> bool:
    shown = Authorization.from_header(environ.get("HTTP_AUTHORIZATION"))
    try:
        client = holder_of_token(services, shown, environ.get("HTTP_ORIGIN"))
    except (SverkaError, RefusedError):
        return False
    return services.nonces.arrive(client.id, environ.get("HTTP_X_SVERKA_NONCE", ""))

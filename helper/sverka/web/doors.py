"""Behind which door each route stands; a route that names none is refused."""

import hmac
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar, cast

from flask import Flask, current_app, g, request
from werkzeug.datastructures import Authorization

from sverka.errors import ErrorCode, SverkaError
from sverka.pairing.clients import Client
from sverka.pairing.sessions import Session
from sverka.web.errors import RefusedError
from sverka.web.guard import is_ui
from sverka.web.services import Services, services_of

View = TypeVar("View", bound=Callable[..., object])


class Door(StrEnum):
    """What a request must show besides passing the guard."""

    GUARD = "guard"
    PAIRED = "paired"
    VISIT = "visit"


_doors: dict[Callable[..., object], Door] = {}


def behind(door: Door) -> Callable[[View], View]:
    """Put a view behind `door`."""

    def declare(view: View) -> View:
        _doors[view] = door
        return view

    return declare


def door_of(app: Flask, endpoint: str) -> Door | None:
    """The door that the view of `endpoint` declared."""
    return _doors.get(app.view_functions[endpoint])


def register(app: Flask) -> None:
    """Let nobody reach a view of `app` but through its door."""
    app.before_request(_check)


def cookie_name(port: int) -> str:
    """Cookies do not tell ports apart, so the name does."""
    return f"sverka_{port}"


def paired_client() -> Client:
    """The browser that asks, behind the door `PAIRED`."""
    return cast(Client, g.client)


def session() -> Session:
    """The operator's visit, behind the door `VISIT`."""
    return cast(Session, g.session)


def _check() -> None:
    services = services_of(current_app)
    match _door_of_request():
        case Door.GUARD:
            pass
        case Door.PAIRED:
            g.client = holder_of_token(services, request.authorization, request.origin)
        case Door.VISIT:
            g.session = _holder_of_cookie(services)
        case None:
            raise RefusedError("no-door")


def _door_of_request() -> Door | None:
    if request.endpoint is not None:
        return door_of(current_app, request.endpoint)
    # Without a visit nobody learns which pages there are.
    return Door.VISIT if is_ui(request.path) else Door.GUARD


def holder_of_token(services: Services, shown: Authorization | None, origin: str | None) -> Client:
    """The browser that shows its token, from the origin it was paired with.

    Raises `SverkaError` (`not-paired`) for an unknown token, `RefusedError` for another origin.
    """
    token = shown.token if shown and shown.type == "bearer" else None
    client = services.clients.holder(token) if token else None
    if client is None:
        raise SverkaError(ErrorCode.NOT_PAIRED, "not-paired")
    if client.origin != origin:
        raise RefusedError("client-origin")
    return client


def _holder_of_cookie(services: Services) -> Session:
    """The visit whose cookie is shown; what changes something must also name its secret."""
    found = services.sessions.find(request.cookies.get(cookie_name(services.port), ""))
    if found is None:
        raise RefusedError("cookie")
    if request.method == "POST":
        named = request.headers.get("X-Sverka-Csrf", "")
        if not hmac.compare_digest(named.encode(), found.csrf.encode()):
            raise RefusedError("csrf")
    return found

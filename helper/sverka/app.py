"""The composition root: one data directory and one port make one application."""

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from flask import Flask

from sverka.datadir import DataDir
from sverka.settings import Settings
from sverka.steady import steady_seconds
from sverka.web import api, doors, errors, headers, ledger_api, limits
from sverka.web.guard import Guard
from sverka.web.services import Services, provide
from sverka.web.ui import views

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_BYTES_IN_MB = 1024 * 1024


class _GuardedFlask(Flask):
    """Flask that nobody reaches but through the guard, its own test client included."""

    def __init__(self, port: int) -> None:
        super().__init__("sverka", static_folder=None, template_folder=None)
        self._guard = Guard(super().wsgi_app, port)

    def wsgi_app(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        return self._guard(environ, start_response)


def create_app(
    data_dir: DataDir,
    settings: Settings,
    port: int,
    now: Callable[[], float] = time.time,
    steady: Callable[[], float] = steady_seconds,
) -> Flask:
    """The application that answers on 127.0.0.1:`port`.

    `now` tells the time, `steady` how much of it has passed.
    """
    app = _GuardedFlask(port)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_page_mb * _BYTES_IN_MB
    app.config["TRUSTED_HOSTS"] = ["127.0.0.1"]
    provide(app, Services.of(data_dir, settings, port, now, steady))
    for room in (errors, headers, limits, doors):
        room.register(app)
    app.register_blueprint(api.blueprint)
    app.register_blueprint(ledger_api.blueprint)
    app.register_blueprint(views.blueprint)
    return app

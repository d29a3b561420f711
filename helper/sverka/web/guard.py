"""The outermost door: turns away whatever is not the extension or the operator, before any routing.

Any page the operator visits can send requests to 127.0.0.1. Every rule below stands for one way of
doing so. Under `/ui` lie the pages that the operator opens; every other path, known or not, is the
extension's.
"""

import logging
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from sverka.pairing.extension_id import EXTENSION_ID

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_CHROMIUM_ORIGIN = f"chrome-extension://{EXTENSION_ID}"
# Firefox gives every installation of an extension a UUID of its own.
_FIREFOX_ORIGIN = re.compile(r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_log = logging.getLogger(__name__)


class Knock(Struct, frozen=True):
    """What the rules look at; a header that was not sent is the empty string."""

    port: int
    path: str
    method: str
    host: str
    fetch_site: str
    origin: str
    content_type: str
    marker: str

    @classmethod
    def of(cls, environ: "WSGIEnvironment", port: int) -> "Knock":
        return cls(
            port=port,
            path=environ["PATH_INFO"],
            method=environ["REQUEST_METHOD"],
            host=environ.get("HTTP_HOST", ""),
            fetch_site=environ.get("HTTP_SEC_FETCH_SITE", ""),
            origin=environ.get("HTTP_ORIGIN", ""),
            content_type=environ.get("CONTENT_TYPE", ""),
            marker=environ.get("HTTP_X_SVERKA", ""),
        )

    @property
    def only_reads(self) -> bool:
        return self.method in ("GET", "HEAD")

    @property
    def own_origin(self) -> str:
        """The origin of the helper's own pages."""
        return f"http://127.0.0.1:{self.port}"


class Rule(Struct, frozen=True):
    """One condition of entry; its name is what the log says when it is broken."""

    name: str
    holds: Callable[[Knock], bool]


def _is_firefox(knock: Knock) -> bool:
    return _FIREFOX_ORIGIN.fullmatch(knock.origin) is not None


def _fetch_site_fits(knock: Knock) -> bool:
    """Chromium's service worker says `none`, Firefox's extension pages `same-origin`."""
    return knock.fetch_site in ("", "none") or (
        knock.fetch_site == "same-origin" and _is_firefox(knock)
    )


def _is_json(knock: Knock) -> bool:
    return knock.content_type.partition(";")[0].strip().lower() == "application/json"


EVERYWHERE = (
    # A rebound domain name resolves to 127.0.0.1 but cannot change the Host header.
    Rule("host", lambda knock: knock.host == f"127.0.0.1:{knock.port}"),
    # No preflight ever succeeds, so no page may send what needs one.
    Rule("options", lambda knock: knock.method != "OPTIONS"),
)

API = (
    Rule("fetch-site", _fetch_site_fits),
    # A GET of the worker carries no Origin, so nothing here is reached by GET.
    Rule("post-only", lambda knock: knock.method == "POST"),
    Rule("origin", lambda knock: knock.origin == _CHROMIUM_ORIGIN or _is_firefox(knock)),
    # A page can send a form's content types without preflight, but not this one and this header.
    Rule("content-type", _is_json),
    Rule("marker", lambda knock: knock.marker == "1"),
)

UI = (
    # The cookie alone stops nobody: to a browser every port of 127.0.0.1 is the same site.
    Rule("ui-fetch-site", lambda knock: knock.fetch_site in ("", "none", "same-origin")),
    Rule("ui-method", lambda knock: knock.only_reads or knock.method == "POST"),
    # A page is opened without an Origin; whoever names one must be our own page.
    Rule(
        "ui-origin",
        lambda knock: knock.origin == knock.own_origin or (knock.only_reads and not knock.origin),
    ),
    Rule("ui-content-type", lambda knock: knock.only_reads or _is_json(knock)),
    Rule("ui-marker", lambda knock: knock.only_reads or knock.marker == "1"),
)

RULES = (*EVERYWHERE, *API, *UI)


def refusal(knock: Knock) -> str | None:
    """The name of the first rule that `knock` breaks, or None if it may come in."""
    rules = (*EVERYWHERE, *(UI if is_ui(knock.path) else API))
    return next((rule.name for rule in rules if not rule.holds(knock)), None)


def is_ui(path: str) -> bool:
    """Whether `path` belongs to the helper's own pages."""
    return path == "/ui" or path.startswith("/ui/")


class Guard:
    """WSGI middleware that answers a refused request with a bare 403."""

    def __init__(self, inner: "WSGIApplication", port: int) -> None:
        self._inner = inner
        self._port = port

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        broken = refusal(Knock.of(environ, self._port))
        if broken is None:
            return self._inner(environ, start_response)
        _log.info("refused: %s", broken)
        start_response("403 Forbidden", [("Content-Length", "0")])
        return []

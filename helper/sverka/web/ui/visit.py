"""How a visit begins, and the files that its pages are made of."""

from pathlib import Path

from flask import Response, current_app, request, send_from_directory, url_for

from sverka.web.doors import Door, behind, cookie_name
from sverka.web.errors import RefusedError
from sverka.web.services import services_of
from sverka.web.ui.blueprint import blueprint

_STATIC = Path(__file__).parent / "static"


@blueprint.get("/enter")
@behind(Door.GUARD)
def enter() -> Response:
    """Take a ticket and begin a visit."""
    services = services_of(current_app)
    if not services.tickets.redeem(request.args.get("ticket", "")):
        raise RefusedError("ticket")
    answer = Response(status=303, headers={"Location": url_for("ui.worklist")})
    answer.set_cookie(
        cookie_name(services.port),
        services.sessions.open(),
        path=blueprint.url_prefix,
        httponly=True,
        samesite="Strict",
    )
    return answer


@blueprint.get("/static/<path:name>")
@behind(Door.VISIT)
def static(name: str) -> Response:
    """The pages' styles and scripts."""
    return send_from_directory(_STATIC, name)

"""The helper's own pages: the state of things by GET, actions by POST from a page's script."""

from pathlib import Path

from flask import (
    Blueprint,
    Response,
    current_app,
    render_template,
    request,
    send_from_directory,
    url_for,
)

from sverka import __version__
from sverka.errors import ErrorCode, SverkaError
from sverka.pairing.clients import local_text
from sverka.pairing.codes import CodeFor
from sverka.texts import text
from sverka.web.doors import Door, behind, cookie_name, session
from sverka.web.errors import RefusedError
from sverka.web.services import services_of

_STATIC = Path(__file__).parent / "static"

blueprint = Blueprint(
    "ui", __name__, url_prefix="/ui", template_folder="templates", static_folder=None
)


blueprint.add_app_template_filter(local_text, "moment")


@blueprint.app_context_processor
def _for_templates() -> dict[str, object]:
    return {"text": text, "session": session}


@blueprint.get("/enter")
@behind(Door.GUARD)
def enter() -> Response:
    """Take a ticket and begin a visit."""
    services = services_of(current_app)
    if not services.tickets.redeem(request.args.get("ticket", "")):
        raise RefusedError("ticket")
    answer = Response(status=303, headers={"Location": url_for("ui.state")})
    answer.set_cookie(
        cookie_name(services.port),
        services.sessions.open(),
        path=blueprint.url_prefix,
        httponly=True,
        samesite="Strict",
    )
    return answer


@blueprint.get("/")
@behind(Door.VISIT)
def state() -> str:
    """What runs here, and which browsers are paired."""
    services = services_of(current_app)
    return render_template(
        "state.html",
        version=__version__,
        port=services.port,
        data_dir=services.data_dir.path,
        clients=services.clients.all(),
    )


@blueprint.post("/code")
@behind(Door.VISIT)
def code() -> dict[str, str]:
    """A pairing code, for the operator's eyes."""
    made = services_of(current_app).codes.make(CodeFor.OPERATOR)
    return {"code": made.code, "expires_at": made.expires_at.isoformat()}


@blueprint.post("/clients/<client>/revoke")
@behind(Door.VISIT)
def revoke(client: str) -> dict[str, str]:
    """Take back what pairing gave to one browser."""
    if not services_of(current_app).clients.revoke(client):
        raise SverkaError(ErrorCode.NOT_FOUND, "no-such-client", client=client)
    return {"revoked": client}


@blueprint.get("/static/<path:name>")
@behind(Door.VISIT)
def static(name: str) -> Response:
    """The pages' styles and scripts."""
    return send_from_directory(_STATIC, name)

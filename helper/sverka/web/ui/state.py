"""The page «Состояние»: what runs here, and which browsers are paired."""

from flask import current_app, render_template

from sverka import __version__
from sverka.errors import ErrorCode, SverkaError
from sverka.pairing.codes import CodeFor
from sverka.web.doors import Door, behind
from sverka.web.services import services_of
from sverka.web.ui.blueprint import blueprint


@blueprint.get("/state")
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

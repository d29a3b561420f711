"""What the extension asks for: a greeting with proof, pairing, the analysis of a page."""

from typing import cast

from flask import Blueprint, Response, current_app, request

from sverka import __version__
from sverka.contract import PageRequest
from sverka.errors import ErrorCode, SverkaError
from sverka.pipeline import analyse_page
from sverka.web.clients import Client
from sverka.web.errors import RefusedError
from sverka.web.proof import proof
from sverka.web.requests import HelloRequest, PairRequest, read_body
from sverka.web.services import SERVICES, Services

API_VERSION = 1

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.after_request
def _keep_nowhere(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/hello")
def hello() -> dict[str, object]:
    """Who answers here; to a paired browser also the proof that it is the same helper."""
    services = _services()
    asked = read_body(HelloRequest)
    answer: dict[str, object] = {
        "product": "sverka",
        "api": API_VERSION,
        "server_id": services.server_id,
        "version": __version__,
    }
    client = services.clients.find(asked.client) if asked.client else None
    if client and asked.nonce and client.origin == request.origin:
        services.nonces.remember(client.id, asked.nonce)
        answer["proof"] = proof(client, asked.nonce, services.server_id, services.port)
    return answer


@blueprint.post("/pair")
def pair() -> dict[str, str]:
    """Give a browser its token for the code that its operator typed."""
    services = _services()
    asked = read_body(PairRequest)
    services.codes.redeem(asked.code)
    client, token = services.clients.add(request.headers["Origin"], asked.label.strip())
    return {"token": token, "client": client.id, "server_id": services.server_id}


@blueprint.post("/pages")
def pages() -> Response:
    """The analysis of one page, for a paired browser that has just checked who we are."""
    services = _services()
    client = _paired_client(services)
    if not services.nonces.take(client.id, request.headers.get("X-Sverka-Nonce", "")):
        raise RefusedError("nonce")
    page = read_body(PageRequest)
    services.clients.note_use(client)
    analysis = analyse_page(page, secret=services.weak_key_secret, settings=services.settings)
    return Response(analysis.to_json(), mimetype="application/json")


def _paired_client(services: Services) -> Client:
    """The browser that shows its token, from the origin it was paired with."""
    shown = request.authorization
    token = shown.token if shown and shown.type == "bearer" else None
    client = services.clients.holder(token) if token else None
    if client is None:
        raise SverkaError(ErrorCode.NOT_PAIRED, "not-paired")
    if client.origin != request.origin:
        raise RefusedError("client-origin")
    return client


def _services() -> Services:
    return cast(Services, current_app.extensions[SERVICES])

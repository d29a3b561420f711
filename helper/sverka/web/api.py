"""What the extension asks for: a greeting with proof, pairing, the analysis of a page, a ticket."""

import logging

from flask import Blueprint, Response, after_this_request, current_app, request

from sverka import __version__
from sverka.contract import PageRequest
from sverka.ledger.memory import PageMemory
from sverka.ledger.people_memory import PeopleMemory
from sverka.pairing.clients import Client
from sverka.pairing.proof import proof
from sverka.pipeline import analyse_page
from sverka.web.doors import Door, behind, paired_client
from sverka.web.errors import RefusedError
from sverka.web.requests import HelloRequest, NoFields, PairRequest, read_body
from sverka.web.services import services_of

API_VERSION = 1
# Where a request keeps what its answer was made of: it is let go when the answer is sent.
_LEFTOVERS = "sverka.leftovers"

_log = logging.getLogger(__name__)

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.post("/hello")
@behind(Door.GUARD)
def hello() -> dict[str, object]:
    """Who answers here; to a paired browser also the proof that it is the same helper."""
    services = services_of(current_app)
    asked = read_body(HelloRequest)
    answer: dict[str, object] = {
        "product": "sverka",
        "api": API_VERSION,
        "server_id": services.server_id,
        "version": __version__,
    }
    client = services.clients.find(asked.client) if asked.client else None
    if (
        client
        and asked.nonce
        and client.origin == request.origin
        and services.nonces.remember(client.id, asked.nonce)
    ):
        answer["proof"] = proof(client, asked.nonce, services.server_id, services.port)
    return answer


@blueprint.post("/pair")
@behind(Door.GUARD)
def pair() -> dict[str, str]:
    """Give a browser its token for the code that its operator typed."""
    services = services_of(current_app)
    asked = read_body(PairRequest)
    services.codes.redeem(asked.code)
    client, token = services.clients.add(request.headers["Origin"], asked.label.strip())
    return {"token": token, "client": client.id, "server_id": services.server_id}


@blueprint.post("/pages")
@behind(Door.PAIRED)
def pages() -> Response:
    """The analysis of one page, for a paired browser that has just checked who we are."""
    services = services_of(current_app)
    client = paired_client()
    if not services.nonces.take(client.id, request.headers.get("X-Sverka-Nonce", "")):
        raise RefusedError("nonce")
    page = read_body(PageRequest)
    _note_use(client)
    keeper = services.ledger_keeper

    @after_this_request
    def tell(answer: Response) -> Response:
        # Telling takes as long as answering: it begins when the answer is on its way.
        answer.call_on_close(keeper.tell_what_arrived)
        return answer

    leftovers: list[object] = request.environ.setdefault(_LEFTOVERS, [])
    analysis = analyse_page(
        page,
        secret=services.weak_key_secret,
        settings=services.settings,
        memory=PageMemory(keeper, page, client.label, services.settings),
        seen=PeopleMemory(keeper, page, client.label),
        recent=services.recent,
        leftovers=leftovers,
    )
    leftovers.append(analysis)
    # In one piece, megabytes would be copied twice on their way out.
    return Response(list(analysis.json_pieces()), mimetype="application/json")


def _note_use(client: Client) -> None:
    """When a browser last came is for people to read: a full disk must not cost them the report."""
    try:
        services_of(current_app).clients.note_use(client)
    except OSError as problem:
        _log.warning("use not noted: %s", type(problem).__name__)


@blueprint.post("/ticket")
@behind(Door.PAIRED)
def ticket() -> dict[str, str]:
    """A ticket for `/ui/enter`, so that the extension can open the helper's own pages."""
    read_body(NoFields)
    return {"ticket": services_of(current_app).tickets.make()}

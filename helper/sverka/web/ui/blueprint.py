"""The blueprint of the helper's own pages, and what every template of theirs may use."""

from flask import Blueprint

from sverka.advice.words import advice_words, is_preliminary
from sverka.known import State
from sverka.ledger.vocabulary import Act
from sverka.ledger.wording import change_words, event_words, proof_words, state_words
from sverka.pairing.clients import local_text
from sverka.texts import text
from sverka.web.doors import session
from sverka.web.ui.wording import day_text, printed_value, reason_of, signed_text

blueprint = Blueprint(
    "ui", __name__, url_prefix="/ui", template_folder="templates", static_folder=None
)


blueprint.add_app_template_filter(local_text, "moment")
blueprint.add_app_template_filter(day_text, "day")
blueprint.add_app_template_filter(signed_text, "signed")

for _tell in (
    *(text, session, advice_words, is_preliminary),
    *(state_words, event_words, change_words, proof_words, reason_of, printed_value),
):
    blueprint.add_app_template_global(_tell)
blueprint.add_app_template_global(State, "State")
blueprint.add_app_template_global(Act, "Act")

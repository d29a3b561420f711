"""Which rules only annotate an account, by what its movement says."""

from collections.abc import Mapping
from datetime import date

from sverka.advice.rules.movement import d19_wrong_reason, d20_lost
from sverka.known import Past
from sverka.matching.groups import Group
from sverka.pages.vocabulary import MovementKind


def annotating(group: Group, past: Past, today: date) -> Mapping[str, tuple[str, ...]]:
    """The annotating rules by the accounts' keys."""
    histories = {
        account.key: past.histories[account.key]
        for account in group.accounts
        if account.key in past.histories
    }
    stays = (stay for account in group.accounts for stay in account.stays)
    enrolled = {stay.enrolled for stay in stays if stay.enrolled}
    for history in histories.values():
        came = (told for told in history if told.kind is MovementKind.ENROLMENT)
        enrolled |= {told.day for told in came if told.day}
    notes = {}
    for key, history in histories.items():
        wrong = ("D-19",) if d19_wrong_reason(history, enrolled) else ()
        lost = ("D-20",) if d20_lost(history, enrolled, today) else ()
        notes[key] = (*wrong, *lost)
    return notes

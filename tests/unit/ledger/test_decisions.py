"""What operators decide, and how it is taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import Delete, Update, delete, select, update

from sverka.contract import GroupInfo
from sverka.errors import ErrorCode, SverkaError
from sverka.known import State
from sverka.ledger.decisions import Decision
from sverka.ledger.journal import now
from sverka.ledger.tables import Entry, RecordedFate
from sverka.ledger.vocabulary import Act, Event, Fate
from tests.unit.ledger.seen import CLERK, NAMES, TERM, Desk, pair, report
from tests.unit.ledger.test_following import events, life, state_of

DECISIONS = [
    (Act.ASSIGN, {"organisation": "СОШ № 2"}, State.ASSIGNED),
    (Act.WORKED, {}, State.WORKED),
    (Act.IRREMOVABLE, {"reason": "long-overlap"}, State.IRREMOVABLE),
    (Act.NOT_DUPLICATE, {"reason": "twins"}, State.NOT_DUPLICATE),
]


@pytest.fixture
def group(desk: Desk) -> GroupInfo:
    return desk.open(report(pair(0), pair(1))).groups[0]


def again(desk: Desk) -> GroupInfo:
    return desk.open(report(pair(0), pair(1))).groups[0]


@pytest.mark.parametrize(("act", "told", "state"), DECISIONS)
def test_a_decision_leads_to_its_state(
    desk: Desk, group: GroupInfo, act: Act, told: dict[str, object], state: State
) -> None:
    assert desk.decide(group, act, **told).state is state
    assert state_of(desk, group) is state


@pytest.mark.parametrize(("act", "told", "_state"), DECISIONS)
def test_every_decision_can_be_taken_back(
    desk: Desk, group: GroupInfo, act: Act, told: dict[str, object], _state: State
) -> None:
    desk.decide(group, act, **told)
    back = desk.decide(again(desk), Act.UNDO)
    assert (back.state, back.undoable) == (State.FOUND, False)
    assert events(desk, group)[-1] is Event.UNDONE


def test_a_term_that_has_passed_is_refused(desk: Desk, group: GroupInfo) -> None:
    today = now().astimezone().date()
    with pytest.raises(SverkaError) as refused:
        desk.decide(group, Act.ASSIGN, organisation="СОШ № 2", due=today - timedelta(days=1))
    assert refused.value.reason == "decision-due-past"
    assert desk.decide(group, Act.ASSIGN, organisation="СОШ № 2", due=today).due == today


def test_decisions_are_taken_back_one_after_the_other(desk: Desk, group: GroupInfo) -> None:
    desk.decide(group, Act.ASSIGN, organisation="СОШ № 2", due=TERM)
    desk.decide(again(desk), Act.WORKED)
    first = desk.decide(again(desk), Act.UNDO)
    assert (first.state, first.organisation, first.due) == (
        State.ASSIGNED,
        "СОШ № 2",
        TERM,
    )
    assert desk.decide(again(desk), Act.UNDO).state is State.FOUND
    with pytest.raises(SverkaError) as refused:
        desk.decide(again(desk), Act.UNDO)
    assert refused.value.reason == "nothing-to-undo"


def test_the_page_is_told_who_decided_what(desk: Desk, group: GroupInfo) -> None:
    desk.decide(group, Act.ASSIGN, organisation="СОШ № 2", due=TERM, note="звонили")
    state = again(desk).state
    assert state is not None
    assert (state.by, state.organisation, state.due, state.note, state.undoable) == (
        CLERK.user,
        "СОШ № 2",
        TERM,
        "звонили",
        True,
    )


def test_the_organisation_is_remembered_when_the_work_is_done(desk: Desk, group: GroupInfo) -> None:
    desk.decide(group, Act.ASSIGN, organisation="СОШ № 2")
    assert desk.decide(again(desk), Act.WORKED).organisation == "СОШ № 2"


def test_who_looked_at_an_older_state_is_refused(desk: Desk, group: GroupInfo) -> None:
    desk.decide(group, Act.ASSIGN, organisation="СОШ № 2")
    with pytest.raises(SverkaError) as refused:
        desk.decide(group, Act.WORKED)
    assert (refused.value.code, refused.value.reason) == (ErrorCode.CONFLICT, "decision-outdated")
    assert state_of(desk, group) is State.ASSIGNED


@pytest.mark.parametrize(
    ("act", "told", "reason"),
    [
        (Act.ASSIGN, {}, "decision-without-organisation"),
        (Act.ASSIGN, {"organisation": "  "}, "decision-without-organisation"),
        (Act.IRREMOVABLE, {}, "decision-without-reason"),
        (Act.IRREMOVABLE, {"reason": "twins"}, "decision-without-reason"),
        (Act.NOT_DUPLICATE, {"reason": "long-overlap"}, "decision-without-reason"),
        (Act.NOT_DUPLICATE, {"reason": "other"}, "decision-without-note"),
        (Act.IRREMOVABLE, {"reason": "other", "note": " "}, "decision-without-note"),
        (Act.WORKED, {"kept": "elsewhere:s1"}, "decision-foreign-account"),
        (Act.WORKED, {"kept": "a:s1", "removed": ("a:s1",)}, "decision-kept-and-removed"),
        (Act.UNDO, {}, "nothing-to-undo"),
    ],
)
def test_an_incomplete_decision_is_refused_and_changes_nothing(
    desk: Desk, group: GroupInfo, act: Act, told: dict[str, object], reason: str
) -> None:
    with pytest.raises(SverkaError) as refused:
        desk.decide(group, act, **told)
    assert refused.value.reason == reason
    assert state_of(desk, group) is State.FOUND
    assert events(desk, group) == [Event.FOUND]


def test_nothing_is_decided_of_a_group_nobody_has_seen(desk: Desk) -> None:
    with pytest.raises(SverkaError) as refused:
        desk.ledger.decide(Decision(group="0" * 16, version=1, act=Act.WORKED), CLERK)
    assert refused.value.code is ErrorCode.NOT_FOUND


def test_a_resolved_group_is_only_changed_by_a_rerun(desk: Desk, group: GroupInfo) -> None:
    desk.open(report(pair(1)))
    decision = Decision(group=group.id, version=2, act=Act.WORKED)
    with pytest.raises(SverkaError) as refused:
        desk.ledger.decide(decision, CLERK)
    assert refused.value.reason == "decision-on-resolved"


def test_what_a_rerun_proved_cannot_be_taken_back(desk: Desk, group: GroupInfo) -> None:
    desk.decide(group, Act.WORKED)
    desk.open(report(pair(1)))
    with pytest.raises(SverkaError) as refused:
        desk.ledger.decide(Decision(group=group.id, version=3, act=Act.UNDO), CLERK)
    assert refused.value.reason == "decision-on-resolved"


def fates(desk: Desk) -> dict[str, Fate]:
    with desk.ledger.settled() as session:
        found = session.scalars(select(RecordedFate)).all()
        return {fate.account_key.rpartition(":")[2]: fate.fate for fate in found}


def test_who_worked_a_group_removed_what_was_advised(desk: Desk, group: GroupInfo) -> None:
    desk.decide(group, Act.WORKED)
    assert fates(desk) == {"s1": Fate.KEPT, "s2": Fate.REMOVED}


def test_who_removed_another_account_says_so(desk: Desk, group: GroupInfo) -> None:
    first, second = (account.key for account in group.accounts)
    desk.decide(group, Act.WORKED, kept=second, removed=(first,))
    assert fates(desk) == {"s2": Fate.KEPT, "s1": Fate.REMOVED}


def test_who_names_only_the_account_that_stays_means_that_the_other_is_gone(
    desk: Desk, group: GroupInfo
) -> None:
    desk.decide(group, Act.WORKED, kept=group.accounts[1].key)
    assert fates(desk) == {"s2": Fate.KEPT, "s1": Fate.REMOVED}


def test_a_decision_on_a_group_that_has_grown_meanwhile_is_refused(
    desk: Desk, group: GroupInfo
) -> None:
    third = ("", NAMES[0], "s03", "07.05.2015", "СОШ № 3", "4в", "09.09.2025", "")
    desk.open(report((*pair(0), third), pair(1)))
    with pytest.raises(SverkaError) as refused:
        desk.decide(group, Act.NOT_DUPLICATE, reason="twins")
    assert refused.value.reason == "decision-outdated"


def test_the_life_of_a_group_tells_which_account_was_removed(desk: Desk, group: GroupInfo) -> None:
    desk.decide(group, Act.WORKED)
    told = life(desk, group).events[-1]
    assert (told.kept, told.removed) == (("s1",), ("s2",))


def test_the_journal_keeps_the_rule_its_version_and_the_advice(
    desk: Desk, group: GroupInfo
) -> None:
    desk.decide(group, Act.WORKED)
    with desk.ledger.settled() as session:
        line = session.scalars(select(Entry).where(Entry.event == Event.WORKED)).one()
        assert (line.user, line.client, line.rule) == (*CLERK_OF, "D-03")
        assert (line.advised, line.state_before) == ("delete", State.FOUND)
        assert line.rules_version
        assert line.person_key


CLERK_OF = (CLERK.user, CLERK.client)


@pytest.mark.parametrize("change", [update(Entry).values(user="another"), delete(Entry)])
def test_nothing_in_the_journal_can_be_changed_or_taken_out(
    desk: Desk, group: GroupInfo, change: Update | Delete
) -> None:
    desk.decide(group, Act.WORKED)
    written = events(desk, group)
    with pytest.raises(SverkaError), desk.ledger.database.writing() as session:
        session.execute(change)
    assert events(desk, group) == written

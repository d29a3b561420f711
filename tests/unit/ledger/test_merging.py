"""Two groups that a later report shows as one go on as one, and are nowhere told to be gone."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from sverka.contract import Analysis, GroupInfo
from sverka.errors import SverkaError
from sverka.known import Change, Proof, State
from sverka.ledger.actor import Actor
from sverka.ledger.concerned import Wanted
from sverka.ledger.purging import purge
from sverka.ledger.runs import difference
from sverka.ledger.tables import Group, GroupKey, Run
from sverka.ledger.view import GroupView, view_group
from sverka.ledger.vocabulary import Act, Event, PurgeOf
from sverka.ledger.worklist import WorkFilter, WorkPage, work_list
from tests.unit.ledger.seen import CLERK, NAMES, OCTOBER, TERM, Desk, called, pair, report

APART = report(pair(0), pair(1), pair(2))
TOGETHER = report(pair(0), called(0, pair(1)), pair(2))


def of(analysis: Analysis, name: str) -> GroupInfo:
    return next(group for group in analysis.groups if group.accounts[0].name == name)


def life(desk: Desk, group: GroupInfo) -> GroupView:
    with desk.ledger.settled() as session:
        return view_group(session, group.id, desk.settings, desk.ledger.secret)


def listed(desk: Desk) -> WorkPage:
    with desk.ledger.settled() as session:
        return work_list(session, WorkFilter())


def test_merged_groups_stand_in_the_work_list_as_one(desk: Desk) -> None:
    desk.open(APART)
    whole = of(desk.open(TOGETHER), NAMES[0])
    found = listed(desk)
    assert (found.total, found.counts[State.FOUND], found.counts[State.RESOLVED]) == (2, 2, 0)
    assert whole.id in [item.id for item in found.items]


def test_a_merged_group_is_neither_gone_nor_removed(desk: Desk) -> None:
    desk.open(APART)
    run = desk.open(TOGETHER).page.run
    assert run is not None
    assert (run.proof, run.stayed, run.gone) == (Proof.COMPARABLE, 2, 0)
    desk.open(TOGETHER.replace("05.09.2025", "06.09.2025"))
    assert listed(desk).counts[State.RESOLVED] == 0
    with desk.ledger.settled() as session:
        assert difference(session, 1, 2).groups[Change.GONE] == ()


def test_decisions_on_the_parts_are_told_with_the_whole_and_taken_anew(desk: Desk) -> None:
    before = desk.open(APART)
    desk.decide(of(before, NAMES[0]), Act.ASSIGN, organisation="СОШ № 1")
    desk.decide(of(before, NAMES[1]), Act.WORKED, note="Удалена")
    whole = of(desk.open(TOGETHER), NAMES[0])
    events = life(desk, whole).events
    assert [(line.event, line.part) for line in events] == [
        (Event.FOUND, False),
        (Event.FOUND, True),
        (Event.ASSIGNED, False),
        (Event.WORKED, True),
        (Event.MERGED, False),
    ]
    assert events[3].note == "Удалена"
    assert events[3].removed
    assert whole.state is not None
    assert whole.state.state is State.FOUND
    assert desk.decide(whole, Act.WORKED).state is State.WORKED


def test_the_address_of_a_part_leads_to_the_whole(desk: Desk) -> None:
    part = of(desk.open(APART), NAMES[1])
    whole = of(desk.open(TOGETHER), NAMES[0])
    assert life(desk, part).group == life(desk, whole).group
    with pytest.raises(SverkaError, match="изменилось"):
        desk.decide(part, Act.WORKED)


def test_groups_that_part_again_go_on_as_they_were(desk: Desk) -> None:
    part = of(desk.open(APART), NAMES[1])
    desk.decide(part, Act.ASSIGN, organisation="СОШ № 2")
    desk.open(TOGETHER)
    again = of(desk.open(APART.replace("05.09.2025", "06.09.2025")), NAMES[1])
    assert again.state is not None
    assert (again.state.state, again.state.organisation) == (State.ASSIGNED, "СОШ № 2")
    assert [line.event for line in life(desk, again).events] == [
        Event.FOUND,
        Event.ASSIGNED,
        Event.PARTED,
    ]
    assert listed(desk).total == 3


def test_a_part_of_what_was_removed_comes_back_as_such(desk: Desk) -> None:
    part = of(desk.open(APART), NAMES[1])
    desk.decide(part, Act.WORKED)
    desk.open(TOGETHER)
    desk.open(report(pair(2)))
    desk.open(report(pair(1), pair(2)))
    back = life(desk, part).group
    assert back is not None
    assert back.state is not None
    assert back.state.state is State.RETURNED


def test_a_part_is_not_purged_as_long_as_its_whole_is_seen(desk: Desk) -> None:
    part = of(desk.open(APART), NAMES[1])
    desk.decide(part, Act.ASSIGN, organisation="СОШ № 1", due=TERM)
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    with desk.ledger.database.writing() as session:
        session.execute(update(Run).values(seen_again_at=long_ago, received_at=long_ago))
    desk.open(TOGETHER)
    unseen = Wanted(PurgeOf.UNSEEN, before=datetime(2021, 1, 1, tzinfo=UTC))
    purge(desk.ledger, unseen, CLERK, lambda _share: None)
    with desk.ledger.settled() as session:
        purged = session.scalars(select(Group.key).where(Group.purged_at.is_not(None))).all()
    assert purged == []


def test_groups_merge_once_more_after_they_have_parted(desk: Desk) -> None:
    for html in (APART, TOGETHER, APART.replace("4а", "5а"), TOGETHER.replace("4а", "5а")):
        desk.open(html)
    assert listed(desk).total == 2


def test_the_id_of_a_group_is_always_among_those_it_had(desk: Desk) -> None:
    for html in (APART, TOGETHER, APART.replace("4а", "5а"), TOGETHER.replace("4а", "5а")):
        desk.open(html)
        with desk.ledger.settled() as session:
            ids = session.execute(select(Group.key, Group.id)).all()
            had = session.execute(select(GroupKey.key, GroupKey.group_id)).all()
        assert set(ids) <= set(had)


def test_a_group_that_has_an_account_back_takes_in_the_group_that_had_it_meanwhile(
    desk: Desk,
) -> None:
    whole = (*pair(0), called(0, pair(1))[0])
    desk.open(report(whole))
    desk.open(report(pair(0)))
    desk.open(report(pair(1), period=OCTOBER))
    assert listed(desk).total == 2
    desk.open(report(whole))
    assert listed(desk).total == 1


def test_a_report_of_another_period_merges_too(desk: Desk) -> None:
    desk.open(APART)
    desk.open(report(pair(0), called(0, pair(1)), period=OCTOBER))
    assert listed(desk).total == 2
    run = desk.open(TOGETHER).page.run
    assert run is not None
    assert (run.stayed, run.gone) == (2, 0)


def test_a_group_with_an_account_that_is_not_in_the_report_goes_on_by_itself(desk: Desk) -> None:
    desk.open(APART)
    part = (*pair(0), called(0, pair(1))[0])
    desk.open(report(part, pair(2), period=OCTOBER))
    assert listed(desk).total == 3
    desk.open(report(part, pair(2)))
    assert listed(desk).total == 2
    assert listed(desk).counts[State.RESOLVED] == 0


def test_what_was_no_duplicate_is_looked_at_again_once_it_is_merged(desk: Desk) -> None:
    before = desk.open(APART)
    desk.decide(of(before, NAMES[0]), Act.NOT_DUPLICATE, reason="twins")
    whole = of(desk.open(TOGETHER), NAMES[0])
    assert whole.state is not None
    assert (whole.state.state, whole.not_duplicate) == (State.FOUND, None)
    assert desk.decide(whole, Act.WORKED).state is State.WORKED


def test_what_was_removed_before_stays_removed(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(0)))
    desk.open(report((*pair(0), called(0, pair(1))[0])))
    assert listed(desk).counts[State.RESOLVED] == 1


def test_a_purge_of_one_person_takes_the_merged_groups_along(desk: Desk) -> None:
    desk.open(APART)
    desk.open(TOGETHER)
    wanted = Wanted(PurgeOf.PERSON, called="s01")
    purge(desk.ledger, wanted, Actor("clerk", None), lambda _done: None)
    with desk.ledger.settled() as session:
        left = session.scalars(select(GroupKey.group_id).distinct()).all()
        assert len(left) == 1
        purged = session.scalars(select(Group.id).where(Group.purged_at.is_not(None))).all()
        assert len(purged) == 2

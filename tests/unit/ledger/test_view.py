"""What is read back from the tables is what the page said."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from sverka.contract import SCHEMA, GroupInfo, PageRequest
from sverka.ledger.memory import PageMemory
from sverka.ledger.view import view_group
from sverka.pages.vocabulary import Source
from sverka.pipeline import analyse_page
from tests.stand.scenarios import Layout, Scenario, Variant, render_saved
from tests.unit.ledger.seen import ADDRESS, Desk, pair, report
from tests.unit.test_pipeline import WITHOUT_ENTRY, WITHOUT_IDS

SCENARIOS = [
    *(Scenario(layout=layout) for layout in Layout),
    Scenario(variant=Variant(WITHOUT_IDS)),
    Scenario(variant=Variant(WITHOUT_ENTRY)),
    Scenario(variant=Variant(in_two_parts=True)),
]


def as_advised(group: GroupInfo) -> GroupInfo:
    """The group without what only the ledger adds."""
    return replace(group, state=None, change=None)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_every_group_is_advised_from_the_tables_as_from_the_page(
    desk: Desk, scenario: Scenario
) -> None:
    request = PageRequest(
        schema=SCHEMA,
        url=ADDRESS,
        html=render_saved(scenario),
        captured_at=datetime(2025, 10, 1, 9, tzinfo=UTC),
        source=Source.CONTENT,
    )
    secret = desk.data_dir.weak_key_secret()
    memory = PageMemory(desk.keeper, request, "Chrome", desk.settings)
    seen = analyse_page(request, secret=secret, settings=desk.settings, memory=memory)
    assert seen.groups
    with desk.ledger.settled() as session:
        for group in seen.groups:
            view = view_group(session, group.id, desk.settings, secret)
            assert view.group is not None
            assert as_advised(view.group) == as_advised(group)
            assert set(view.rules) <= set(seen.rules)


def test_every_enrolment_is_told_with_the_day_to_which_it_is_counted(desk: Desk) -> None:
    (group,) = desk.open(report(pair(0))).groups
    with desk.ledger.settled() as session:
        view = view_group(session, group.id, desk.settings, desk.data_dir.weak_key_secret())
    told = [(stay.account_id, stay.enrolled, stay.departed) for stay in view.stays]
    assert told == [("s1", date(2024, 9, 2), None), ("s2", date(2025, 9, 5), None)]
    assert view.until == date(2025, 9, 30)
    assert view.overlaps == ()


def test_printed_periods_of_overlap_are_told(desk: Desk) -> None:
    scenario = Scenario(Layout.PERIODS, cases=("not_departed",))
    (group,) = desk.open(render_saved(scenario)).groups
    with desk.ledger.settled() as session:
        view = view_group(session, group.id, desk.settings, desk.data_dir.weak_key_secret())
    assert view.overlaps == ((date(2025, 9, 5), date(2025, 9, 30)),)

"""What is read back from the tables is what the page said."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sverka.contract import SCHEMA, GroupInfo, PageRequest
from sverka.ledger.memory import PageMemory
from sverka.ledger.view import view_group
from sverka.pages.vocabulary import Source
from sverka.pipeline import analyse_page
from tests.stand.scenarios import Layout, Scenario, Variant, render_saved
from tests.unit.ledger.seen import ADDRESS, Desk
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

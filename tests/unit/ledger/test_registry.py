"""What is decided of a report holds in the registry of clones, which is no report itself."""

from datetime import UTC, datetime

from sverka.advice.vocabulary import Advice
from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.ledger.memory import PageMemory
from sverka.ledger.vocabulary import Act
from sverka.pages.vocabulary import Source
from sverka.pipeline import analyse_page
from tests.unit.ledger.seen import NAMES, Desk, pair, report
from tests.unit.ledger.test_following import of
from tests.unit.pages.test_clones import clone, group


def shown_in_registry(desk: Desk, name: str) -> Analysis:
    """The registry on the first pair of the report, open in the same browser."""
    rows = (
        clone("01", "+ СОШ № 1", c1=name, c4=""),
        clone("02", "+ СОШ № 2", c1=name, c4=""),
    )
    request = PageRequest(
        schema=SCHEMA,
        url="https://sgo.example.test/app/em/clones",
        html=group(*rows),
        captured_at=datetime(2025, 10, 1, 10, tzinfo=UTC),
        source=Source.CONTENT,
    )
    return analyse_page(
        request,
        secret=desk.data_dir.weak_key_secret(),
        settings=desk.settings,
        memory=PageMemory(desk.keeper, request, "Chrome", desk.settings),
    )


def test_what_was_decided_of_a_report_holds_in_the_registry(desk: Desk) -> None:
    found = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    desk.decide(found, Act.NOT_DUPLICATE, reason="namesakes")
    (shown,) = shown_in_registry(desk, NAMES[0]).groups
    assert shown.id == found.id
    assert {account.advice for account in shown.accounts} == {Advice.NOT_DUPLICATE}
    assert shown.state is not None


def test_the_registry_is_not_kept_as_a_report(desk: Desk) -> None:
    (shown,) = shown_in_registry(desk, NAMES[0]).groups
    assert (shown.state, shown.change) == (None, None)
    assert shown_in_registry(desk, NAMES[0]).page.run is None
    assert of(desk.open(report(pair(0))), NAMES[0]).change == "new"

"""What was read of movement decides reports, lists and views, whichever came first."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from sverka.contract import AccountInfo, Analysis
from sverka.ledger.concerned import Wanted
from sverka.ledger.purging import purge
from sverka.ledger.tables import Account, Group, KeptHistory, KeptMovement, Member
from sverka.ledger.view import view_group
from sverka.ledger.vocabulary import PurgeOf
from sverka.ledger.worklist import WorkFilter, work_list
from sverka.pages.vocabulary import PageKind
from tests.stand.movement.render import render_saved_movement
from tests.stand.movement.world import REPORT, account_cards, movements
from tests.stand.scenarios import render_saved
from tests.stand.school.plot import CardVariant, Generation
from tests.stand.school.render import saved_cards
from tests.stand.truth import truth
from tests.unit.ledger.seen import CLERK, Desk, pair, report
from tests.unit.pages.page import row

#: What movement alone does not decide: the cards must have been seen, too.
NEEDS_CARDS = "parent_on_the_later"
ATTACHED = "attached_with_history"
ADVICE = ("D-19", "D-20")
LONG_AGO = timedelta(days=46)

Advised = dict[str, list[tuple[str, str]]]


def numbers_of(case: str) -> list[int]:
    return [line.number for line in movements()[case].family.lines]


def open_movement(desk: Desk, number: int) -> Analysis:
    """Open the movement of that account in the browser."""
    return desk.open(render_saved_movement(number))


def accounts(desk: Desk) -> dict[str | None, AccountInfo]:
    """The accounts of the report of all cases, as they are advised on now."""
    groups = desk.open(render_saved(REPORT)).groups
    return {account.account_id: account for group in groups for account in group.accounts}


def of_case(found: dict[str | None, AccountInfo], case: str) -> list[AccountInfo]:
    return [found[f"s{number}"] for number in numbers_of(case)]


def advised(told: Sequence[AccountInfo]) -> list[tuple[str, str]]:
    return [(account.advice.value, account.rules[0]) for account in told]


def test_report_is_decided_once_the_movement_of_every_account_was_opened(desk: Desk) -> None:
    before = accounts(desk)
    assert {key: (account.advice, account.rules[0]) for key, account in before.items()} == {
        item.account_id: (item.advice, item.rule) for item in truth(REPORT)
    }
    for number in (number for case in movements() for number in numbers_of(case)):
        answer = open_movement(desk, number)
        assert (answer.page.kind, answer.page.warnings) == (PageKind.MOVEMENT, ())
    after = accounts(desk)
    for case, movement in movements().items():
        told = of_case(after, case)
        if case != NEEDS_CARDS:
            assert advised(told) == [(t.advice.value, t.rule) for t in movement.truth], case
        assert [tuple(r for r in account.rules if r in ADVICE) for account in told] == list(
            movement.notes
        ), case


def test_removal_waits_while_the_only_link_to_the_parent_is_on_that_account(desk: Desk) -> None:
    people = account_cards()
    kept, removed = numbers_of(NEEDS_CARDS)
    for number in (kept, removed):
        open_movement(desk, number)
    decided = [("keep", "D-11"), ("delete", "D-11")]
    assert advised(of_case(accounts(desk), NEEDS_CARDS)) == decided
    for number in (removed, kept):
        desk.open(saved_cards([people[number]], people, Generation.READ_ONLY, CardVariant()))
        told = of_case(accounts(desk), NEEDS_CARDS)
        assert advised(told) == [("keep", "D-11"), ("undecided", "D-12")]
    assert "привязан только к ней" in told[1].why
    assert_lists_say(desk, told)


def test_movement_that_was_read_long_ago_removes_nothing(desk: Desk) -> None:
    for number in numbers_of(NEEDS_CARDS):
        open_movement(desk, number)
    with desk.ledger.database.writing() as session:
        session.execute(update(KeptHistory).values(read_at=datetime.now(UTC) - LONG_AGO))
    told = of_case(accounts(desk), NEEDS_CARDS)
    assert advised(told) == [("undecided", "D-11"), ("undecided", "D-11")]
    assert "читали давно" in told[0].why


def test_movement_of_one_account_removes_neither(desk: Desk) -> None:
    before = accounts(desk)
    for case in movements():
        open_movement(desk, numbers_of(case)[0])
    for key, account in accounts(desk).items():
        assert account.advice in (before[key].advice, "undecided")
        assert account.confidence != "high"


def test_movement_that_is_opened_first_decides_the_first_report(desk: Desk) -> None:
    for number in numbers_of(ATTACHED):
        open_movement(desk, number)
    assert advised(of_case(accounts(desk), ATTACHED)) == [("keep", "D-11"), ("delete", "D-11")]


@pytest.mark.parametrize(
    ("named", "is_owner"),
    [
        ("Сидоров Пётр Олегович", False),
        ("Иванов Илья Иванович", False),
        ("Иванов Иван Иваныч", True),
        ("Иванов И. И.", True),
        ("все документы", True),
    ],
)
def test_movement_headed_with_another_child_decides_nothing(
    desk: Desk, named: str, is_owner: bool
) -> None:
    doubles = report(pair(0))
    number = desk.open(doubles).groups[0].accounts[0].account_id
    own = row(("СОШ № 1", "Зачисление", "12-у", "02.09.2024", "", "СОШ № 1"))
    header = row(("OO", "тип", "№", "дата", "из", "в"), "th")
    answer = desk.open(
        f'<html><body><h3>Движение: {named}</h3><input type="hidden" name="UID" '
        f'value="{(number or "")[1:]}"><table>{header}{own}</table></body></html>'
    )
    assert answer.movement is not None
    assert answer.movement.account_id == (number if is_owner else None)
    codes = [warning.code for warning in answer.page.warnings]
    assert codes == ([] if is_owner else ["movement-owner-another-name"])
    assert kept(desk) == ((1, 1) if is_owner else (0, 0))


def test_lists_and_the_view_of_a_group_say_what_the_page_says(desk: Desk) -> None:
    accounts(desk)
    for number in numbers_of(ATTACHED):
        open_movement(desk, number)
    assert_lists_say(desk, of_case(accounts(desk), ATTACHED))


def assert_lists_say(desk: Desk, told: Sequence[AccountInfo]) -> None:
    """The work list, its tables and the view of the group say what the page has told."""
    of_account = select(Group).join(Member).join(Account).where(Account.key == told[0].key)
    kept_of = select(Account.key, Member.advice, Member.rule).join(Member).order_by(Account.key)
    with desk.ledger.settled() as session:
        group = session.scalars(of_account).one()
        listed = {item.id: item.advice for item in work_list(session, WorkFilter()).items}
        kept = session.execute(kept_of.where(Member.group_id == group.id)).all()
        view = view_group(session, group.key, desk.settings, desk.data_dir.weak_key_secret())
        assert listed[group.key] == told[1].advice
    assert [(advice.value, rule) for _, advice, rule in kept] == advised(told)
    assert view.group is not None
    assert advised(view.group.accounts) == advised(told)


def test_movement_read_again_takes_the_place_of_the_former(desk: Desk) -> None:
    number = numbers_of(ATTACHED)[0]
    for _ in range(2):
        open_movement(desk, number)
    assert kept(desk) == (1, len(movements()[ATTACHED].history(number)))


def kept(desk: Desk) -> tuple[int, int]:
    """How many histories the ledger keeps, and how many documents."""
    with desk.ledger.settled() as session:
        histories = session.scalar(select(func.count()).select_from(KeptHistory)) or 0
        documents = session.scalar(select(func.count()).select_from(KeptMovement)) or 0
    return histories, documents


def wanted_person() -> Wanted:
    return Wanted(PurgeOf.PERSON, called=f"s{numbers_of(ATTACHED)[0]}")


@pytest.mark.parametrize(
    ("wanted", "stays"),
    [
        (Wanted(PurgeOf.ALL), 0),
        (wanted_person(), 1),
        (Wanted(PurgeOf.UNSEEN, before=datetime.now(UTC) + timedelta(days=1)), 0),
        (Wanted(PurgeOf.UNSEEN, before=datetime.now(UTC) - timedelta(days=1)), 2),
    ],
    ids=["all", "person", "older", "newer"],
)
def test_movement_of_an_account_that_no_report_named_is_purged(
    desk: Desk, wanted: Wanted, stays: int
) -> None:
    for number in numbers_of(ATTACHED):
        open_movement(desk, number)
    done = purge(desk.ledger, wanted, CLERK, lambda _share: None)
    assert kept(desk)[0] == stays
    assert done.counts["histories"] == 2 - stays


@pytest.mark.parametrize("wanted", [Wanted(PurgeOf.ALL), wanted_person()], ids=["all", "person"])
def test_movement_goes_with_the_whole_group(desk: Desk, wanted: Wanted) -> None:
    accounts(desk)
    for number in (*numbers_of(ATTACHED), *numbers_of("equal_dates_with_history")):
        open_movement(desk, number)
    purge(desk.ledger, wanted, CLERK, lambda _share: None)
    assert kept(desk)[0] == (0 if wanted.of is PurgeOf.ALL else 2)

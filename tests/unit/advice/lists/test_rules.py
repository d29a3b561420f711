"""Each rule for a row speaks where it should and is silent where nothing is certain."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from sverka.advice.cards.vocabulary import Severity
from sverka.advice.lists.facts import Alike, RowFacts
from sverka.advice.lists.rules import remarks_on
from sverka.advice.vocabulary import Advice
from sverka.known import State, StateInfo
from sverka.matching.alike import Likeness
from sverka.pages.list_records import ListRow
from sverka.pages.vocabulary import LinkState
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName
from sverka.seen import DuplicateNote, SeenCard

TODAY = date(2025, 9, 30)
ADULT = date(2007, 9, 30)
SEEN_AT = datetime(2025, 9, 29, 12, tzinfo=UTC)
ROW = ListRow(
    row=0,
    tr=1,
    col=1,
    number=AccountNumber("s", 7),
    name=PersonName.from_full("Иванов Иван Иванович"),
    birth_date=date(2015, 5, 7),
)
LINKED = SeenCard(SEEN_AT, LinkState.LINKED, 0)
UNREAD = SeenCard(SEEN_AT, LinkState.UNREAD, 0)
NOBODY = SeenCard(SEEN_AT, LinkState.NOBODY, 0)
PUPIL = RowFacts(row=ROW, is_pupil=True, today=TODAY, card=LINKED)
PARENT = replace(PUPIL, is_pupil=False)


def group(state: State) -> DuplicateNote:
    return DuplicateNote("g1", Advice.KEEP, "D-01", "Внесена раньше.", StateInfo(state, 1, SEEN_AT))


def alike(likeness: Likeness) -> Alike:
    return Alike("k", "s8", ROW.name, likeness, 1)


def told(facts: RowFacts) -> list[tuple[str, str]]:
    return [(remark.rule, remark.reason) for remark in remarks_on(facts)]


def test_a_row_whose_card_was_in_order_is_left_without_a_word() -> None:
    assert told(PUPIL) == []
    assert told(PARENT) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (replace(PUPIL, card=NOBODY), [("S-01", "card")]),
        (replace(PUPIL, card=NOBODY, printed=False), [("S-01", "list")]),
        (replace(PUPIL, card=UNREAD, printed=False), [("S-01", "list")]),
        (replace(PUPIL, printed=False), [("S-07", "pupil")]),
        (replace(PARENT, card=NOBODY), [("S-02", "card")]),
        (replace(PARENT, card=NOBODY, printed=False), [("S-02", "list")]),
        (replace(PARENT, printed=False), [("S-07", "parent")]),
    ],
)
def test_nobody_linked_is_said_by_the_card_or_by_the_list(
    facts: RowFacts, expected: list[tuple[str, str]]
) -> None:
    assert told(facts) == expected


@pytest.mark.parametrize(
    "facts",
    [
        replace(PUPIL, card=UNREAD),
        replace(PUPIL, card=NOBODY, printed=True),
        replace(PUPIL, card=NOBODY, row=replace(ROW, departed=True)),
        replace(PUPIL, card=NOBODY, row=replace(ROW, birth_date=ADULT)),
        replace(PUPIL, card=replace(NOBODY, departed=True)),
        replace(PUPIL, card=replace(NOBODY, birth_date=ADULT), row=replace(ROW, birth_date=None)),
    ],
    ids=["links-unread", "linked-since", "departed", "adult", "departed-by-card", "adult-by-card"],
)
def test_nobody_is_called_unlinked_where_that_is_not_certain_or_lawful(facts: RowFacts) -> None:
    assert told(facts) == []


def test_a_list_that_tells_the_status_is_believed_before_the_card() -> None:
    back = replace(ROW, status="Обучается")
    assert told(replace(PUPIL, card=replace(NOBODY, departed=True), row=back)) == [("S-01", "card")]


def test_a_pupil_of_unknown_age_without_a_parent_is_told_of() -> None:
    assert told(replace(PUPIL, card=NOBODY, row=replace(ROW, birth_date=None))) == [
        ("S-01", "card")
    ]


@pytest.mark.parametrize("state", State)
def test_a_known_double_is_told_of_until_it_is_settled(state: State) -> None:
    settled = {State.RESOLVED, State.NOT_DUPLICATE}
    assert told(replace(PUPIL, group=group(state))) == (
        [] if state in settled else [("S-03", "group")]
    )


@pytest.mark.parametrize("likeness", Likeness)
def test_alike_people_are_told_by_how_much_and_who_they_are(likeness: Likeness) -> None:
    assert told(replace(PUPIL, alike=(alike(likeness),))) == [("S-04", likeness)]
    assert told(replace(PARENT, alike=(alike(likeness),))) == [("S-04", f"{likeness}-parent")]
    [remark] = remarks_on(replace(PUPIL, alike=(alike(likeness),)))
    sure = likeness is not Likeness.POSSIBLE
    assert remark.severity is (Severity.ERROR if sure else Severity.WARNING)


def test_findings_of_the_card_are_counted() -> None:
    [remark] = remarks_on(replace(PUPIL, card=SeenCard(SEEN_AT, LinkState.LINKED, 3)))
    assert (remark.rule, remark.names["findings"]) == ("S-05", 3)


@pytest.mark.usefixtures("far_east")
def test_the_day_of_a_card_is_that_of_the_clock_on_the_wall() -> None:
    card = SeenCard(datetime(2025, 9, 29, 21, tzinfo=UTC), LinkState.LINKED, 3)
    told = {remark.rule: remark for remark in remarks_on(replace(PUPIL, card=card, printed=False))}
    days = [told[rule].names["day"] for rule in ("S-05", "S-07")]
    assert [f"{day:%d.%m.%Y}" for day in days] == ["30.09.2025", "30.09.2025"]


def test_a_card_that_was_not_open_is_told_as_such_and_never_as_in_order() -> None:
    assert told(replace(PUPIL, card=None)) == [("S-06", "unseen")]


def test_without_a_number_nobody_can_tell_whether_the_card_was_open() -> None:
    assert told(replace(PUPIL, card=None, row=replace(ROW, number=None))) == []

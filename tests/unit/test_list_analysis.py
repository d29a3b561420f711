"""A list on its whole way: read, judged by what was seen before, and told as the contract says."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

import pytest

from sverka.advice.vocabulary import Advice
from sverka.contract import SCHEMA, Analysis, Listing, PageRequest
from sverka.known import Kept, State, StateInfo
from sverka.matching.family import Relative
from sverka.pages.records import Notice
from sverka.pages.vocabulary import LinkState, PageKind, Source
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName
from sverka.pipeline import analyse_page
from sverka.seen import DuplicateNote, ListedPerson, NobodySeen, SeenCard
from sverka.settings import Settings
from tests.unit.pages.list_page import (
    ALONE,
    FIRST,
    HINT,
    MOTHER,
    PUPILS,
    SECOND,
    STATUS,
    opening,
    parents,
    pupils,
)
from tests.unit.pages.page import changed, row

CAPTURED = datetime(2025, 9, 30, 12, tzinfo=UTC)
ADDRESS = "https://sgo.example.ru/asp/Admin/Users/StudentList.asp"
PLACE = "sgo.example.ru:443"
WHY = "Внесена раньше."


def key(number: int, prefix: str = "s") -> str:
    return f"{PLACE}:{prefix}{number}"


class Seen(NobodySeen):
    """Remembers what a test gives it, and the people that it was told of."""

    def __init__(
        self,
        cards: Mapping[str, SeenCard] | None = None,
        groups: Mapping[str, DuplicateNote] | None = None,
        others: tuple[Relative, ...] = (),
    ) -> None:
        self._cards = cards or {}
        self._groups = groups or {}
        self._others = others
        self.kept: list[ListedPerson] = []

    def looked_at(self, keys: Iterable[str]) -> Mapping[str, SeenCard]:
        return {one: self._cards[one] for one in keys if one in self._cards}

    def group_of(self, keys: Iterable[str]) -> Mapping[str, DuplicateNote]:
        return {one: self._groups[one] for one in keys if one in self._groups}

    def born_alike(self, _people: Iterable[ListedPerson]) -> tuple[Relative, ...]:
        return self._others

    def keep_people(self, people: Iterable[ListedPerson]) -> Kept:
        self.kept += people
        return lambda: [Notice("not-remembered", values=(("problem", "X."), ("hint", "Y.")))]


def analyse(html: str, seen: NobodySeen | None = None) -> Analysis:
    request = PageRequest(
        schema=SCHEMA, url=ADDRESS, html=html, captured_at=CAPTURED, source=Source.CONTENT
    )
    return analyse_page(request, secret=b"x" * 32, settings=Settings(), seen=seen)


def listing_of(analysis: Analysis) -> Listing:
    assert isinstance(analysis.listing, Listing)
    return analysis.listing


def told(analysis: Analysis) -> set[tuple[int | None, str]]:
    """Every row with its rules, «not looked at» aside."""
    return {(found.row, found.rule) for found in analysis.findings if found.rule != "S-06"}


def group(name: str, state: State = State.FOUND) -> DuplicateNote:
    return DuplicateNote(name, Advice.KEEP, "D-01", WHY, StateInfo(state, 1, CAPTURED))


def test_a_list_is_answered_with_its_place_and_its_people() -> None:
    analysis = analyse(pupils(around=f"{STATUS}<p>Найдено записей: 120</p>"))
    listing = listing_of(analysis)
    assert (analysis.page.kind, analysis.page.rows) == (PageKind.STUDENT_LIST, 2)
    assert (analysis.page.table, analysis.page.first_data_tr) == (0, 1)
    assert (listing.total, listing.unfiltered, listing.filters) == (120, True, ())
    assert [(one.account_key, one.tr, one.col, one.name) for one in listing.people] == [
        (key(7), 1, 1, "Иванов Иван Иванович"),
        (key(8), 2, 1, "Петрова Анна Сергеевна"),
    ]


def test_what_was_seen_of_the_cards_is_told_of_the_rows() -> None:
    cards = {
        key(7): SeenCard(CAPTURED, LinkState.NOBODY, 2),
        key(8): SeenCard(CAPTURED, LinkState.LINKED, 0),
    }
    analysis = analyse(pupils(), Seen(cards))
    assert {(found.row, found.rule) for found in analysis.findings} == {(0, "S-01"), (0, "S-05")}
    assert [one.looked_at for one in listing_of(analysis).people] == [CAPTURED, CAPTURED]
    assert set(analysis.rules) == {"S-01", "S-05"}
    assert any("замечаний 2, просмотрена 30.09.2025" in found.why for found in analysis.findings)


def test_without_cards_seen_no_pupil_is_called_an_orphan() -> None:
    analysis = analyse(pupils())
    assert {found.rule for found in analysis.findings} == {"S-06"}


def test_an_empty_cell_of_a_whole_list_says_that_there_is_no_child() -> None:
    assert told(analyse(parents())) == {(1, "S-02")}


@pytest.mark.parametrize(
    "html",
    [
        parents(around="<label>Пол <select><option>Ж</select></label>"),
        parents(around="<p>Найдено записей: 2</p>"),
        parents(opening(18, ALONE), opening(19, changed(ALONE, c1="Сидорова Нина Львовна"))),
    ],
    ids=["filtered", "filters-unread", "column-not-filled"],
)
def test_an_empty_cell_alone_proves_nothing(html: str) -> None:
    assert told(analyse(html)) == set()


@pytest.mark.parametrize(
    "cell",
    [
        "<student-children></student-children>",
        '<i class="spinner"></i>',
        '<a href="javascript:gotoUserEdit(55)"><i class="icon"></i></a>',
        '<input value="Петров Олег">',
        "<select><option>Петров Олег</select>",
        "<button>Показать</button>",
        "{{ children }}",
        "0",
        "…",
    ],
)
def test_a_cell_that_may_show_a_child_is_no_empty_one(cell: str) -> None:
    alone = opening(18, changed(ALONE, c3="CELL")).replace("CELL", cell)
    assert told(analyse(parents(opening(17, MOTHER), alone))) == set()


@pytest.mark.parametrize("cell", ["<span></span>", "&nbsp;", "<div>—</div>", "Нет"])
def test_a_cell_that_shows_nobody_is_an_empty_one(cell: str) -> None:
    alone = opening(18, changed(ALONE, c3="CELL")).replace("CELL", cell)
    assert told(analyse(parents(opening(17, MOTHER), alone))) == {(1, "S-02")}


def test_an_empty_cell_of_a_list_that_is_still_loading_proves_nothing() -> None:
    loading = '<div class="loading-overlay"></div>'
    assert told(analyse(parents() + loading)) == set()


def test_doubles_on_one_page_name_each_other() -> None:
    again = opening(9, changed(FIRST, c0="3"))
    analysis = analyse(pupils(opening(7, FIRST), opening(8, SECOND), again))
    assert told(analysis) == {(0, "S-04"), (2, "S-04")}
    first = next(found for found in analysis.findings if found.rule == "S-04")
    [other] = first.candidates
    assert (other.account_key, other.account_id) == (key(9), "s9")
    assert other.why == "строка 3 этого списка"


def test_a_double_on_a_page_that_was_turned_before_is_found_too() -> None:
    name = PersonName.from_full(FIRST[1])
    number = AccountNumber("s", 3)
    before = Relative(key=key(3), number=number, name=name, birth_date=date(2015, 5, 7))
    itself = Relative(key=key(7), name=name, birth_date=date(2015, 5, 7))
    analysis = analyse(pupils(), Seen(others=(before, itself)))
    assert told(analysis) == {(0, "S-04")}
    [other] = next(found for found in analysis.findings if found.rule == "S-04").candidates
    assert (other.account_id, "видели раньше" in other.why) == ("s3", True)


def test_rows_without_numbers_are_compared_too() -> None:
    analysis = analyse(pupils(row(FIRST), row(changed(FIRST, c0="2"))))
    assert told(analysis) == {(0, "S-04"), (1, "S-04")}
    assert [found.account_key for found in analysis.findings] == [None, None]


def test_a_known_group_is_told_with_its_reason_and_not_a_second_time_as_alike() -> None:
    html = pupils(opening(7, FIRST), opening(9, changed(FIRST, c0="2")))
    analysis = analyse(html, Seen(groups={key(7): group("g"), key(9): group("g")}))
    assert told(analysis) == {(0, "S-03"), (1, "S-03")}
    assert all(WHY in found.why for found in analysis.findings if found.rule == "S-03")


def test_what_somebody_called_no_duplicate_is_not_raised_again() -> None:
    html = pupils(opening(7, FIRST), opening(9, changed(FIRST, c0="2")))
    decided = group("g", State.NOT_DUPLICATE)
    assert told(analyse(html, Seen(groups={key(7): decided, key(9): decided}))) == set()


def test_the_people_of_the_page_are_kept_and_what_stood_in_the_way_is_told() -> None:
    seen = Seen()
    analysis = analyse(parents(), seen)
    assert [(str(one.number), one.name.full) for one in seen.kept] == [
        ("r17", MOTHER[1]),
        ("r18", ALONE[1]),
    ]
    assert [warning.code for warning in analysis.page.warnings] == ["not-remembered"]


def test_a_list_that_is_not_loaded_says_so_and_nothing_else() -> None:
    analysis = analyse(f"<div><h1>{PUPILS}</h1>{STATUS}{HINT}</div>")
    assert analysis.page.kind is PageKind.STUDENT_LIST
    assert [warning.code for warning in analysis.page.warnings] == ["list-not-loaded"]
    assert (analysis.findings, listing_of(analysis).people) == ((), ())


def test_a_list_whose_columns_are_not_known_is_unknown() -> None:
    analysis = analyse(f"<div><h1>{PUPILS}</h1><table><tr><td>X<tr><td>Y</table></div>")
    assert analysis.page.kind is PageKind.UNKNOWN
    assert [warning.code for warning in analysis.page.warnings] == ["list-unread"]


def test_the_answer_names_its_parts_as_the_contract_does() -> None:
    told = json.loads(analyse(pupils()).to_json())
    assert set(told["listing"]) == {"page", "pages", "total", "unfiltered", "filters", "people"}
    assert set(told["listing"]["people"][0]) == {
        *("row", "tr", "col", "account_key", "account_id", "name", "looked_at"),
    }

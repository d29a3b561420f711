"""What is said of the link between pupil and parents, and when nothing may be said."""

from datetime import date

import pytest
from msgspec.structs import replace

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.matching.family import Relative, Sign
from sverka.pages.records import Card, Links
from sverka.pages.vocabulary import CardField
from sverka.people.accounts import AccountNumber
from sverka.seen import SeenFamily
from tests.unit.advice.cards.cards import (
    NOBODY,
    TO_CHILD,
    UNREAD,
    linked_to,
    parent,
    pupil,
    relative,
    remarks,
    said,
    without,
)

ANNA, OLGA = "Петрова Анна Сергеевна", "Петрова Ольга Ивановна"
FATHER = relative("r9", "Петров Сергей Ильич", date(1985, 1, 1))
CHILD = relative("s5", ANNA, date(2015, 5, 7))
BORN = date(1985, 5, 7)
MOTHER = relative("r7", OLGA, BORN)


def only(card: Card, family: SeenFamily) -> tuple[str, str, str]:
    (told,) = said(card, family)
    return told


@pytest.mark.parametrize("card", [pupil(), parent()])
def test_a_card_on_which_everything_is_right_has_no_findings(card: Card) -> None:
    assert said(card) == []


def test_a_pupil_without_parents_is_to_be_linked() -> None:
    (remark,) = remarks(pupil(links=NOBODY))
    assert (remark.rule, remark.advice, remark.field) == (
        "L-01",
        FindingAdvice.LINK,
        CardField.PARENTS,
    )
    assert remark.severity is Severity.ERROR


@pytest.mark.parametrize("card", [pupil(links=UNREAD), parent(links=UNREAD)])
def test_links_that_could_not_be_read_are_never_called_missing(card: Card) -> None:
    assert said(card, SeenFamily(linked=(CHILD, MOTHER), strangers=(FATHER,))) == []


@pytest.mark.parametrize(("born", "rules"), [("01.10.2007", ["L-01"]), ("30.09.2007", [])])
def test_a_pupil_of_full_age_stands_for_himself(born: str, rules: list[str]) -> None:
    card = pupil({CardField.BIRTH_DATE: born}, NOBODY, ())
    assert [rule for rule, _, _ in said(card)] == rules


def test_a_departed_pupil_needs_no_parent() -> None:
    assert said(replace(pupil(links=NOBODY), departed=True)) == []


def test_an_unread_birth_date_does_not_excuse_a_missing_parent() -> None:
    assert said(without(pupil(links=NOBODY), CardField.BIRTH_DATE)) == [("L-01", "none", "parents")]


def test_likely_parents_are_named_with_the_reasons() -> None:
    (remark,) = remarks(pupil(links=NOBODY), SeenFamily(strangers=(FATHER,)))
    assert remark.reason == "found"
    assert [(one.person.key, one.signs) for one in remark.candidates] == [
        ("r9", (Sign.SURNAME, Sign.FATHER))
    ]


def test_a_parent_without_children_is_to_be_linked() -> None:
    assert said(parent(links=NOBODY)) == [("L-02", "none", "children")]
    likely = relative("s6", "Петров Иван Сергеевич", phone="8 (914) 1234567")
    (remark,) = remarks(parent(links=NOBODY), SeenFamily(strangers=(likely,)))
    assert (remark.reason, remark.candidates[0].person.key) == ("found", "s6")


def test_a_doubled_parent_without_children_is_looked_at_before_anything_is_linked() -> None:
    double = replace(MOTHER, key="r3", linked=frozenset({"s5"}))
    (remark,) = remarks(parent(links=NOBODY), SeenFamily(same_parent=(double,)))
    assert (remark.rule, remark.reason, remark.advice) == ("L-02", "doubled", FindingAdvice.REVIEW)


@pytest.mark.parametrize(
    ("links", "seen", "expected"),
    [
        (TO_CHILD, (replace(CHILD, departed=True),), [("L-03", "departed", "children")]),
        (TO_CHILD, (CHILD,), []),
        (TO_CHILD, (), []),
        (linked_to("s", 5, 6), (replace(CHILD, departed=True),), []),
        (replace(TO_CHILD, complete=False), (replace(CHILD, departed=True),), []),
    ],
    ids=["all departed", "studies", "not seen", "one not seen", "others offered"],
)
def test_departed_children_are_told_only_when_all_were_seen(
    links: Links, seen: tuple[Relative, ...], expected: list[object]
) -> None:
    card = replace(parent(), links=links)
    assert said(card, SeenFamily(linked=seen)) == expected


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (relative("r8", OLGA, BORN), "keep-this"),
        (relative("r3", OLGA, BORN), "keep-other"),
        (replace(MOTHER, key="w", number=None), "order-unknown"),
    ],
)
def test_two_cards_of_one_parent_with_different_children_become_one(
    other: Relative, reason: str
) -> None:
    other = replace(other, linked=frozenset({"s6"}))
    family = SeenFamily(linked=(CHILD,), same_parent=(MOTHER, other))
    assert only(parent(), family) == ("L-04", reason, "children")


def test_one_snils_with_two_birth_dates_is_looked_at_and_not_merged() -> None:
    other = replace(relative("r8", OLGA, date(1965, 5, 7)), snils="087-654-303 00")
    family = SeenFamily(same_parent=(replace(other, linked=frozenset({"s6"})),))
    assert only(parent(), family) == ("L-04", "same-children", "children")


@pytest.mark.parametrize("key", ["s6", "sgo.example.ru:s6"])
def test_the_numbers_of_the_links_tell_that_the_children_are_others(key: str) -> None:
    other = replace(relative("r8", OLGA, BORN), linked=frozenset({key}))
    assert only(parent(), SeenFamily(same_parent=(other,))) == ("L-04", "keep-this", "children")


@pytest.mark.parametrize("linked", [frozenset({"s5"}), frozenset()])
def test_two_cards_with_the_same_or_unknown_children_are_looked_at(linked: frozenset[str]) -> None:
    other = replace(MOTHER, key="r8", linked=linked)
    family = SeenFamily(linked=(CHILD,), same_parent=(other,))
    assert only(parent(), family) == ("L-04", "same-children", "children")


@pytest.mark.parametrize(
    "other",
    [
        relative("r8", OLGA),
        relative("r8", OLGA, date(1986, 5, 7)),
        relative("r8", "Петрова Ольга Игоревна", date(1985, 5, 7)),
        MOTHER,
        replace(relative("r8", OLGA, BORN), snils="112-233-445 95"),
        relative("r8", OLGA, date(1965, 5, 7), phone="+7 914 123-45-67"),
    ],
    ids=["name alone", "date", "other name", "itself", "СНИЛС", "date, phone"],
)
def test_another_parent_is_no_second_card(other: Relative) -> None:
    family = SeenFamily(linked=(CHILD,), same_parent=(replace(other, linked=frozenset({"s6"})),))
    assert said(parent(), family) == []


def test_a_card_whose_number_is_unread_is_not_taken_for_its_own_double() -> None:
    nameless = replace(parent(), number=None)
    itself = replace(MOTHER, linked=frozenset({"s5"}))
    assert said(nameless, SeenFamily(linked=(CHILD,), same_parent=(itself,))) == []
    assert said(nameless, SeenFamily(same_parent=(itself,))) == []


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("", [("L-05", "empty"), ("C-02", "empty")]),
        ("нет", [("L-05", "empty"), ("C-02", "empty")]),
        ("112-233-445 96", [("L-05", "wrong"), ("C-03", "wrong")]),
        ("001-001-998", [("L-05", "wrong"), ("C-03", "wrong")]),
        ("001-001-998 00", [("C-03", "unchecked")]),
    ],
)
def test_a_parents_snils_must_serve_for_entering(
    written: str, rules: list[tuple[str, str]]
) -> None:
    told = said(parent({CardField.SNILS: written}))
    assert [(rule, reason) for rule, reason, _ in told] == rules


def test_a_snils_that_the_card_does_not_show_is_not_called_missing() -> None:
    assert said(without(parent(), CardField.SNILS)) == []


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2001, 5, 7), []),
        (date(2001, 5, 8), [("L-07", "young", "birth_date")]),
        (date(2016, 1, 1), [("L-07", "older", "birth_date")]),
        (date(1949, 5, 8), []),
        (date(1949, 5, 7), [("L-07", "old", "birth_date")]),
        (None, []),
    ],
)
def test_the_ages_of_parent_and_child_must_go_together(
    born: date | None, expected: list[object]
) -> None:
    mother = replace(MOTHER, birth_date=born)
    assert said(pupil(), SeenFamily(linked=(mother,))) == expected


def test_the_ages_are_compared_on_the_parents_card_too() -> None:
    child = replace(CHILD, birth_date=date(1995, 1, 1))
    assert only(parent(), SeenFamily(linked=(child,))) == ("L-07", "young", "birth_date")


def test_a_grandmother_is_a_hint_and_no_mistake() -> None:
    grandmother = replace(MOTHER, birth_date=date(1940, 1, 1))
    (remark,) = remarks(pupil(), SeenFamily(linked=(grandmother,)))
    assert (remark.advice, remark.severity) == (FindingAdvice.INFO, Severity.INFO)


@pytest.mark.parametrize(
    ("card", "other"),
    [
        (pupil(), replace(MOTHER, snils="112-233-445 95")),
        (parent(), replace(CHILD, snils="087-654-303 00")),
    ],
)
def test_parent_and_child_have_no_snils_in_common(card: Card, other: Relative) -> None:
    assert only(card, SeenFamily(linked=(other,))) == ("L-08", "shared", "snils")


def test_those_who_are_not_linked_are_not_compared() -> None:
    stranger = replace(MOTHER, number=AccountNumber("r", 70), snils="112-233-445 95")
    assert said(pupil(), SeenFamily(linked=(stranger,))) == []


NAMESAKE = relative("s6", ANNA, date(2014, 1, 1))


@pytest.mark.parametrize(("card", "field"), [(pupil(), "parents"), (parent(), "children")])
def test_a_link_to_a_child_with_a_namesake_is_undecided(card: Card, field: str) -> None:
    family = SeenFamily(linked=(CHILD, MOTHER), pupils=(CHILD, NAMESAKE))
    assert only(card, family) == ("L-09", "namesake", field)
    assert remarks(card, family)[0].advice is FindingAdvice.UNDECIDED


@pytest.mark.parametrize(
    "other",
    [
        replace(NAMESAKE, birth_date=CHILD.birth_date),
        replace(NAMESAKE, birth_date=None),
        relative("s6", "Петрова Инна Сергеевна", date(2014, 1, 1)),
    ],
    ids=["a double", "no date", "another name"],
)
def test_only_another_child_of_the_same_name_is_a_namesake(other: Relative) -> None:
    assert said(pupil(), SeenFamily(pupils=(other,))) == []


def test_a_pupil_without_links_has_nothing_that_a_namesake_could_make_doubtful() -> None:
    card = replace(pupil(), links=UNREAD)
    assert said(card, SeenFamily(pupils=(NAMESAKE,))) == []


ADDITIONAL = {CardField.ORGANISATION: "МБУ ДО «Дом детского творчества»"}
AT_SCHOOL = replace(CHILD, organisation="МБОУ СОШ № 1")
AT_ADDITIONAL = replace(CHILD, organisation=ADDITIONAL[CardField.ORGANISATION])

AT_ANOTHER = replace(CHILD, organisation="МБУ ДО «Станция юных техников»")


@pytest.mark.parametrize(
    ("card", "family", "reason"),
    [
        (parent(ADDITIONAL), SeenFamily(linked=(AT_SCHOOL,)), "elsewhere"),
        (parent(ADDITIONAL), SeenFamily(linked=(AT_ADDITIONAL,)), "own"),
        (parent(ADDITIONAL), SeenFamily(linked=(AT_ANOTHER,)), "linked"),
        (parent(ADDITIONAL), SeenFamily(linked=(replace(AT_SCHOOL, departed=True),)), "linked"),
        (parent(ADDITIONAL), SeenFamily(linked=(replace(AT_ADDITIONAL, departed=True),)), "linked"),
        (parent(ADDITIONAL), SeenFamily(), "linked"),
        (
            parent(ADDITIONAL, links=linked_to("s", 5, 6)),
            SeenFamily(linked=(AT_ADDITIONAL,)),
            "linked",
        ),
        (parent(ADDITIONAL, links=UNREAD), SeenFamily(), "unread"),
    ],
)
def test_in_additional_education_it_is_told_who_gives_the_login_out(
    card: Card, family: SeenFamily, reason: str
) -> None:
    told = [(reason, field) for rule, reason, field in said(card, family) if rule == "L-06"]
    assert told == [(reason, "login")]


def test_the_organisations_that_give_the_login_out_are_named_with_their_children() -> None:
    (remark,) = remarks(parent(ADDITIONAL), SeenFamily(linked=(AT_SCHOOL,)))
    assert (remark.advice, remark.severity) == (FindingAdvice.REFUSE, Severity.INFO)
    assert remark.names == {"organisations": "МБОУ СОШ № 1"}
    assert [found.person for found in remark.candidates] == [AT_SCHOOL]


def test_without_a_link_no_certificate_is_promised() -> None:
    assert [rule for rule, *_ in said(parent(ADDITIONAL, links=NOBODY))] == ["L-02", "L-06"]


@pytest.mark.parametrize("card", [parent(), pupil(ADDITIONAL)])
def test_outside_additional_education_and_of_pupils_nothing_is_said_of_the_login(
    card: Card,
) -> None:
    assert said(card, SeenFamily(linked=(AT_SCHOOL,))) == []


def test_a_card_without_a_login_tells_it_beside_the_children() -> None:
    card = without(parent(ADDITIONAL), CardField.LOGIN)
    assert only(card, SeenFamily()) == ("L-06", "linked", "children")

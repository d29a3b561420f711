"""The households of the school: each case is a small story with the findings that are right.

The truth follows the L- and C-rules of the domain. A card of which nothing is told needs nothing.
Ages are those of the school year 2026/27.
"""

from collections.abc import Callable
from dataclasses import replace

from tests.stand.cast import Cast
from tests.stand.school.model import Card, Field, Finding, Household, Status
from tests.stand.school.relatives import CERTIFICATE, PASSPORT, Relatives, link, with_values

HTML_NAME = 'Анна<img src=x onerror="window.hostile=1">'
Truth = tuple[Finding, ...]


def household(*told: Card | tuple[Card, Truth]) -> Household:
    """Cards, some of them with their findings."""
    pairs = [(entry, ()) if isinstance(entry, Card) else entry for entry in told]
    return Household(
        tuple(card for card, _ in pairs),
        {card.number: findings for card, findings in pairs if findings},
    )


def one_pupil(cast: Cast, values: dict[Field, str], *findings: Finding) -> Household:
    """A pupil linked to the mother, with some fields typed otherwise."""
    relatives = Relatives(cast)
    mother, pupil = link(relatives.mother(), with_values(relatives.pupil(), values))
    return household((pupil, findings), mother)


def one_parent(cast: Cast, values: dict[Field, str], *findings: Finding) -> Household:
    """A mother linked to a pupil, with some fields of hers typed otherwise."""
    relatives = Relatives(cast)
    mother, pupil = link(with_values(relatives.mother(), values), relatives.pupil())
    return household((mother, findings), pupil)


def everything_right(cast: Cast) -> Household:
    """A pupil with both parents; nothing to do."""
    relatives = Relatives(cast)
    mother, pupil = link(relatives.mother(), relatives.pupil())
    father, pupil = link(relatives.father(), pupil)
    return household(pupil, mother, father)


def many_children(cast: Cast) -> Household:
    """A mother of three."""
    relatives = Relatives(cast)
    children = (relatives.pupil(1), relatives.pupil(2, born=2014), relatives.pupil(3, born=2017))
    return household(*link(relatives.mother(), *children))


def pupil_without_parent(cast: Cast) -> Household:
    """No parent anywhere in the school (L-01)."""
    return household((Relatives(cast).pupil(), (Finding("L-01", Field.PARENTS),)))


def parent_without_children(cast: Cast) -> Household:
    """«Дети» is empty (L-02) and no pupil lacks such a parent."""
    return household((Relatives(cast).mother(), (Finding("L-02", Field.CHILDREN),)))


def unlinked_pair(cast: Cast) -> Household:
    """Pupil and father stand apart though surname, patronymic and address agree (L-01, L-02)."""
    pupil, father = Relatives(cast).pupil(), Relatives(cast).father()
    return household(
        (pupil, (Finding("L-01", Field.PARENTS, candidates=(father.number,)),)),
        (father, (Finding("L-02", Field.CHILDREN, candidates=(pupil.number,)),)),
    )


def parent_of_departed(cast: Cast) -> Household:
    """The only child has departed (L-03)."""
    relatives = Relatives(cast)
    departed = with_values(relatives.pupil(), {Field.STATUS: Status.DEPARTED})
    mother, pupil = link(relatives.mother(), departed)
    return household((mother, (Finding("L-03", Field.CHILDREN, family=True),)), pupil)


def departed_without_parent(cast: Cast) -> Household:
    """A departed pupil needs no parent."""
    return household(with_values(Relatives(cast).pupil(), {Field.STATUS: Status.DEPARTED}))


def adult_without_parent(cast: Cast) -> Household:
    """A pupil of full age stands for himself."""
    passport = {Field.DOCUMENT_TYPE: PASSPORT, Field.DOCUMENT_SERIES: "64 24"}
    dates = {Field.ISSUED_ON: "20.02.2024", Field.CLASS: "11а"}
    return household(with_values(Relatives(cast).pupil(born=2007), passport | dates))


def two_cards_of_one_mother(cast: Cast) -> Household:
    """The second child was given a second card of the same mother (L-04)."""
    relatives = Relatives(cast)
    mother = relatives.mother()
    again = with_values(mother, {Field.LOGIN: f"{mother.values[Field.LOGIN]}2"})
    older, elder = link(mother, relatives.pupil(1, born=2014))
    younger, junior = link(replace(again, number=relatives.number(13)), relatives.pupil(2))
    doubled = (Finding("L-04", Field.CHILDREN, family=True),)
    return household((older, doubled), (younger, doubled), elder, junior)


def parent_snils_empty(cast: Cast) -> Household:
    """Without СНИЛС the mother cannot enter through Госуслуги (L-05)."""
    missing = Finding("L-05", Field.SNILS), Finding("C-02", Field.SNILS)
    return one_parent(cast, {Field.SNILS: ""}, *missing)


def parent_snils_wrong(cast: Cast) -> Household:
    """The control number does not agree (L-05, C-03)."""
    wrong = Finding("L-05", Field.SNILS), Finding("C-03", Field.SNILS)
    return one_parent(cast, {Field.SNILS: "112-233-445 96"}, *wrong)


def pupil_snils_placeholder(cast: Cast) -> Household:
    """A number typed to get past the field (C-03)."""
    return one_pupil(cast, {Field.SNILS: "000-000-000 00"}, Finding("C-03", Field.SNILS))


def shared_snils(cast: Cast) -> Household:
    """The mother's number stands on the child's card (L-08)."""
    relatives = Relatives(cast)
    mother = relatives.mother()
    pupil = with_values(relatives.pupil(), {Field.SNILS: mother.values[Field.SNILS]})
    mother, pupil = link(mother, pupil)
    shared = (Finding("L-08", Field.SNILS, family=True),)
    return household((pupil, shared), (mother, shared))


def _ages_apart(cast: Cast, parent: Card, *of_parent: Finding) -> Household:
    gap = Finding("L-07", Field.BIRTH_DATE, family=True)
    mother, pupil = link(parent, Relatives(cast).pupil())
    return household((pupil, (gap,)), (mother, (*of_parent, gap)))


def very_young_mother(cast: Cast) -> Household:
    """Eleven years between mother and child (L-07)."""
    return _ages_apart(cast, Relatives(cast).mother(born=2004))


def grandmother(cast: Cast) -> Household:
    """More than 65 years: perhaps a guardian (L-07)."""
    return _ages_apart(cast, Relatives(cast).mother(born=1948))


def child_older_than_parent(cast: Cast) -> Household:
    """A child's card in the role of the mother (L-07, C-06)."""
    certificate = {
        Field.DOCUMENT_TYPE: CERTIFICATE,
        Field.DOCUMENT_SERIES: "I-ФС",
        Field.ISSUED_ON: "31.12.2018",
    }
    mother = with_values(Relatives(cast).mother(born=2018), certificate)
    return _ages_apart(cast, mother, Finding("C-06", Field.BIRTH_DATE))


def namesake_children(cast: Cast) -> Household:
    """Two pupils of one name: the mother's link may belong to the other one (L-09)."""
    relatives = Relatives(cast)
    mother, pupil = link(relatives.mother(), relatives.pupil())
    names = (Field.SURNAME, Field.NAME, Field.PATRONYMIC, Field.DISPLAY_NAME)
    same_name = {field: pupil.values[field] for field in names}
    namesake = with_values(relatives.pupil(2, born=2016), same_name)
    return household(
        (mother, (Finding("L-09", Field.CHILDREN, family=True),)),
        (pupil, (Finding("L-09", Field.PARENTS, family=True),)),
        (namesake, (Finding("L-01", Field.PARENTS),)),
    )


def entered_twice(cast: Cast) -> Household:
    """A pupil entered a second time with a letter left out of the patronymic: doubles in a list."""
    relatives = Relatives(cast)
    mother, pupil = link(relatives.mother(), relatives.pupil())
    full = pupil.values[Field.PATRONYMIC]
    typed = {
        Field.PATRONYMIC: full[:-3] + full[-2:],
        Field.LOGIN: relatives.pupil(2).values[Field.LOGIN],
    }
    again = replace(with_values(pupil, typed), number=relatives.number(2), links=())
    told = household(pupil, (again, (Finding("L-01", Field.PARENTS),)), mother)
    return replace(told, doubles=((pupil.number, again.number),))


def twins(cast: Cast) -> Household:
    """Two children of one mother born on one day: no doubles."""
    relatives = Relatives(cast)
    return household(*link(relatives.mother(), relatives.pupil(1), relatives.pupil(2)))


def empty_fields(cast: Cast) -> Household:
    """Three of the pupil's eleven obligatory fields are empty (C-01)."""
    fields = (Field.BIRTH_PLACE, Field.SNILS, Field.ADDRESS_ACTUAL)
    return one_pupil(cast, dict.fromkeys(fields, ""), *(Finding("C-01", field) for field in fields))


def parent_without_document(cast: Cast) -> Household:
    """The mother's document is missing (C-02)."""
    fields = (Field.DOCUMENT_TYPE, Field.DOCUMENT_SERIES, Field.DOCUMENT_NUMBER, Field.ISSUED_ON)
    return one_parent(cast, dict.fromkeys(fields, ""), Finding("C-02", Field.DOCUMENT))


def _certificate(cast: Cast, typed: str, right: str) -> Household:
    number = Relatives(cast).pupil().values[Field.DOCUMENT_NUMBER]
    proposal = Finding("C-04", Field.DOCUMENT, proposed=f"{right} № {number}")
    return one_pupil(cast, {Field.DOCUMENT_SERIES: typed}, proposal)


def certificate_with_a_digit(cast: Cast) -> Household:
    """`1-АМ` for `I-АМ` (C-04)."""
    return _certificate(cast, "1-АМ", "I-АМ")


def certificate_without_hyphen(cast: Cast) -> Household:
    """`IIМЮ` for `II-МЮ` (C-04)."""
    return _certificate(cast, "IIМЮ", "II-МЮ")


def certificate_too_short(cast: Cast) -> Household:
    """Five digits (C-04); nothing can be proposed."""
    return one_pupil(cast, {Field.DOCUMENT_NUMBER: "12345"}, Finding("C-04", Field.DOCUMENT))


def passport_before_fourteen(cast: Cast) -> Household:
    """A passport of РФ at the age of ten (C-05)."""
    typed = {Field.DOCUMENT_TYPE: PASSPORT, Field.DOCUMENT_SERIES: "64 15"}
    return one_pupil(cast, typed, Finding("C-05", Field.DOCUMENT))


def placeholder_date(cast: Cast) -> Household:
    """A date a program fills in (C-06)."""
    return one_parent(cast, {Field.BIRTH_DATE: "01.01.1970"}, Finding("C-06", Field.BIRTH_DATE))


def impossible_date(cast: Cast) -> Household:
    """The thirtieth of February (C-06)."""
    return one_pupil(cast, {Field.BIRTH_DATE: "30.02.2015"}, Finding("C-06", Field.BIRTH_DATE))


def date_of_the_sample(cast: Cast) -> Household:
    """A parent's `7.05.75` is 1975: nothing is wrong."""
    return one_parent(cast, {Field.BIRTH_DATE: "7.05.75"})


def mixed_script(cast: Cast) -> Household:
    """A Latin `o` in the surname (C-07)."""
    return one_pupil(cast, {Field.SURNAME: "Кoваленко"}, Finding("C-07", Field.SURNAME))


def dash_for_patronymic(cast: Cast) -> Household:
    """A dash, and «Нет отчества» is not ticked (C-07)."""
    return one_pupil(cast, {Field.PATRONYMIC: "-"}, Finding("C-07", Field.PATRONYMIC))


def no_patronymic(cast: Cast) -> Household:
    """No patronymic, and «Нет отчества» is ticked: nothing is wrong."""
    relatives = Relatives(cast)
    without = with_values(relatives.pupil(), {Field.PATRONYMIC: ""})
    mother, pupil = link(relatives.mother(), replace(without, no_patronymic=True))
    return household(pupil, mother)


def patronymic_forgotten(cast: Cast) -> Household:
    """No patronymic, and «Нет отчества» is not ticked (C-01)."""
    return one_pupil(cast, {Field.PATRONYMIC: ""}, Finding("C-01", Field.PATRONYMIC))


def required_empty(cast: Cast) -> Household:
    """«Имя на экране» and «Логин» carry `***` and are empty (C-08)."""
    fields = (Field.DISPLAY_NAME, Field.LOGIN)
    return one_pupil(cast, dict.fromkeys(fields, ""), *(Finding("C-08", field) for field in fields))


def html_in_name(cast: Cast) -> Household:
    """A name that would run if anybody took it for HTML (C-07)."""
    surname = Relatives(cast).pupil().values[Field.SURNAME]
    typed = {Field.NAME: HTML_NAME, Field.DISPLAY_NAME: f"{surname} {HTML_NAME}"}
    return one_pupil(cast, typed, Finding("C-07", Field.NAME))


CASES: tuple[Callable[[Cast], Household], ...] = (
    everything_right,
    many_children,
    pupil_without_parent,
    parent_without_children,
    unlinked_pair,
    parent_of_departed,
    departed_without_parent,
    adult_without_parent,
    two_cards_of_one_mother,
    parent_snils_empty,
    parent_snils_wrong,
    pupil_snils_placeholder,
    shared_snils,
    very_young_mother,
    grandmother,
    child_older_than_parent,
    namesake_children,
    entered_twice,
    twins,
    empty_fields,
    parent_without_document,
    certificate_with_a_digit,
    certificate_without_hyphen,
    certificate_too_short,
    passport_before_fourteen,
    placeholder_date,
    impossible_date,
    date_of_the_sample,
    mixed_script,
    dash_for_patronymic,
    no_patronymic,
    patronymic_forgotten,
    required_empty,
    html_in_name,
)

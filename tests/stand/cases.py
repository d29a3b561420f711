"""The families of the stand: each case is a small story with its truth.

The truth follows the rules table of the domain, its precedence, and the rule that account numbers
alone give preliminary advice only. Accounts are numbered in the order of their entry unless the
case is about that. The report ends on 30.09.2025.
"""

from collections.abc import Callable
from dataclasses import replace

from sverka.advice.vocabulary import Advice
from tests.stand.cast import Cast, renamed
from tests.stand.model import Entry, Family, Line, Sex, Sight, Truth

Links = tuple[tuple[int, tuple[int, ...]], ...]
Truths = dict[Sight, tuple[Truth, ...]]
ALL_DATES = (Sight.DATES, Sight.DATES_WITHOUT_IDS, Sight.DATES_WITHOUT_ENTRY)


def keep(rule: str) -> Truth:
    return Truth(Advice.KEEP, rule)


def delete(rule: str) -> Truth:
    return Truth(Advice.DELETE, rule)


def undecided(rule: str) -> Truth:
    return Truth(Advice.UNDECIDED, rule)


def not_duplicate(rule: str) -> Truth:
    return Truth(Advice.NOT_DUPLICATE, rule)


def fix_dates(rule: str) -> Truth:
    return Truth(Advice.FIX_DATES, rule)


def by_dates(*truth: Truth) -> Truths:
    """What the dates tell, with account numbers and ways of entry printed or not."""
    return dict.fromkeys(ALL_DATES, truth)


def by_numbers(doubles: int = 1, sight: Sight = Sight.PERIODS) -> Truths:
    """Where only the numbers speak: the first account was created first, each other is a double."""
    return {sight: (keep("D-25"), *[delete("D-25")] * doubles)}


def family(truth: Truths, *lines: Line, links: Links = ()) -> Family:
    """By default the first line heads one block that names all the others."""
    return Family(lines, truth, links or ((0, tuple(range(1, len(lines)))),))


def not_departed(cast: Cast) -> Family:
    """Cause 1: the first school has not let the pupil go, the second entered him again."""
    return family(
        by_dates(keep("D-03"), delete("D-03")) | by_numbers(),
        cast.line(1, cast.school(0), "4а", "2024-09-02"),
        cast.line(2, cast.school(1), "4б", "2025-09-05", entry=Entry.QUICK),
    )


def departed_late(cast: Cast) -> Family:
    """Cause 1 again: the first school let the pupil go two weeks after the second took him."""
    return family(
        by_dates(keep("D-03"), delete("D-03")) | by_numbers(),
        cast.line(1, cast.school(0), "4а", "2022-09-01", "2025-09-19"),
        cast.line(2, cast.school(1), "4а", "2025-09-05", entry=Entry.QUICK),
    )


def long_overlap(cast: Cast) -> Family:
    """Cause 1, so long ago that the double may become irremovable (D-13)."""
    return family(
        by_dates(keep("D-03"), delete("D-03")) | by_numbers(),
        cast.line(1, cast.school(0), "3в", "2022-09-01"),
        cast.line(2, cast.school(1), "4в", "2025-01-13", entry=Entry.QUICK),
    )


def kindergarten_to_class_one(cast: Cast) -> Family:
    """The example of the source: the original is in the kindergarten, the double in class 1."""
    child = cast.child(born=2018)
    return family(
        by_dates(keep("D-04"), delete("D-04")) | by_numbers(),
        cast.line(1, cast.kindergarten(), "Подготовительная группа № 3", "2021-09-01", child=child),
        cast.line(2, cast.school(0), "1а", "2025-09-01", entry=Entry.QUICK, child=child),
    )


def same_date(cast: Cast) -> Family:
    """Cause 2: departure and enrolment on one date."""
    return family(
        by_dates(keep("D-05"), delete("D-05")) | by_numbers(),
        cast.line(1, cast.school(0), "4а", "2022-09-01", "2025-09-10"),
        cast.line(2, cast.school(1), "4б", "2025-09-10", entry=Entry.QUICK),
    )


def departed_in_time(cast: Cast) -> Family:
    """Two accounts though the dates do not overlap: the earlier one stays."""
    return family(
        by_dates(keep("D-01"), delete("D-01")),
        cast.line(1, cast.school(0), "4а", "2022-09-01", "2025-08-25"),
        cast.line(2, cast.school(1), "4б", "2025-09-01", entry=Entry.QUICK),
    )


def attached(cast: Cast) -> Family:
    """Cause 3: attached without a class, then enrolled in the same school."""
    child = cast.child(born=2018)
    both = (undecided("D-06"), undecided("D-06"))
    return family(
        by_dates(*both) | {Sight.PERIODS: both},
        cast.line(1, cast.school(0), "", "2025-08-20", entry=Entry.QUICK, child=child),
        cast.line(2, cast.school(0), "1б", "2025-09-01", entry=Entry.QUICK, child=child),
    )


def triple(cast: Cast) -> Family:
    """Three accounts in three schools: one stays (D-14)."""
    return family(
        by_dates(keep("D-03"), delete("D-03"), delete("D-03")) | by_numbers(2),
        cast.line(1, cast.school(0), "4а", "2023-09-01"),
        cast.line(2, cast.school(1), "4б", "2025-09-01", entry=Entry.QUICK),
        cast.line(3, cast.school(2), "4в", "2025-09-15", entry=Entry.QUICK),
    )


def quadruple(cast: Cast) -> Family:
    """Four accounts: in "periods" a block of three rows."""
    return family(
        by_numbers(3),
        cast.line(1, cast.school(0), "4а", "2023-09-01"),
        cast.line(2, cast.school(1), "4б", "2025-09-01", entry=Entry.QUICK),
        cast.line(3, cast.school(2), "4в", "2025-09-08", entry=Entry.QUICK),
        cast.line(4, cast.school(3), "4г", "2025-09-15", entry=Entry.QUICK),
    )


def equal_dates(cast: Cast) -> Family:
    """Both entered on one date: the numbers speak, or nothing does."""
    nothing = (undecided("D-10"), undecided("D-10"))
    numbers = (keep("D-25"), delete("D-25"))
    return family(
        by_dates(*numbers) | {Sight.DATES_WITHOUT_IDS: nothing, Sight.PERIODS: numbers},
        cast.line(1, cast.school(0), "4а", "2025-09-01", entry=Entry.QUICK),
        cast.line(2, cast.school(1), "4а", "2025-09-01", entry=Entry.QUICK),
    )


def no_dates(cast: Cast) -> Family:
    """Neither date of enrolment is printed."""
    nothing = (undecided("D-10"), undecided("D-10"))
    return family(
        by_dates(keep("D-25"), delete("D-25")) | {Sight.DATES_WITHOUT_IDS: nothing},
        cast.line(1, cast.school(0), "4а"),
        cast.line(2, cast.school(1), "4а"),
    )


def one_date_missing(cast: Cast) -> Family:
    """One date of enrolment is not printed and no number helps."""
    return family(
        {Sight.DATES_WITHOUT_IDS: (undecided("D-10"), undecided("D-10"))},
        cast.line(1, cast.school(0), "4а"),
        cast.line(2, cast.school(1), "4а", "2025-09-01"),
    )


def same_account_twice(cast: Cast) -> Family:
    """One account whose two enrolments overlap: its dates are wrong, nothing is to be deleted."""
    account = (fix_dates("D-00"), fix_dates("D-00"))
    return family(
        dict.fromkeys((Sight.DATES, Sight.DATES_WITHOUT_ENTRY, Sight.PERIODS), account),
        cast.line(1, cast.school(0), "4а", "2022-09-01", "2025-09-10"),
        cast.line(1, cast.school(1), "4б", "2025-09-08"),
    )


def additional_quick(cast: Cast) -> Family:
    """Additional education entered a pupil of a school by quick entry (D-07)."""
    unknown_way = (undecided("D-07"), undecided("D-07"))
    return family(
        by_dates(keep("D-07"), delete("D-07"))
        | {Sight.DATES_WITHOUT_ENTRY: unknown_way, Sight.PERIODS: unknown_way},
        cast.line(1, cast.school(0), "4а", "2022-09-01"),
        cast.line(2, cast.additional(), "Группа 2", "2025-09-03", entry=Entry.QUICK),
    )


def additional_first(cast: Cast) -> Family:
    """Additional education was first: deleting its account would lose the earlier history."""
    both = (undecided("D-07"), undecided("D-07"))
    return family(
        by_dates(*both) | {Sight.PERIODS: both},
        cast.line(1, cast.additional(), "Группа 1", "2023-09-04", entry=Entry.QUICK),
        cast.line(2, cast.school(0), "4б", "2025-09-01", entry=Entry.QUICK),
    )


def additional_legal(cast: Cast) -> Family:
    """One account in a school and in additional education: lawful (D-08)."""
    account = (not_duplicate("D-08"), not_duplicate("D-08"))
    return family(
        dict.fromkeys((Sight.DATES, Sight.DATES_WITHOUT_ENTRY, Sight.PERIODS), account),
        cast.line(1, cast.school(0), "4а", "2022-09-01"),
        cast.line(1, cast.additional(), "Группа 5", "2025-09-03", entry=Entry.LIST),
    )


def additional_twice(cast: Cast) -> Family:
    """Two organisations of additional education and no school (D-09)."""
    return family(
        by_dates(keep("D-09"), delete("D-09"))
        | {Sight.PERIODS: (undecided("D-09"), undecided("D-09"))},
        cast.line(1, cast.additional(0), "Группа 1", "2024-09-02", entry=Entry.QUICK),
        cast.line(2, cast.additional(1), "Группа 3", "2025-09-03", entry=Entry.QUICK),
    )


def entry_against_date(cast: Cast) -> Family:
    """The earlier account came by quick entry, the later one did not (D-26)."""
    return family(
        by_dates(undecided("D-26"), undecided("D-26"))
        | {Sight.DATES_WITHOUT_ENTRY: (keep("D-03"), delete("D-03"))}
        | by_numbers(),
        cast.line(1, cast.school(0), "4а", "2024-09-02", entry=Entry.QUICK),
        cast.line(2, cast.school(1), "4б", "2025-09-05", entry=Entry.ORDER),
    )


def number_against_date(cast: Cast) -> Family:
    """The account with the earlier date was created later: an order was back-dated (D-26)."""
    return family(
        by_dates(undecided("D-26"), undecided("D-26"))
        | {Sight.DATES_WITHOUT_IDS: (keep("D-03"), delete("D-03"))}
        | {Sight.PERIODS: (delete("D-25"), keep("D-25"))},
        cast.line(2, cast.school(0), "4а", "2024-09-02"),
        cast.line(1, cast.school(1), "4б", "2025-09-05", entry=Entry.QUICK),
    )


def grades_apart(cast: Cast) -> Family:
    """Classes three years apart: possibly two children of one name (D-27)."""
    both = (undecided("D-27"), undecided("D-27"))
    return family(
        by_dates(*both) | {Sight.PERIODS: both},
        cast.line(1, cast.school(0), "4а", "2024-09-02"),
        cast.line(2, cast.school(1), "7б", "2025-09-05", entry=Entry.QUICK),
        links=((0, (1,)), (1, (0,))),
    )


def sex_differs(cast: Cast) -> Family:
    """One name, two sexes: possibly two children (D-27)."""
    child = renamed(cast.child(), "Цой Ари")
    girl = replace(child, sex=Sex.FEMALE)
    boy = replace(child, sex=Sex.MALE)
    return family(
        {Sight.PERIODS: (undecided("D-27"), undecided("D-27"))},
        cast.line(1, cast.school(0), "4а", "2024-09-02", child=girl),
        cast.line(2, cast.school(1), "4б", "2025-09-05", child=boy),
        links=((0, (1,)), (1, (0,))),
    )


def namesakes(cast: Cast) -> Family:
    """Two children of one name and different birth dates, their lines mixed: two groups."""
    elder, younger = cast.child(), replace(cast.child(), birth=cast.child(born=2016).birth)
    quick = Entry.QUICK
    return family(
        by_dates(keep("D-03"), keep("D-03"), delete("D-03"), delete("D-03")),
        cast.line(1, cast.school(0), "4а", "2024-09-02", child=elder),
        cast.line(2, cast.school(1), "3б", "2024-09-02", child=younger),
        cast.line(3, cast.school(2), "4в", "2025-09-05", entry=quick, child=elder),
        cast.line(4, cast.school(3), "3г", "2025-09-05", entry=quick, child=younger),
    )


def swapped_pair(cast: Cast) -> Family:
    """The same pair printed twice with the roles swapped: one group."""
    return replace(not_departed(cast), truth=by_numbers(), links=((0, (1,)), (1, (0,))))


def chain(cast: Cast) -> Family:
    """The second account is the double of the first and heads a block of its own: one group."""
    return replace(triple(cast), truth=by_numbers(2), links=((0, (1,)), (1, (2,))))


def heads_twice(cast: Cast) -> Family:
    """One account heads two blocks."""
    return replace(triple(cast), truth=by_numbers(2), links=((0, (1,)), (0, (2,))))


def several_classes(cast: Cast) -> Family:
    """An account that stands in two classes of one school."""
    return family(
        by_dates(keep("D-03"), delete("D-03")) | by_numbers(),
        cast.line(1, cast.school(0), "4а, 4б", "2024-09-02"),
        cast.line(2, cast.school(1), "4б", "2025-09-05", entry=Entry.QUICK),
    )


def no_patronymic(cast: Cast) -> Family:
    """A child without a patronymic."""
    child = renamed(cast.child(), " ".join(cast.child().name.split()[:2]))
    return family(
        by_dates(keep("D-03"), delete("D-03")) | by_numbers(),
        cast.line(1, cast.school(0), "4а", "2024-09-02", child=child),
        cast.line(2, cast.school(1), "4б", "2025-09-05", entry=Entry.QUICK, child=child),
    )


def quoted_school(cast: Cast) -> Family:
    """Quotes, an ampersand and a stray `<` in the names of the schools."""
    first = replace(cast.school(0), name='МБОУ "СОШ № 8 <Восход>" г. Заречного')
    second = replace(cast.school(1), name="МАОУ гимназия «Эврика» & партнёры < 2-й корпус")
    return family(
        by_dates(keep("D-03"), delete("D-03")) | by_numbers(),
        cast.line(1, first, "4а", "2024-09-02"),
        cast.line(2, second, "4б", "2025-09-05", entry=Entry.QUICK),
    )


def hostile(cast: Cast) -> Family:
    """Text that would run if anybody took it for HTML, and text that is very long.

    Such a name proves nobody's identity, so only the report's own links speak.
    """
    attack = '<img src=x onerror="window.hostile=1">'
    child = renamed(cast.child(), f"{cast.child().name} {attack}")
    first = replace(
        cast.school(0), name=f'МБОУ СОШ № 9 "><script>window.hostile=2</script>{attack}'
    )
    second = replace(cast.school(1), name="МБОУ СОШ № 10" + " имени Героя" * 60)
    return family(
        by_dates(undecided("D-10"), undecided("D-10")) | by_numbers(),
        cast.line(1, first, f"4а {attack}", "2024-09-02", child=child),
        cast.line(2, second, "4б", "2025-09-05", entry=Entry.QUICK, child=child),
    )


def pool_pair(cast: Cast) -> Family:
    """Two records of one unassigned child: only their numbers differ."""
    place = cast.kindergarten()
    return family(by_numbers(1, Sight.POOL), cast.line(1, place), cast.line(2, place))


def pool_triple(cast: Cast) -> Family:
    """Three records of one unassigned child."""
    place = cast.kindergarten()
    return family(
        by_numbers(2, Sight.POOL), cast.line(1, place), cast.line(2, place), cast.line(3, place)
    )


def pool_twins(cast: Cast) -> Family:
    """Brothers or sisters born on one day (D-15)."""
    child = cast.child()
    surname, _, patronymic = child.name.split()
    _, other_name, _ = Cast(cast.index + 2).child().name.split()
    twin = renamed(child, f"{surname} {other_name} {patronymic}")
    both = (not_duplicate("D-15"), not_duplicate("D-15"))
    return family(
        {Sight.POOL: both},
        cast.line(1, cast.kindergarten(), child=child),
        cast.line(2, cast.kindergarten(), child=twin),
    )


def pool_twins_boy_and_girl(cast: Cast) -> Family:
    """A boy and a girl whose names are one letter apart (D-15)."""
    surname = cast.pick("unchanging_surnames")
    boy = replace(cast.child(), name=f"{surname} Александр Сергеевич", sex=Sex.MALE)
    girl = replace(cast.child(), name=f"{surname} Александра Сергеевна", sex=Sex.FEMALE)
    both = (not_duplicate("D-15"), not_duplicate("D-15"))
    return family(
        {Sight.POOL: both},
        cast.line(1, cast.kindergarten(), child=boy),
        cast.line(2, cast.kindergarten(), child=girl),
    )


CASES: tuple[Callable[[Cast], Family], ...] = (
    not_departed,
    departed_late,
    long_overlap,
    kindergarten_to_class_one,
    same_date,
    departed_in_time,
    attached,
    triple,
    quadruple,
    equal_dates,
    no_dates,
    one_date_missing,
    same_account_twice,
    additional_quick,
    additional_first,
    additional_legal,
    additional_twice,
    entry_against_date,
    number_against_date,
    grades_apart,
    sex_differs,
    namesakes,
    swapped_pair,
    chain,
    heads_twice,
    several_classes,
    no_patronymic,
    quoted_school,
    hostile,
    pool_pair,
    pool_triple,
    pool_twins,
    pool_twins_boy_and_girl,
)

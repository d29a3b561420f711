"""Dates as people type them, and the role that resolves a two-digit year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.people.dates import DateProblem, DateRole, ReadDate, age_on, is_default_date, read_date

TODAY = date(2025, 9, 30)
PUPIL, PARENT, EVENT = DateRole.PUPIL_BIRTH, DateRole.PARENT_BIRTH, DateRole.EVENT
UNREADABLE = ReadDate(problem=DateProblem.UNREADABLE)
IMPOSSIBLE = ReadDate(problem=DateProblem.IMPOSSIBLE)
OUT_OF_RANGE = ReadDate(problem=DateProblem.OUT_OF_RANGE)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("07.05.2015", date(2015, 5, 7)),
        ("7.5.2015", date(2015, 5, 7)),
        ("7.05.15", date(2015, 5, 7)),
        ("1.09.2025", date(2025, 9, 1)),
        ("2015-05-07", date(2015, 5, 7)),
        ("2015-05-07T00:00:00", date(2015, 5, 7)),
        ("2015-05-07T00:00:00.000+03:00", date(2015, 5, 7)),
        ("2015-05-07T21:00:00Z", date(2015, 5, 7)),
        ("07/05/2015", date(2015, 5, 7)),
        ("16.09.2025 17:40:20", date(2025, 9, 16)),
        ("16.09.2025 17:40", date(2025, 9, 16)),
        ("07.05.2015 г.", date(2015, 5, 7)),
        ("07.05.2015г", date(2015, 5, 7)),
        ("  07.05.2015\u00a0", date(2015, 5, 7)),
        ("29.02.2024", date(2024, 2, 29)),
    ],
)
def test_every_writing_of_a_date_is_read(written: str, read: date) -> None:
    assert read_date(written, EVENT, TODAY) == ReadDate(read)


@pytest.mark.parametrize("written", ["", "   ", "\u00a0"])
def test_nothing_written_is_no_date_and_no_problem(written: str) -> None:
    assert read_date(written, PUPIL, TODAY) == ReadDate()


@pytest.mark.parametrize(
    "written",
    ["нет", "7 мая 2015", "07.05", "2015", "07.05.201", "07.05.2015 и ещё", "7-5-2015", "1.1.1.1"],
)
def test_what_is_no_date_is_reported_as_unreadable(written: str) -> None:
    assert read_date(written, EVENT, TODAY) == UNREADABLE


@pytest.mark.parametrize("role", DateRole)
@pytest.mark.parametrize(
    "written", ["31.02.2015", "00.05.2015", "07.13.2015", "29.02.2023", "31.02.15", "01.01.0000"]
)
def test_a_day_that_is_in_no_calendar_is_reported_as_impossible(
    written: str, role: DateRole
) -> None:
    assert read_date(written, role, TODAY) == IMPOSSIBLE


@pytest.mark.parametrize(
    ("written", "role", "read"),
    [
        ("7.05.15", PUPIL, ReadDate(date(2015, 5, 7))),
        ("7.05.75", PUPIL, OUT_OF_RANGE),
        ("7.05.75", PARENT, ReadDate(date(1975, 5, 7))),
        ("7.05.75", EVENT, ReadDate(date(2075, 5, 7))),
        ("7.05.11", PARENT, ReadDate(date(2011, 5, 7))),
        ("7.05.12", PARENT, ReadDate(date(1912, 5, 7))),
        ("1.09.26", EVENT, ReadDate(date(2026, 9, 1))),
        ("29.02.00", PUPIL, OUT_OF_RANGE),
    ],
)
def test_the_role_resolves_a_two_digit_year(written: str, role: DateRole, read: ReadDate) -> None:
    assert read_date(written, role, TODAY) == read


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("30.09.2025", True),
        ("01.10.2025", False),
        ("01.10.2003", True),
        ("30.09.2003", False),
        ("01.10.03", True),
        ("30.09.03", False),
        ("01.10.25", False),
    ],
)
def test_a_pupil_is_newborn_to_twenty_one_years_old(written: str, fits: bool) -> None:
    problem = None if fits else DateProblem.OUT_OF_RANGE
    assert read_date(written, PUPIL, TODAY).problem is problem


@pytest.mark.parametrize("default", ["01.01.1900", "01.01.1970", "01.01.2000", "07.05.1975"])
def test_a_pupils_date_in_full_that_does_not_fit_is_kept_with_its_doubt(default: str) -> None:
    day, month, year = map(int, default.split("."))
    expected = ReadDate(date(year, month, day), DateProblem.OUT_OF_RANGE)
    assert read_date(default, PUPIL, TODAY) == expected


def test_dates_in_full_of_parents_and_events_are_taken_as_they_stand() -> None:
    assert read_date("07.05.1940", PARENT, TODAY) == ReadDate(date(1940, 5, 7))
    assert read_date("01.01.1900", EVENT, TODAY) == ReadDate(date(1900, 1, 1))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2015, 5, 7), date(2025, 5, 6), 9),
        (date(2015, 5, 7), date(2025, 5, 7), 10),
        (date(2012, 2, 29), date(2025, 2, 28), 12),
        (date(2012, 2, 29), date(2025, 3, 1), 13),
        (date(2025, 5, 7), date(2025, 5, 6), -1),
    ],
)
def test_age_changes_on_the_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@pytest.mark.parametrize("year", [1900, 1970, 2000])
def test_a_date_that_programs_fill_in_is_told_from_the_day_after(year: int) -> None:
    assert is_default_date(date(year, 1, 1))
    assert not is_default_date(date(year, 1, 2))


def test_a_default_date_is_still_read() -> None:
    assert read_date("01.01.2000", PARENT, TODAY) == ReadDate(date(2000, 1, 1))


@given(st.text(st.sampled_from("0123456789./-: TZгг+٣"), max_size=30), st.sampled_from(DateRole))
def test_no_text_makes_the_reader_fail(written: str, role: DateRole) -> None:
    read = read_date(written, role, TODAY)
    assert read.value is None or isinstance(read.value, date)
    assert bool(written.strip()) or read == ReadDate()


@given(st.dates(date(2004, 10, 1), TODAY))
def test_a_pupils_birth_date_reads_the_same_with_two_and_four_digits(born: date) -> None:
    full = read_date(f"{born:%d.%m.%Y}", PUPIL, TODAY)
    assert read_date(f"{born.day}.{born:%m.%y}", PUPIL, TODAY) == full == ReadDate(born)

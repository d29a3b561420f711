"""A contingent and a page must bring the same record into the same forms."""

from datetime import date

import pyarrow as pa
import pytest
from msgspec.structs import replace

from benchmarks.contingent import Child
from sverka.matching.contingent.comparable import comparable
from sverka.matching.forms import Forms, certificate_form, forms_of, snils_form
from sverka.pages.labels import labels
from sverka.people.dates import DateRole, read_date
from sverka.people.names import PersonName
from tests.unit.matching.contingent.pupils import TODAY, child, children, compared, forms, raw
from tests.unit.matching.typed import CERTIFICATE, SNILS

NASTY = [
    child(),
    child("Иванов", "Пётр", "нет", "07.05.2015"),
    child("нет", "-", ".", "31.02.2015"),
    child("Иванов", "Пётр", "Сергеевич", "07.05.15", sex="М", enrolled="1.9.25"),
    child("Иванова", "Саша", "", "2015-05-07", sex="девочка", enrolled="2025-09-01T00:00:00"),
    child("Алиев", "Али", "Али оглы", "07.05.1915", sex="?"),
    child("Алиева", "Наталья", "", snils=SNILS, certificate=CERTIFICATE),
    child("А", "Б", "В", snils="112-233-445 96", certificate="45 04 123456"),
    child("李小龙", "Ив%нов", "Smith", "99.99.9999", sex="ж", enrolled="вчера"),
]


def printed(line: Child) -> Forms:
    """The forms of a page that prints what the line holds."""
    birth = read_date(line.birth, DateRole.PUPIL_BIRTH, TODAY)
    known = forms_of(
        PersonName.from_parts(line.surname, line.name, line.patronymic),
        None if birth.problem else birth.value,
        labels().sex(line.sex),
        read_date(line.enrolled, DateRole.EVENT, TODAY).value,
    )
    return replace(
        known, snils=snils_form(line.snils), certificate=certificate_form(line.certificate)
    )


def test_a_page_and_a_contingent_have_the_same_forms() -> None:
    lines = [*NASTY, *children(2_000, 7)]
    assert forms(compared(lines)) == list(map(printed, lines))


@pytest.mark.parametrize(
    ("typed", "sex"),
    [("м", "male"), ("Мужской", "male"), ("Ж", "female"), ("девочка", "female"), ("?", None)],
)
def test_sex_is_read_in_any_wording(typed: str, sex: str | None) -> None:
    assert compared([child("Иванов", sex=typed)])["sex"].to_pylist() == [sex]


def test_an_unreadable_or_impossible_birth_date_is_missing() -> None:
    dates = ["31.02.2015", "07.05.1915", "вчера", "", "07.05.2015"]
    table = compared([child(birth=birth) for birth in dates])
    assert table["birth_date"].to_pylist() == [None, None, None, None, "20150507"]


def test_rows_keep_their_numbers_and_their_order() -> None:
    assert compared(children(2_000, 7)[:50], first_row=100)["row"].to_pylist() == [*range(100, 150)]


def test_an_empty_contingent_has_all_columns() -> None:
    assert compared([]).schema == compared(NASTY).schema


def test_columns_in_which_nothing_stands_are_empty() -> None:
    table = comparable(raw([child(), child()]), date(2026, 1, 1))
    assert set(forms(table)) == {Forms()}


def test_a_table_in_pieces_is_read_as_one() -> None:
    pieces = pa.concat_tables([raw(NASTY), raw(NASTY, first_row=len(NASTY))])
    assert forms(comparable(pieces, TODAY)) == forms(compared([*NASTY, *NASTY]))

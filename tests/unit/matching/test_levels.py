"""Each level means one thing, the same in Python and in SQL, whichever record stands first."""

from itertools import product

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from sverka.matching.forms import Forms
from sverka.matching.levels import LEVEL_OF, LEVEL_SQL
from sverka.matching.vocabulary import Field, Level
from sverka.people.names import Sex
from tests.unit.matching.typed import (
    CERTIFICATE,
    OTHER_CERTIFICATE,
    OTHER_SNILS,
    SNILS,
    record,
    typed,
)

#: Field and level, and two records that show it.
SHOWN = [
    (Field.SURNAME, Level.EXACT, typed("Семёнов"), typed("СЕМЕНОВ")),
    (Field.SURNAME, Level.EXACT, typed("Бонч_Бруевич"), typed("Бонч-Бруевич")),
    (Field.SURNAME, Level.SWAPPED, typed("Иванов Пётр"), typed("Петр Иванов")),
    (Field.SURNAME, Level.PART, typed("Иванова-Петрова"), typed("Иванова")),
    (Field.SURNAME, Level.PART, typed("Петрова"), typed("Иванова_Петрова")),
    (Field.SURNAME, Level.EDIT_1, typed("Иванов"), typed("Ивнов")),
    (Field.SURNAME, Level.EDIT_1, typed("Лиса"), typed("Лисак")),
    (Field.SURNAME, Level.EDIT_2, typed("Иванов"), typed("Ивноав")),
    (Field.SURNAME, Level.DIFFERENT, typed("Ким"), typed("Кит")),
    (Field.SURNAME, Level.DIFFERENT, typed("Лисак"), typed("Лысюк")),
    (Field.SURNAME, Level.DIFFERENT, typed("Иванов Пётр"), typed("Пётр Сергей")),
    (Field.SURNAME, Level.DIFFERENT, typed("Иванова-Петрова"), typed("Петровска")),
    (Field.SURNAME, Level.MISSING, typed("Иванов"), typed("-")),
    (Field.NAME, Level.EXACT, typed("А Пётр"), typed("Б Петр")),
    (Field.NAME, Level.SWAPPED, typed("Иванов Пётр"), typed("Пётр Иванов")),
    (Field.NAME, Level.VARIANT, typed("А Наталья"), typed("Б Наталия")),
    (Field.NAME, Level.OTHER_NAME, typed("А Александр"), typed("Б Александра")),
    (Field.NAME, Level.OTHER_NAME, typed("А Арина"), typed("Б Карина")),
    (Field.NAME, Level.EDIT_1, typed("А Александр"), typed("Б Алексндр")),
    (Field.NAME, Level.EDIT_1, typed("А Лев"), typed("Б Лева")),
    (Field.NAME, Level.NEAR_NAME, typed("А Александр"), typed("Б Алекснадр")),
    (Field.NAME, Level.NEAR_NAME, typed("А Хусан"), typed("Б Хусанн")),
    (Field.NAME, Level.DIFFERENT, typed("А Александр"), typed("Б Алксадрр")),
    (Field.NAME, Level.MISSING, typed("А Пётр"), typed("Б П.")),
    (Field.NAME, Level.MISSING, typed("А Нет"), typed("Б Отсутствует")),
    (Field.PATRONYMIC, Level.EXACT, typed("А Б Артёмович"), typed("А Б Артемович")),
    (Field.PATRONYMIC, Level.VARIANT, typed("А Б Геннадьевич"), typed("А Б Геннадиевич")),
    (Field.PATRONYMIC, Level.VARIANT, typed("А Б Али_оглы"), typed("А Б Алиоглы")),
    (Field.PATRONYMIC, Level.EDIT_1, typed("А Б Иванович"), typed("А Б Ивнович")),
    (Field.PATRONYMIC, Level.EDIT_2, typed("А Б Сергеевич"), typed("А Б Сергеевна")),
    (Field.PATRONYMIC, Level.DIFFERENT, typed("А Б Иванович"), typed("А Б Петрович")),
    (Field.PATRONYMIC, Level.MISSING, typed("А Б Иванович"), typed("А Б нет")),
    (Field.BIRTH_DATE, Level.EXACT, typed(born="2015-05-07"), typed(born="2015-05-07")),
    (Field.BIRTH_DATE, Level.DAY_MONTH, typed(born="2015-05-07"), typed(born="2015-07-05")),
    (Field.BIRTH_DATE, Level.EDIT_1, typed(born="2015-05-07"), typed(born="2015-05-17")),
    (Field.BIRTH_DATE, Level.EDIT_1, typed(born="2015-05-07"), typed(born="2005-05-07")),
    (Field.BIRTH_DATE, Level.TWO_PARTS, typed(born="2015-05-07"), typed(born="2015-05-28")),
    (Field.BIRTH_DATE, Level.TWO_PARTS, typed(born="2009-05-07"), typed(born="2010-05-07")),
    (Field.BIRTH_DATE, Level.DIFFERENT, typed(born="2015-05-07"), typed(born="2015-06-28")),
    (Field.BIRTH_DATE, Level.DIFFERENT, typed(born="2015-05-07"), typed(born="2014-07-05")),
    (Field.BIRTH_DATE, Level.MISSING, typed(born="2015-05-07"), typed()),
    (Field.SEX, Level.EXACT, typed(sex=Sex.MALE), typed("А Б В", sex=Sex.MALE)),
    (Field.SEX, Level.DIFFERENT, typed(sex=Sex.MALE), typed("А Б В", sex=Sex.FEMALE)),
    (Field.SEX, Level.MISSING, typed(sex=Sex.MALE), typed()),
    (Field.SNILS, Level.EXACT, typed(snils=SNILS), typed(snils="11223344595")),
    (Field.SNILS, Level.DIFFERENT, typed(snils=SNILS), typed(snils=OTHER_SNILS)),
    (Field.SNILS, Level.MISSING, typed(snils=SNILS), typed(snils="112-233-445 96")),
    (
        *(Field.CERTIFICATE, Level.EXACT),
        *(typed(certificate=CERTIFICATE), typed(certificate="1VAИ123456")),
    ),
    (
        *(Field.CERTIFICATE, Level.NEIGHBOUR),
        *(typed(certificate="IV-АИ № 099999"), typed(certificate="IV-АИ № 100002")),
    ),
    (
        *(Field.CERTIFICATE, Level.EDIT_1),
        *(typed(certificate=CERTIFICATE), typed(certificate="IV-АИ № 123956")),
    ),
    (
        *(Field.CERTIFICATE, Level.EDIT_1),
        *(typed(certificate=CERTIFICATE), typed(certificate="V-АИ № 123456")),
    ),
    (
        *(Field.CERTIFICATE, Level.DIFFERENT),
        *(typed(certificate=CERTIFICATE), typed(certificate="II-МЮ № 123457")),
    ),
    (Field.CERTIFICATE, Level.MISSING, typed(certificate=CERTIFICATE), typed(certificate="45 04")),
    (Field.ENROLLED, Level.EXACT, typed(enrolled="2025-06-01"), typed(enrolled="2026-05-31")),
    (Field.ENROLLED, Level.DIFFERENT, typed(enrolled="2025-05-31"), typed(enrolled="2025-06-01")),
    (Field.ENROLLED, Level.MISSING, typed(enrolled="2025-06-01"), typed()),
]

#: What stands in cells of names though it should not, beside what should.
NASTY_NAMES = [
    *("", "-", "нет", "?", "??", "А", "Аб", "Ым", "Аб-Вг", "Ив%нов", "Ив_нов", "%%", "__"),
    *("Иванов", "ИВАНОВ", "Иванова", "Ивaнов", "Ива\u0301нов", "Иванов-Петров", "%%-Петров"),
    *("__-Петров", "Иванов_Петров", "Петров", "Петров-Иванов", "Иванов\\-Петров", "\\%", "\\\\"),
    *("Smith", "O'Brien", "О’Брайен", "李小龙", "李小明", "ქართველი", "Їжак", "Ёжик", "Йоко"),
    *("Ёжик-", "'; DROP TABLE t--", "Александр", "Александра", "Алексндр", "Наталья", "Наталия"),
    *(
        "Оглы",
        "Али оглы",
        "Алиоглы",
        "Иванович",
        "Ивановна",
        "Ивановмч",
        "\u200b",
        "\u00a0",
        "x" * 3,
    ),
    *("Ово" * 200, "Ово" * 199 + "Ова", "12", "1-2"),
]
NASTY_DATES = (
    "",
    "2015-05-07",
    "2015-07-05",
    "2015-05-17",
    "2014-05-07",
    "2015-11-11",
    "1999-12-31",
)
NASTY_CERTIFICATES = (
    *("", CERTIFICATE, OTHER_CERTIFICATE, "IV-АИ № 123459", "IV-АИ № 123460", "V-АИ № 123456"),
    *("IV-АИ № 12345", "IV-АИ", "123456", "45 04 123456", "IV-АИ № 000001", "I-АИ № 999999"),
)


def nasty_records() -> list[Forms]:
    """Every nasty name in every place, beside others."""
    names = NASTY_NAMES

    def of(values: tuple[str, ...], number: int) -> str:
        return values[number % len(values)]

    return [
        record(
            surname,
            names[(number * shift) % len(names)],
            names[(number + 5 * shift) % len(names)],
            of(NASTY_DATES, number + shift),
            sex=(None, Sex.MALE, Sex.FEMALE)[number % 3],
            snils=of(("", SNILS, OTHER_SNILS, "1"), number // 2),
            certificate=of(NASTY_CERTIFICATES, number * shift),
            enrolled=of(NASTY_DATES, number // 3),
        )
        for number, surname in enumerate(names)
        for shift in (1, 3)
    ]


FORMS = st.sampled_from([*nasty_records(), *(side for row in SHOWN for side in row[2:])])


@pytest.mark.parametrize(("field", "level", "left", "right"), SHOWN)
def test_two_records_have_the_level_that_a_person_sees(
    field: Field, level: Level, left: Forms, right: Forms
) -> None:
    assert LEVEL_OF[field](left, right) is level


def test_every_level_is_shown_by_two_records() -> None:
    shown = {(field, level) for field, level, _, _ in SHOWN}
    assert shown == {
        (field, level)
        for field, levels in LEVEL_SQL.items()
        for level in (*levels, Level.DIFFERENT, Level.MISSING)
    }


@given(FORMS, FORMS)
def test_levels_are_the_same_when_the_records_change_places(left: Forms, right: Forms) -> None:
    assert {field: level_of(left, right) for field, level_of in LEVEL_OF.items()} == {
        field: level_of(right, left) for field, level_of in LEVEL_OF.items()
    }


@given(FORMS)
def test_a_record_agrees_with_itself_in_all_it_tells(forms: Forms) -> None:
    assert {level_of(forms, forms) for level_of in LEVEL_OF.values()} <= {
        Level.EXACT,
        Level.MISSING,
    }


@pytest.mark.parametrize("field", Field)
def test_python_and_sql_see_the_same_level(field: Field) -> None:
    records = [*nasty_records(), *(side for row in SHOWN for side in row[2:])]
    pairs = list(product(records, repeat=2))
    expected = [LEVEL_OF[field](left, right) for left, right in pairs]
    found = levels_by_sql(field, records)
    assert [
        (level, by_sql, *pair)
        for level, by_sql, pair in zip(expected, found, pairs, strict=True)
        if level != by_sql
    ] == []


def levels_by_sql(field: Field, records: list[Forms]) -> list[str]:
    """The level of every record with every other, as DuckDB reads the conditions."""
    whens = "".join(f" WHEN {sql} THEN '{level}'" for level, sql in LEVEL_SQL[field].items())
    left, right = side(records, "l"), side(records, "r")
    with duckdb.connect() as database:
        database.register("l", left)
        database.register("r", right)
        found = database.execute(
            f"SELECT CASE WHEN {field}_l IS NULL OR {field}_r IS NULL THEN 'missing'"  # noqa: S608
            f"{whens} ELSE 'different' END FROM l, r ORDER BY place_l, place_r"
        )
        return [level for (level,) in found.fetchall()]


def side(records: list[Forms], suffix: str) -> pa.Table:
    rows = [asdict(forms) | {"place": place} for place, forms in enumerate(records)]
    table = pa.Table.from_pylist(rows)
    return table.rename_columns([f"{name}_{suffix}" for name in table.column_names])

"""What each level of agreement means: in Python for a page, in SQL for a contingent.

The two columns say the same, in the same order: the first level that holds is the field's. A test
scores the same pairs by both. Only Levenshtein's distance is used, because it is the one that
RapidFuzz, DuckDB and Spark compute alike without additions.
"""

from collections.abc import Callable
from functools import lru_cache

from sverka.matching.forms import Forms
from sverka.matching.vocabulary import Field, Level

# From how many letters one edit, and two, are a slip and not another word.
_LETTERS_OF_SLIPS = (4, 6)
_LETTERS_OF_NEAR_NAMES = 3
_DISTANCES_REMEMBERED = 16384
_NUMBER_DIGITS = 6
_NEIGHBOURING_NUMBERS = 3
# To name a member of an enum takes ten times what a global takes, and every pair names these.
_EXACT, _MISSING = Level.EXACT, Level.MISSING


def _surname(left: Forms, right: Forms) -> Level:
    a, b = left.surname, right.surname
    if a is None or b is None:
        return _MISSING
    if a == b:
        return _EXACT
    if a == right.name and b == left.name:
        return Level.SWAPPED
    return Level.PART if _is_part(a, b) or _is_part(b, a) else _edits(a, b)


def _name(left: Forms, right: Forms) -> Level:
    a, b = left.name, right.name
    if a is None or b is None:
        return _MISSING
    if a == b:
        return _EXACT
    if a == right.surname and b == left.surname:
        return Level.SWAPPED
    if left.name_key == right.name_key:
        return Level.VARIANT
    return _other_or_near(a, b, left.known_name, right.known_name)


def _other_or_near(a: str, b: str, a_is_known: bool, b_is_known: bool) -> Level:
    """Two real names are two children's; one letter beside a real name is a slip of it."""
    if a_is_known and b_is_known:
        return Level.OTHER_NAME
    edits = _distance(a, b, 2)
    if edits > 2 or min(len(a), len(b)) < _LETTERS_OF_NEAR_NAMES:
        return Level.DIFFERENT
    return Level.EDIT_1 if edits == 1 and a_is_known != b_is_known else Level.NEAR_NAME


def _patronymic(left: Forms, right: Forms) -> Level:
    a, b = left.patronymic, right.patronymic
    if a is None or b is None:
        return _MISSING
    if a == b:
        return _EXACT
    return Level.VARIANT if left.patronymic_key == right.patronymic_key else _edits(a, b)


def _birth_date(left: Forms, right: Forms) -> Level:
    a, b = left.birth_date, right.birth_date
    if a is None or b is None:
        return _MISSING
    if a == b:
        return _EXACT
    if a[:4] == b[:4] and a[4:6] == b[6:] and a[6:] == b[4:6]:
        return Level.DAY_MONTH
    if _distance(a, b, 1) == 1:
        return Level.EDIT_1
    equal_parts = (a[:4] == b[:4]) + (a[4:6] == b[4:6]) + (a[6:] == b[6:])
    return Level.TWO_PARTS if equal_parts == 2 else Level.DIFFERENT


def _certificate(left: Forms, right: Forms) -> Level:
    a, b = left.certificate, right.certificate
    if a is None or b is None:
        return _MISSING
    if a == b:
        return _EXACT
    one_series = a[:-_NUMBER_DIGITS] == b[:-_NUMBER_DIGITS]
    apart = abs(int(a[-_NUMBER_DIGITS:]) - int(b[-_NUMBER_DIGITS:]))
    if one_series and apart <= _NEIGHBOURING_NUMBERS:
        return Level.NEIGHBOUR
    one_edit = _distance(a, b, 1) == 1
    return Level.EDIT_1 if one_edit else Level.DIFFERENT


def _sex(left: Forms, right: Forms) -> Level:
    return _equality(left.sex, right.sex)


def _snils(left: Forms, right: Forms) -> Level:
    return _equality(left.snils, right.snils)


def _enrolled(left: Forms, right: Forms) -> Level:
    return _equality(left.enrolled, right.enrolled)


def _equality(a: object, b: object) -> Level:
    if a is None or b is None:
        return _MISSING
    return _EXACT if a == b else Level.DIFFERENT


def _is_part(whole: str, part: str) -> bool:
    """Whether a double surname holds the other."""
    return whole.startswith(f"{part}-") or whole.endswith(f"-{part}")


@lru_cache(_DISTANCES_REMEMBERED)
def _distance(a: str, b: str, most: int) -> int:
    """Levenshtein's distance, told exactly up to `most`."""
    # A report of equal names never asks for it, and should not wait for RapidFuzz to load.
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b, score_cutoff=most)


def _edits(a: str, b: str) -> Level:
    """How many letters differ; of short words a letter is too much."""
    shorter = min(len(a), len(b))
    edits = _distance(a, b, 2)
    if edits == 1 and shorter >= _LETTERS_OF_SLIPS[0]:
        return Level.EDIT_1
    if edits <= 2 and shorter >= _LETTERS_OF_SLIPS[1]:
        return Level.EDIT_2
    return Level.DIFFERENT


#: The level of each field of two records.
LEVEL_OF: dict[Field, Callable[[Forms, Forms], Level]] = {
    Field.SURNAME: _surname,
    Field.NAME: _name,
    Field.PATRONYMIC: _patronymic,
    Field.BIRTH_DATE: _birth_date,
    Field.SEX: _sex,
    Field.SNILS: _snils,
    Field.CERTIFICATE: _certificate,
    Field.ENROLLED: _enrolled,
}


def _edits_sql(column: str) -> dict[Level, str]:
    left, right = f"{column}_l", f"{column}_r"
    shorter = f"least(length({left}), length({right}))"
    edits = f"levenshtein({left}, {right})"
    return {
        Level.EDIT_1: f"{edits} = 1 AND {shorter} >= {_LETTERS_OF_SLIPS[0]}",
        Level.EDIT_2: f"{edits} <= 2 AND {shorter} >= {_LETTERS_OF_SLIPS[1]}",
    }


def _is_part_sql(whole: str, part: str) -> str:
    # Not LIKE: a name may hold what LIKE takes for a wildcard.
    letters = f"length({part}) + 1"
    return (
        f"left({whole}, {letters}) = concat({part}, '-')"
        f" OR right({whole}, {letters}) = concat('-', {part})"
    )


_ONE_IS_KNOWN_SQL = "known_name_l <> known_name_r"
_NEAR_SQL = f"least(length(name_l), length(name_r)) >= {_LETTERS_OF_NEAR_NAMES}"
_SWAPPED_SQL = "surname_l = name_r AND surname_r = name_l"
_ONE_SERIES_SQL = (
    f"left(certificate_l, length(certificate_l) - {_NUMBER_DIGITS}) = "
    f"left(certificate_r, length(certificate_r) - {_NUMBER_DIGITS})"
)
_NUMBERS_APART_SQL = (
    f"abs(cast(right(certificate_l, {_NUMBER_DIGITS}) AS INT) - "
    f"cast(right(certificate_r, {_NUMBER_DIGITS}) AS INT))"
)
_EQUAL_PARTS_SQL = (
    "cast(substr(birth_date_l, 1, 4) = substr(birth_date_r, 1, 4) AS INT)"
    " + cast(substr(birth_date_l, 5, 2) = substr(birth_date_r, 5, 2) AS INT)"
    " + cast(substr(birth_date_l, 7, 2) = substr(birth_date_r, 7, 2) AS INT)"
)
_DAY_MONTH_SQL = (
    "substr(birth_date_l, 1, 4) = substr(birth_date_r, 1, 4)"
    " AND substr(birth_date_l, 5, 2) = substr(birth_date_r, 7, 2)"
    " AND substr(birth_date_l, 7, 2) = substr(birth_date_r, 5, 2)"
)


def _exact_sql(column: str) -> dict[Level, str]:
    return {Level.EXACT: f"{column}_l = {column}_r"}


#: The same in SQL that DuckDB and Spark both read. `DIFFERENT` is what is left, `MISSING` what is
#: empty on a side.
LEVEL_SQL: dict[Field, dict[Level, str]] = {
    Field.SURNAME: {
        **_exact_sql("surname"),
        Level.SWAPPED: _SWAPPED_SQL,
        Level.PART: (
            f"{_is_part_sql('surname_l', 'surname_r')} OR {_is_part_sql('surname_r', 'surname_l')}"
        ),
        **_edits_sql("surname"),
    },
    Field.NAME: {
        **_exact_sql("name"),
        Level.SWAPPED: _SWAPPED_SQL,
        Level.VARIANT: "name_key_l = name_key_r",
        Level.OTHER_NAME: "known_name_l AND known_name_r",
        Level.EDIT_1: f"levenshtein(name_l, name_r) = 1 AND {_ONE_IS_KNOWN_SQL} AND {_NEAR_SQL}",
        Level.NEAR_NAME: f"levenshtein(name_l, name_r) <= 2 AND {_NEAR_SQL}",
    },
    Field.PATRONYMIC: {
        **_exact_sql("patronymic"),
        Level.VARIANT: "patronymic_key_l = patronymic_key_r",
        **_edits_sql("patronymic"),
    },
    Field.BIRTH_DATE: {
        **_exact_sql("birth_date"),
        Level.DAY_MONTH: _DAY_MONTH_SQL,
        Level.EDIT_1: "levenshtein(birth_date_l, birth_date_r) = 1",
        Level.TWO_PARTS: f"{_EQUAL_PARTS_SQL} = 2",
    },
    Field.SEX: _exact_sql("sex"),
    Field.SNILS: _exact_sql("snils"),
    Field.CERTIFICATE: {
        **_exact_sql("certificate"),
        Level.NEIGHBOUR: f"{_ONE_SERIES_SQL} AND {_NUMBERS_APART_SQL} <= {_NEIGHBOURING_NUMBERS}",
        Level.EDIT_1: "levenshtein(certificate_l, certificate_r) = 1",
    },
    Field.ENROLLED: _exact_sql("enrolled"),
}

"""Raw columns of a contingent → the forms of the model, each distinct text read once."""

from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from sverka.matching.forms import (
    birth_form,
    certificate_form,
    is_known_name,
    name_form,
    name_key_form,
    patronymic_form,
    patronymic_key_form,
    school_year,
    snils_form,
    surname_form,
)
from sverka.pages.labels import labels
from sverka.people.dates import DateRole, read_date


def comparable(records: pa.Table, today: date) -> pa.Table:
    """The table that engines compare: `row` and one column for each of `Forms`.

    `records` has the raw texts as typed, `null` where nothing stands.
    """

    def birth(text: str) -> str | None:
        read = read_date(text, DateRole.PUPIL_BIRTH, today)
        return None if read.problem else birth_form(read.value)

    def year(text: str) -> int | None:
        return school_year(read_date(text, DateRole.EVENT, today).value)

    def column(name: str, form: Callable[[str], object], kind: pa.DataType) -> pa.ChunkedArray:
        return _each_once(records[name], form, kind)

    text = pa.string()
    return pa.table(
        {
            "row": records["row"],
            "surname": column("surname", surname_form, text),
            "name": column("name", name_form, text),
            "name_key": column("name", name_key_form, text),
            "known_name": pc.fill_null(column("name", is_known_name, pa.bool_()), False),
            "patronymic": column("patronymic", patronymic_form, text),
            "patronymic_key": column("patronymic", patronymic_key_form, text),
            "birth_date": column("birth_date", birth, text),
            "sex": column("sex", labels().sex, text),
            "snils": column("snils", snils_form, text),
            "certificate": column("certificate", certificate_form, text),
            "enrolled": column("enrolled", year, pa.int32()),
        }
    )


def _each_once(
    texts: pa.ChunkedArray, form: Callable[[str], object], kind: pa.DataType
) -> pa.ChunkedArray:
    """`form` of every text; of equal texts it is asked once."""
    encoded = texts.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    forms = pa.array([form(text) for text in encoded.dictionary.to_pylist()], kind)
    return pa.chunked_array([forms.take(encoded.indices)])

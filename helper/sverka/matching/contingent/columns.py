"""What the columns of a contingent file mean: by the captions of `labels.toml`, or by `--map`."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sverka.errors import ErrorCode, SverkaError
from sverka.pages.labels import Column, labels
from sverka.pages.vocabulary import Role
from sverka.people.folding import fold_caption
from sverka.texts import text

#: Without these nothing can be said of a child; the name may also stand in one column.
NEEDED = (Column.SURNAME, Column.NAME, Column.BIRTH_DATE)
_NAMES = frozenset((Column.SURNAME, Column.NAME))
OPTIONAL = (
    Column.PATRONYMIC,
    Column.SEX,
    Column.SNILS,
    Column.CERTIFICATE,
    Column.ACCOUNT_ID,
    Column.ORGANISATION,
    Column.CLASS,
    Column.ENROLLED,
    Column.DEPARTED,
)
_READ = frozenset(
    (
        *NEEDED,
        *OPTIONAL,
        Column.PERSON,
        Column.CERTIFICATE_SERIES,
        Column.CERTIFICATE_NUMBER,
    )
)

#: `--map`: the folded caption in the file → what it means.
Renames = Mapping[str, Column]


class Recognised(Struct, frozen=True):
    """Where each meaning stands in a header (0-based), and captions that repeat one."""

    places: Mapping[Column, int]
    repeated: tuple[str, ...]

    def missing(self) -> tuple[Column, ...]:
        named = self.places.keys() | (_NAMES if Column.PERSON in self.places else set())
        return tuple(column for column in NEEDED if column not in named)


def read_renames(typed: Iterable[str]) -> dict[str, Column]:
    """`--map "Фамилия=Last name"` as the folded caption of the file and its meaning."""
    renames = {}
    for rename in typed:
        known, sign, caption = rename.partition("=")
        if not (sign and fold_caption(caption)):
            raise SverkaError(ErrorCode.BAD_REQUEST, "link-map-malformed", rename=rename)
        label = labels().label(known)
        if label is None or label.role is not Role.MAIN or label.column not in _READ:
            names = ", ".join(map(column_name, (*NEEDED, *OPTIONAL)))
            raise SverkaError(
                ErrorCode.BAD_REQUEST, "link-map-unknown", caption=known.strip(), names=names
            )
        renames[fold_caption(caption)] = label.column
    return renames


def recognise(captions: Sequence[str], renames: Renames) -> Recognised:
    """The first column of each meaning; one named by `--map` goes before the synonyms."""
    places: dict[Column, int] = {}
    repeated = []
    renamed = {renames[key] for caption in captions if (key := fold_caption(caption)) in renames}
    for place, caption in enumerate(captions):
        column = _meaning(caption, renames, renamed)
        if column is None:
            continue
        if column in places:
            repeated.append(caption)
        else:
            places[column] = place
    return Recognised(places, tuple(repeated))


def _meaning(caption: str, renames: Renames, renamed: set[Column]) -> Column | None:
    chosen = renames.get(fold_caption(caption))
    if chosen is not None:
        return chosen
    label = labels().label(caption)
    if label is None or label.role is not Role.MAIN or label.column not in _READ - renamed:
        return None
    return label.column


def column_name(column: Column) -> str:
    """The Russian name of a column, as the operator is told of it."""
    return text(f"link.column.{column.value}")

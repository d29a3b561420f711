"""The identity documents of a card, put together from the fields they are spread over."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sverka.pages.card_labels import card_labels
from sverka.pages.records import Document
from sverka.pages.vocabulary import CardField, DocumentKind
from sverka.people.documents import join_cells

#: The fields of a document; one that comes again begins the next document.
PARTS = frozenset(
    {
        CardField.DOCUMENT,
        CardField.DOCUMENT_TYPE,
        CardField.DOCUMENT_SERIES,
        CardField.DOCUMENT_NUMBER,
        CardField.ISSUED_ON,
    }
)
_HALVES = frozenset({CardField.DOCUMENT_SERIES, CardField.DOCUMENT_NUMBER})
_IDENTIFYING = PARTS - {CardField.DOCUMENT_TYPE, CardField.ISSUED_ON}


class Part(Struct, frozen=True):
    """One field of a document with its caption; a caption over a block has no value of its own."""

    field: CardField
    caption: str
    value: str | None


def read_documents(parts: Iterable[Part]) -> tuple[Document, ...]:
    """The documents in the card's order; a card that shows no series or number shows none."""
    return tuple(_document(group) for group in _grouped(parts) if _is_shown(group))


def _grouped(parts: Iterable[Part]) -> Iterator[dict[CardField, Part]]:
    group: dict[CardField, Part] = {}
    for part in parts:
        whole_follows = part.field is CardField.DOCUMENT and _IDENTIFYING & group.keys()
        if part.field in group or whole_follows:
            yield group
            group = {}
        group[part.field] = part
    yield group


def _is_shown(group: dict[CardField, Part]) -> bool:
    """Whether it can be judged: half a number, the rest being withheld, is none."""
    unread = {field for field, part in group.items() if part.value is None}
    return bool(_IDENTIFYING & group.keys() - unread) and not _HALVES & unread


def _document(group: dict[CardField, Part]) -> Document:
    values = {field: part.value or "" for field, part in group.items()}
    series = values.get(CardField.DOCUMENT_SERIES, "")
    number = values.get(CardField.DOCUMENT_NUMBER, "")
    return Document(
        kind=_kind(group),
        written=values.get(CardField.DOCUMENT, "").strip() or join_cells(series, number),
        issued_on=values.get(CardField.ISSUED_ON, ""),
    )


def _kind(group: dict[CardField, Part]) -> DocumentKind | None:
    """What the type says, else what the captions say."""
    labels = card_labels()
    chosen = group.get(CardField.DOCUMENT_TYPE)
    if chosen and chosen.value and chosen.value.strip():
        return labels.document_kind(chosen.value) or DocumentKind.OTHER
    told = (labels.document_kind(part.caption) for part in group.values())
    return next(filter(None, told), None)

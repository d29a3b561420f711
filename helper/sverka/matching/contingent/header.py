"""Finds the heading of a table: files begin with titles and empty rows as often as not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest

from msgspec import Struct

from sverka.matching.contingent.columns import Recognised, Renames, recognise
from sverka.people.folding import collapse, fold_caption

#: How far down a heading is looked for.
ROWS_LOOKED_AT = 30
_KNOWN_ENOUGH = 2


class Header(Struct, frozen=True):
    """A heading: its captions, what they mean, and in which row it ends (1-based)."""

    row: int
    captions: tuple[str, ...]
    recognised: Recognised

    @property
    def knows(self) -> int:
        return len(self.recognised.places)

    @property
    def is_known(self) -> bool:
        return self.knows >= _KNOWN_ENOUGH


def find_header(rows: Iterable[Sequence[str]], renames: Renames) -> Header | None:
    """The row, or the two rows, in which most captions are known; `None` where all are empty.

    Where none is known it is the first row that is not empty: the operator is shown its captions.
    """
    best: Header | None = None
    above: Header | None = None
    for number, row in enumerate(islice(rows, ROWS_LOOKED_AT), start=1):
        if not any(map(fold_caption, row)):
            above = None
            continue
        found = _header(number, tuple(map(collapse, row)), renames)
        for header in (found, *_with_above(found, above, renames)):
            if best is None or header.knows > best.knows:
                best = header
        above = found
    return best


def _header(row: int, captions: tuple[str, ...], renames: Renames) -> Header:
    return Header(row, captions, recognise(captions, renames))


def _with_above(lower: Header, above: Header | None, renames: Renames) -> Iterator[Header]:
    """Both rows as one heading: «ФИО» stands above «Фамилия», «Имя», «Отчество»."""
    if above is None or not lower.is_known:
        return
    cells = zip_longest(lower.captions, above.captions, fillvalue="")
    yield _header(lower.row, tuple(under or over for under, over in cells), renames)

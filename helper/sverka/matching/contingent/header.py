"""Finds the heading of a table: files begin with titles and empty rows as often as not."""

from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct

from sverka.matching.contingent.columns import Recognised, Renames, recognise
from sverka.people.folding import collapse, fold_caption

#: How far down a heading is looked for.
ROWS_LOOKED_AT = 30
_KNOWN_ENOUGH = 2


class Header(Struct, frozen=True):
    """A heading: its captions, what they mean, and in which row it stands (1-based)."""

    row: int
    captions: tuple[str, ...]
    recognised: Recognised

    @property
    def is_known(self) -> bool:
        return len(self.recognised.places) >= _KNOWN_ENOUGH


def find_header(rows: Iterable[Sequence[str]], renames: Renames) -> Header | None:
    """The row in which most captions are known; `None` where every row is empty.

    Where none is known it is the first row that is not empty: the operator is shown its captions.
    """
    best: Header | None = None
    for number, row in enumerate(islice(rows, ROWS_LOOKED_AT), start=1):
        if not any(map(fold_caption, row)):
            continue
        captions = tuple(map(collapse, row))
        found = Header(number, captions, recognise(captions, renames))
        if best is None or len(found.recognised.places) > len(best.recognised.places):
            best = found
    return best

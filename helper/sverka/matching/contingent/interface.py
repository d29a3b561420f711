"""What the run asks of the matching model: tables of records in, pairs and groups out."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pyarrow as pa
from msgspec import Struct

from sverka.matching.contingent.vocabulary import EngineName

#: A person's data as typed, an empty cell as null; the columns of the records after `row`.
FIELDS = (
    "surname",
    "name",
    "patronymic",
    "birth_date",
    "sex",
    "snils",
    "certificate",
    "organisation",
    "class",
    "enrolled",
    "departed",
)

#: Tells how much of a stage is done, from 0 to 1.
Progress = Callable[[float], None]


class Engine(Struct, frozen=True):
    """Where to compute; `master` is the address of a Spark cluster, `None` for this computer."""

    name: EngineName
    master: str | None = None


class Matcher(Protocol):
    """The model. Its tables are Arrow's: what they hold is told at each method."""

    @property
    def model_version(self) -> str:
        """Changes whenever the answers may change; finished stages of another one are not used."""
        ...

    def link_pairs(
        self,
        records: pa.Table,
        *,
        against: pa.Table | None,
        engine: Engine,
        workdir: Path,
        progress: Progress,
    ) -> pa.Table:
        """Pairs `left, right` (int64), `score_bits` (float64), `verdict`, `why` (Russian).

        `records` have `row` (int64, from 0 over all files) and `FIELDS` (strings). With `against`,
        whose rows go on counting, `left` is a row of `records` and `right` one of `against`.
        """
        ...

    def clusters(self, pairs: pa.Table, accounts: pa.ChunkedArray) -> pa.Table:
        """Rows of groups: `row, group` (int64), `verdict`, `score_bits`, `flagged` (bool).

        `accounts` has the number of each row's account, or null: two rows of one account need no
        pair. `score_bits` is that of the row's strongest link to another of its group; a
        flagged group contradicts itself inside.
        """
        ...

"""A whole run of `sverka link`: files in, a folder of results out."""

import shutil
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from pyarrow import parquet

from sverka import __version__
from sverka.matching.contingent.columns import read_renames
from sverka.matching.contingent.exhausted import told_when_exhausted
from sverka.matching.contingent.folder import held_folder, publish
from sverka.matching.contingent.groups import grouped_rows, write_groups
from sverka.matching.contingent.interface import FIELDS, Engine, Matcher, Progress
from sverka.matching.contingent.newcomers import newcomer_rows, write_newcomers
from sverka.matching.contingent.pairs import accounts_of, of_two_accounts, write_pairs
from sverka.matching.contingent.progress import Reporter
from sverka.matching.contingent.reading import LEFT_OUT, RECORDS, Read, read_all
from sverka.matching.contingent.space import require_space
from sverka.matching.contingent.stages import Stages, fingerprint, key_of, seconds_since
from sverka.matching.contingent.summary import (
    GroupsSummary,
    Summary,
    files_of,
    groups_of,
    verdicts_of,
    write_summary,
)
from sverka.matching.contingent.table import FoundTable
from sverka.matching.contingent.tables import check_files, check_tables, find_tables
from sverka.matching.contingent.vocabulary import StageName

_PAIRS = "pairs.parquet"
_GROUPS = "groups.parquet"
_ENGINE = "engine"
# About how much of the writing is done by then; groups.xlsx takes the rest.
_PAIRS_ARE_WRITTEN = 0.3


class Job(Struct, frozen=True):
    """What the operator asked for."""

    files: tuple[Path, ...]
    out: Path
    engine: Engine
    against: Path | None = None
    renames: tuple[str, ...] = ()

    @property
    def every_file(self) -> tuple[Path, ...]:
        return (*self.files, self.against) if self.against else self.files


class _Paired(Struct, frozen=True):
    one_account: int


class _Grouped(Struct, frozen=True):
    groups: int


def link(job: Job, matcher: Matcher, reporter: Reporter) -> Summary:
    """Read, link and write; what an interrupted run has finished is taken from it.

    Raises `SverkaError` for everything the operator can mend; then nothing half-written is left.
    """
    check_files(job.every_file)
    require_space(job.every_file, job.out)
    renames = read_renames(job.renames)
    found = find_tables(job.every_file, renames)
    check_tables(found, renames)
    tables = [table for table in found if table.file in job.files]
    against = [table for table in found if table.file == job.against]
    with held_folder(job.out) as folder, told_when_exhausted("link-disk-full", out=job.out):
        return _Run(job, matcher, Stages(folder, reporter)).finish(tables, against)


class _Run:
    """One run with the stages it goes through."""

    def __init__(self, job: Job, matcher: Matcher, stages: Stages) -> None:
        self._job = job
        self._matcher = matcher
        self._stages = stages

    def finish(self, tables: Sequence[FoundTable], against: Sequence[FoundTable]) -> Summary:
        job = self._job
        inputs = key_of(__version__, fingerprint(job.every_file), job.against, job.renames)
        model = key_of(inputs, job.engine, self._matcher.model_version)
        read = self._stages.run(
            StageName.READING,
            inputs,
            Read,
            lambda folder, progress: read_all(tables, against, folder, progress),
        )
        paired = self._stages.run(
            StageName.PAIRS,
            model,
            _Paired,
            lambda folder, progress: self._pair(read, folder, progress),
        )
        if job.against is None:
            self._stages.run(StageName.GROUPS, model, _Grouped, self._group)
        return self._write(read, paired)

    def _pair(self, read: Read, folder: Path, progress: Progress) -> _Paired:
        reading = self._stages.folder(StageName.READING)
        records = parquet.read_table(reading / RECORDS, columns=["row", *FIELDS])
        pairs = self._matcher.link_pairs(
            records.slice(0, read.against_from),
            against=records.slice(read.against_from) if self._job.against else None,
            engine=self._job.engine,
            workdir=_made(folder / _ENGINE),
            progress=progress,
        )
        shutil.rmtree(folder / _ENGINE)
        kept = pairs if self._job.against else of_two_accounts(pairs, reading)
        parquet.write_table(kept, folder / _PAIRS)
        return _Paired(pairs.num_rows - kept.num_rows)

    def _group(self, folder: Path, _progress: Progress) -> _Grouped:
        accounts = accounts_of(self._stages.folder(StageName.READING))
        groups = self._matcher.clusters(self._pairs(), accounts)
        parquet.write_table(groups, folder / _GROUPS)
        return _Grouped(groups.num_rows)

    def _pairs(self) -> pa.Table:
        return parquet.read_table(self._stages.folder(StageName.PAIRS) / _PAIRS)

    def _write(self, read: Read, paired: _Paired) -> Summary:
        reading = self._stages.folder(StageName.READING)
        with self._stages.partial(StageName.WRITING) as (folder, progress):
            started = time.perf_counter()
            pairs = self._pairs()
            write_pairs(pairs, reading, folder / "pairs.csv")
            shutil.copy(reading / LEFT_OUT, folder / LEFT_OUT)
            progress(_PAIRS_ARE_WRITTEN)
            groups, newcomers = None, None
            if self._job.against is None:
                groups = self._write_groups(read, reading, folder)
            else:
                newcomers = self._write_newcomers(pairs, read, reading, folder)
            self._stages.seconds[StageName.WRITING.value] = seconds_since(started)
            summary = self._summary(read, pairs, paired, groups, newcomers)
            write_summary(summary, folder)
            publish(folder, self._job.out)
        return summary

    def _summary(
        self,
        read: Read,
        pairs: pa.Table,
        paired: _Paired,
        groups: GroupsSummary | None,
        newcomers: dict[str, int] | None,
    ) -> Summary:
        return Summary(
            version=__version__,
            model_version=self._matcher.model_version,
            engine=self._job.engine.name.value,
            files=files_of(read),
            rows=read.rows,
            pairs=verdicts_of(pairs["verdict"]),
            one_account_pairs=paired.one_account,
            left_out=read.left_out,
            seconds=self._stages.seconds,
            reused_stages=tuple(self._stages.reused),
            groups=groups,
            newcomers=newcomers,
        )

    def _write_groups(self, read: Read, reading: Path, folder: Path) -> GroupsSummary:
        groups = parquet.read_table(self._stages.folder(StageName.GROUPS) / _GROUPS)
        rows = grouped_rows(groups, read, reading)
        return groups_of(rows, write_groups(rows, read, folder))

    def _write_newcomers(
        self, pairs: pa.Table, read: Read, reading: Path, folder: Path
    ) -> dict[str, int]:
        rows = newcomer_rows(pairs, read, reading, datetime.now(tz=UTC).date())
        return write_newcomers(rows, folder)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder

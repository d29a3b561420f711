"""What the tests of whole files start from: files of synthetic children, and a run over them."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from openpyxl import Workbook

from sverka.matching.contingent.interface import Engine, Progress
from sverka.matching.contingent.run import Job, link
from sverka.matching.contingent.summary import Summary
from sverka.matching.contingent.vocabulary import EngineName, StageName
from tests.unit.matching.contingent.exact import ExactMatcher

Rows = Sequence[Sequence[object]]

HEADING = ("ФИО", "Дата рождения", "ID", "ОО")
IVANOV = ("Иванов Иван Иванович", "07.05.2015")
PETROVA = ("Петрова Анна Олеговна", "01.02.2014")
CHILDREN: Rows = (
    HEADING,
    (*IVANOV, "s100", "СОШ №2"),
    (*PETROVA, "s200", "СОШ №2"),
    (*IVANOV, "s300", "ДОУ №5"),
)


class Silent:
    """A reporter that remembers which stages it was told of."""

    def __init__(self) -> None:
        self.worked: list[StageName] = []
        self.taken: list[StageName] = []

    @contextmanager
    def stage(self, name: StageName) -> Iterator[Progress]:
        self.worked.append(name)
        yield self._tell

    def reused(self, name: StageName) -> None:
        self.taken.append(name)

    @staticmethod
    def _tell(share: float) -> None:
        assert 0 <= share <= 1


class Ran(Struct, frozen=True):
    """A finished run and its folder of results."""

    summary: Summary
    out: Path
    reporter: Silent

    def table(self, name: str) -> list[dict[str, str]]:
        """A csv of the results, read as Excel in Russia reads it."""
        text = (self.out / name).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))


class Folder(Struct, frozen=True):
    """A folder of input files, with the output beside it."""

    path: Path
    matcher: ExactMatcher

    def csv(self, name: str, rows: Rows, encoding: str = "utf-8", delimiter: str = ";") -> Path:
        file = self.path / name
        with file.open("w", encoding=encoding, newline="") as target:
            csv.writer(target, delimiter=delimiter).writerows(rows)
        return file

    def text(self, name: str, content: str | bytes) -> Path:
        file = self.path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def xlsx(self, name: str, **sheets: Rows) -> Path:
        book = Workbook(write_only=True)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(self.path / name)
        return self.path / name

    def link(self, *files: Path, **asked: Any) -> Ran:
        reporter = Silent()
        out = asked.pop("out", self.path / "out")
        job = Job(files, out, Engine(EngineName.DUCKDB), **asked)
        return Ran(link(job, self.matcher, reporter), out, reporter)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path, ExactMatcher())


MakeFile = Callable[[Folder], Path]

"""Tells how far a run is: a bar with an estimate on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import click

from sverka.bars import bar
from sverka.matching.contingent.interface import Progress
from sverka.matching.contingent.vocabulary import StageName
from sverka.texts import text


class Reporter(Protocol):
    """Where the stages tell of themselves."""

    def stage(self, name: StageName) -> AbstractContextManager[Progress]:
        """Around the work of a stage; gives what the work tells its progress to."""
        ...

    def reused(self, name: StageName) -> None:
        """A stage that an earlier run finished."""
        ...


class Lines:
    """A line when a stage begins and one when it is done."""

    @contextmanager
    def stage(self, name: StageName) -> Iterator[Progress]:
        _say("link.said.begun", name)
        started = time.perf_counter()
        yield lambda _share: None
        _say("link.said.done", name, seconds=round(time.perf_counter() - started, 1))

    def reused(self, name: StageName) -> None:
        _say("link.said.reused", name)


class Bars:
    """A bar for each stage, with the time it took and the time it will take."""

    @contextmanager
    def stage(self, name: StageName) -> Iterator[Progress]:
        with bar(text(f"link.stage.{name.value}")) as progress:
            yield progress

    def reused(self, name: StageName) -> None:
        _say("link.said.reused", name)


def reporter() -> Reporter:
    """Bars where somebody looks at them."""
    return Bars() if sys.stderr.isatty() else Lines()


def _say(key: str, name: StageName, **values: object) -> None:
    click.echo(text(key, stage=text(f"link.stage.{name.value}"), **values), err=True)

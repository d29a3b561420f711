"""`sverka purge`: destroys people's data, and writes the papers about it."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.commands.options import in_data_dir
from sverka.commands.russian_click import RussianCommand
from sverka.errors import ErrorCode, SverkaError
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.ledger.concerned import Concerned, Wanted
    from sverka.ledger.ledger import Ledger
    from sverka.ledger.purging import Purged

_PERSON_KEY = re.compile("[0-9a-f]{32}")
_ACT_SUFFIX = ".docx"


@click.command(cls=RussianCommand)
@click.option("--older-than", "age", metavar=text("cli.age"), help=text("cli.help.purge-age"))
@click.option("--all", "everybody", is_flag=True, help=text("cli.help.purge-all"))
@click.option("--person", metavar=text("cli.person"), help=text("cli.help.purge-person"))
@click.option("--again", is_flag=True, help=text("cli.help.purge-again"))
@click.option(
    "--act",
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.purge-act"),
)
@click.option("--yes", is_flag=True, help=text("cli.help.purge-yes"))
@in_data_dir
def purge(
    age: str | None,
    everybody: bool,
    person: str | None,
    again: bool,
    act: Path | None,
    yes: bool,
    data_dir: Path | None,
) -> None:
    """Destroy people's data."""
    from sverka.ledger.opened import open_ledger
    from sverka.ledger.purging import copies_beside, sweep

    wanted = _wanted(age, everybody, person, again)
    act = _act_file(act)
    with open_ledger(data_dir) as ledger:
        swept = list(_purge_each(ledger, wanted, act, yes))
        if not swept:
            swept = [sweep(ledger.database)]
            click.echo(text("purge.said.nothing"))
        elif copies := copies_beside(ledger.database):
            click.echo(text("purge.said.copies", files=", ".join(map(str, copies))))
    if not all(swept):
        raise SverkaError(ErrorCode.CONFLICT, "purge-not-swept")


def _wanted(age: str | None, everybody: bool, person: str | None, again: bool) -> "Wanted | None":
    """Whose data are to be destroyed; `None` for those who came back with a copy."""
    from sverka.ledger.concerned import Wanted
    from sverka.ledger.retention import moment_before
    from sverka.ledger.vocabulary import PurgeOf

    match age, everybody, person, again:
        case str(), False, None, False:
            return Wanted(PurgeOf.UNSEEN, before=moment_before(age))
        case None, True, None, False:
            return Wanted(PurgeOf.ALL)
        case None, False, str(), False:
            return Wanted(PurgeOf.PERSON, called=_called(person))
        case None, False, None, True:
            return None
    raise SverkaError(ErrorCode.BAD_REQUEST, "purge-whose")


def _purge_each(ledger: "Ledger", wanted: "Wanted | None", act: Path, yes: bool) -> Iterator[bool]:
    """Make the purge, or all that are due, each with papers of its own; tells of each whether the
    file is rid of what was destroyed.
    """
    from sverka.ledger.concerned import concerned
    from sverka.ledger.purge_papers import chosen_words
    from sverka.ledger.purges_due import purges_due

    with ledger.settled() as session:
        all_wanted = [wanted] if wanted else purges_due(session)
    for place, one in enumerate(all_wanted, start=1):
        with ledger.settled() as session:
            found = concerned(session, one)
        if not found:
            continue
        if not wanted:
            click.echo(text("purge.said.again", chosen=chosen_words(one)))
        if not yes:
            _confirm(found)
        its_act = act if place == 1 else act.with_stem(f"{act.stem}-{place}")
        purged, log = _purge(ledger, one, its_act)
        click.echo(text("purge.said.done", act=its_act.absolute(), log=log.absolute()))
        yield purged.swept


def _called(person: str) -> str:
    """A number or a key; a name would find nobody, and nobody would know that it did not."""
    from sverka.people.accounts import AccountNumber

    if AccountNumber.read(person) or ":" in person or _PERSON_KEY.fullmatch(person.strip()):
        return person
    raise SverkaError(ErrorCode.BAD_REQUEST, "purge-not-a-number", called=person)


def _act_file(chosen: Path | None) -> Path:
    if chosen is None:
        now = datetime.now().astimezone()
        return Path(text("purge.act-file", now=now)).with_suffix(_ACT_SUFFIX)
    if chosen.suffix.lower() != _ACT_SUFFIX:
        raise SverkaError(ErrorCode.BAD_REQUEST, "purge-act-format", file=chosen)
    return chosen


def _confirm(found: "Concerned") -> None:
    """Raises `SverkaError` unless the operator types the word that the question asks for."""
    counts = {
        "groups": len(found.groups),
        "accounts": len(found.accounts),
        "histories": len(found.histories),
    }
    click.echo(text("purge.said.concerned", **counts))
    answer = click.prompt(text("purge.question"), default="", show_default=False)
    if answer.strip().casefold() != text("purge.yes"):
        raise SverkaError(ErrorCode.CONFLICT, "purge-not-confirmed")


def _purge(ledger: "Ledger", wanted: "Wanted", act: Path) -> tuple["Purged", Path]:
    """Nothing is destroyed before it is sure that the papers can be written."""
    from sverka.bars import bar
    from sverka.ledger.actor import Actor
    from sverka.ledger.purge_papers import write_act, write_log
    from sverka.ledger.purging import purge as destroy
    from sverka.whole_files import whole_file

    log = act.with_name(text("purge.log-file", act=act.stem)).with_suffix(".csv")
    with whole_file(act) as act_draft, whole_file(log) as log_draft:
        with bar(text("purge.working")) as progress:
            purged = destroy(ledger, wanted, Actor.here(), progress)
        write_log(log_draft, purged)
        write_act(act_draft, purged, log)
    return purged, log

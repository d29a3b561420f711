"""`sverka decide`: what is decided of a group, or taken back."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sverka.commands.choices import OneOf
from sverka.commands.options import Command, Day, in_data_dir
from sverka.commands.russian_click import RussianGroup, RussianOption
from sverka.errors import ErrorCode, SverkaError
from sverka.known import IrremovableReason, NotDuplicateReason, State
from sverka.ledger.vocabulary import Act
from sverka.ledger.wording import reason_words
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.ledger.decisions import Decision


@click.group(name="decide", cls=RussianGroup)
def decide() -> None:
    """Hold the decisions."""


def of_group(command: Command) -> Command:
    """Give the command the group, and `--data-dir`."""
    with_group = click.argument(
        "group", metavar=text("cli.group"), help=text("cli.help.decide-group")
    )
    return with_group(in_data_dir(command))


def with_note(command: Command) -> Command:
    """Give the command `--note`."""
    return click.option("--note", metavar=text("cli.words"), help=text("cli.help.decide-note"))(
        command
    )


def for_reason(state: State, reasons: type[StrEnum]) -> Callable[[Command], Command]:
    """Give the command `--reason` with the reasons that lead to this state."""
    choices = OneOf(reasons, partial(reason_words, state))
    return click.option(
        "--reason",
        cls=RussianOption,
        required=True,
        type=choices,
        metavar=text("cli.reason"),
        help=text("cli.help.decide-reason", reasons=choices.told()),
    )


@decide.command(described="decide-assign")
@of_group
@click.option(
    "--organisation",
    cls=RussianOption,
    required=True,
    metavar=text("cli.organisation"),
    help=text("cli.help.decide-organisation"),
)
@click.option("--due", type=Day(), metavar=text("cli.day"), help=text("cli.help.decide-due"))
@with_note
def assign(
    group: str, organisation: str, due: date | None, note: str | None, data_dir: Path | None
) -> None:
    """Say who is to work on the group, and by when."""
    _decide(data_dir, Act.ASSIGN, group, organisation=organisation, due=due, note=note)


@decide.command(described="decide-worked")
@of_group
@click.option("--kept", metavar=text("cli.account"), help=text("cli.help.decide-kept"))
@click.option(
    "--removed",
    multiple=True,
    metavar=text("cli.account"),
    help=text("cli.help.decide-removed"),
)
@with_note
def worked(
    group: str,
    kept: str | None,
    removed: tuple[str, ...],
    note: str | None,
    data_dir: Path | None,
) -> None:
    """Say that the work is done."""
    _decide(data_dir, Act.WORKED, group, kept=kept, removed=removed, note=note)


@decide.command(described="decide-irremovable")
@of_group
@for_reason(State.IRREMOVABLE, IrremovableReason)
@with_note
def irremovable(
    group: str, reason: IrremovableReason, note: str | None, data_dir: Path | None
) -> None:
    """Say why the double cannot be removed."""
    _decide(data_dir, Act.IRREMOVABLE, group, reason=reason, note=note)


@decide.command(described="decide-not-duplicate")
@of_group
@for_reason(State.NOT_DUPLICATE, NotDuplicateReason)
@with_note
def not_duplicate(
    group: str, reason: NotDuplicateReason, note: str | None, data_dir: Path | None
) -> None:
    """Say why the group is no duplicate."""
    _decide(data_dir, Act.NOT_DUPLICATE, group, reason=reason, note=note)


@decide.command(described="decide-undo")
@of_group
def undo(group: str, data_dir: Path | None) -> None:
    """Take back what was decided last."""
    _decide(data_dir, Act.UNDO, group)


def _decide(data_dir: Path | None, act: Act, group: str, **told: Any) -> None:
    """Decide of the group as it stands; accounts may be named as people name them."""
    from sverka.ledger.actor import Actor
    from sverka.ledger.called import member_key
    from sverka.ledger.decisions import find_group
    from sverka.ledger.opened import open_ledger
    from sverka.ledger_console import state_told

    with open_ledger(data_dir) as ledger:
        with ledger.settled() as session:
            found = find_group(session, group)
            key, version = found.key, found.version
            if kept := told.get("kept"):
                told["kept"] = member_key(session, found, kept)
            if removed := told.get("removed"):
                told["removed"] = [member_key(session, found, called) for called in removed]
        decision = _checked({"group": key, "version": version, "act": act} | told)
        state = ledger.decide(decision, Actor.here())
    said = "undone" if act is Act.UNDO else "state"
    click.echo(text(f"decide.said.{said}", state=state_told(state).replace("\n", "; ")))


def _checked(told: Mapping[str, Any]) -> "Decision":
    """The decision; raises `SverkaError` where a note or a name is longer than is kept."""
    import msgspec

    from sverka.ledger.decisions import Decision

    try:
        return msgspec.convert(told, Decision)
    except msgspec.ValidationError:
        raise SverkaError(ErrorCode.BAD_REQUEST, "decision-too-long") from None

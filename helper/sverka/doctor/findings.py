"""What one check found: how bad it is, in words, and the remedy."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from sverka.errors import SverkaError
from sverka.texts import text


class Level(StrEnum):
    """How bad it is."""

    FINE = "fine"
    NOTICE = "notice"
    FAULT = "fault"


class Finding(Struct, frozen=True):
    """One line of the report; only what is not fine has a remedy."""

    check: str
    level: Level
    message: str
    remedy: str | None = None


def fine(check: str, reason: str, **values: object) -> Finding:
    """Nothing to do."""
    return Finding(check, Level.FINE, text(f"doctor.{reason}", **values))


def notice(check: str, reason: str, **values: object) -> Finding:
    """The helper works, but somebody should look."""
    return _found(check, Level.NOTICE, reason, values)


def fault(check: str, reason: str, **values: object) -> Finding:
    """The helper, or a part of it, does not work."""
    return _found(check, Level.FAULT, reason, values)


def told(check: str, trouble: SverkaError) -> Finding:
    """A fault that already has its words."""
    return Finding(check, Level.FAULT, trouble.message, trouble.hint)


def worst(findings: Sequence[Finding]) -> Level:
    """The level of the whole: that of the worst finding."""
    levels = tuple(Level)
    return max((finding.level for finding in findings), key=levels.index, default=Level.FINE)


def _found(check: str, level: Level, reason: str, values: dict[str, object]) -> Finding:
    message = text(f"doctor.{reason}.message", **values)
    return Finding(check, level, message, text(f"doctor.{reason}.remedy", **values))

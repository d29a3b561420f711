"""Why two records got their score, in a sentence for people."""

from collections.abc import Mapping

from sverka.matching.vocabulary import Field, Level
from sverka.texts import text


def why(levels: Mapping[Field, Level], guard: str | None) -> str:
    """The fields that say something, in the order of the model, and the guard first."""
    told = [
        f"{text(f'matching.field.{field}')}: {text(f'matching.level.{level}')}"
        for field, level in levels.items()
        if level is not Level.MISSING
    ]
    warning = [text(f"matching.guard.{guard}")] if guard else []
    return "; ".join((*warning, *told))

"""Values of options out of a closed vocabulary, in the operators' words or in those of scripts."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from sverka.errors import ErrorCode, SverkaError
from sverka.people.folding import fold_caption

Value = TypeVar("Value", bound=StrEnum)


class OneOf(click.ParamType[Value]):
    """One of some values, called as operators call it or as scripts do: `выявлен` or `found`.

    Several words may be written as one: `не-дубль`.
    """

    name = "choice"

    def __init__(self, values: Iterable[Value], words: Callable[[Value], str]) -> None:
        self._words = {value: words(value) for value in values}

    def told(self) -> str:
        """All values for a help page: `выявлен (found), назначен (assigned)`."""
        return ", ".join(f"{words} ({value.value})" for value, words in self._words.items())

    def convert(
        self, value: Any, param: click.Parameter | None, _ctx: click.Context | None
    ) -> Value:
        """Raises `SverkaError` (`choice-unknown`), which names all values."""
        called = {fold_caption(words): chosen for chosen, words in self._words.items()}
        called |= {fold_caption(chosen.value): chosen for chosen in self._words}
        chosen = called.get(fold_caption(value))
        if chosen is None:
            told = {"option": param.opts[0] if param else "", "value": value}
            choices = ", ".join(self._words.values())
            raise SverkaError(ErrorCode.BAD_REQUEST, "choice-unknown", **told, choices=choices)
        return chosen

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The operators' words, without the spaces at which a shell would part them."""
        written = (words.replace(" ", "-") for words in self._words.values())
        return [CompletionItem(word) for word in written if word.startswith(incomplete)]

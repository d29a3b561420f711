"""What is printed for people: a console of a steady width, and words nothing in them can change."""

from rich.console import Console
from rich.text import Text

_WIDTH_WHEN_PIPED = 140
# Control characters of a page must not work in the terminal; a line break is our own.
_CONTROLS = dict.fromkeys(
    (*range(10), *range(11, 32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}"
)


def people_console() -> Console:
    """As wide as the terminal, or wide enough for tables where there is none."""
    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console.width = _WIDTH_WHEN_PIPED
    return console


def literal(words: str, style: str = "") -> Text:
    """The words as they stand: nothing in them is markup or moves the terminal."""
    return Text(words.translate(_CONTROLS), style=style)

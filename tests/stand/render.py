"""Scenarios as HTML: the fragment «Сформировать» brings, and the page with it as saved."""

from functools import cache
from itertools import cycle
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tests.stand.plot import Mode, Outcome, Scenario
from tests.stand.table import build, full_date
from tests.stand.truth import families

WRAPS = (Markup("&nbsp;"), Markup("\n            "), Markup("<br>"), Markup(" "))


@cache
def templates() -> Environment:
    """The stand's templates, with autoescaping."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"messy": messy, "ru_date": full_date}
    return environment


def messy(text: str) -> Markup:
    """The text with the hard spaces, line breaks and wraps that СГО puts into cells."""
    words = text.split(" ")
    joined = escape(words[0])
    for word, wrap in zip(words[1:], cycle(WRAPS), strict=False):
        joined += wrap + escape(word)
    return joined


def fragment(scenario: Scenario, mode: Mode) -> str:
    """The report alone: what the server answers to «Сформировать»."""
    tables = []
    if scenario.outcome is Outcome.TABLE:
        told = [family for _, family in families(scenario)]
        half = len(told) // 2 if scenario.variant.in_two_parts else 0
        tables = [
            build(scenario.layout, part, scenario.period, scenario.variant.table)
            for part in (told[:half], told[half:])
            if part
        ]
    template = templates().get_template(f"fragment-{mode}.html")
    return template.render(scenario=scenario, tables=tables)


def page(name: str, scenario: Scenario, report: str = "") -> str:
    """The page `templates/<name>.html`, with a report in it or still without."""
    return templates().get_template(f"{name}.html").render(scenario=scenario, report=report)


def render_saved(scenario: Scenario, mode: Mode = Mode.CLASSIC) -> str:
    """The page as a browser would save it after «Сформировать»."""
    if scenario.outcome is Outcome.EXPIRED:
        return page("login", scenario)
    return page(f"report-{mode}", scenario, fragment(scenario, mode))

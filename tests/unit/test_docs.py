"""The documents and the code say the same: what is not written down fails here."""

import inspect
import json
import re
from enum import StrEnum
from pathlib import Path

import click
import pytest
from flask import Flask

from sverka.advice.cards.catalogue import card_rules
from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.advice.catalogue import catalogue
from sverka.advice.lists.catalogue import list_rules
from sverka.advice.vocabulary import Action, Advice, Cause, Confidence, Risk
from sverka.datadir import DataDir
from sverka.errors import ErrorCode
from sverka.matching.contingent import groups, left_out, newcomers
from sverka.matching.contingent.vocabulary import Outcome, Problem, StageName
from sverka.matching.model import Guard, shipped_model
from sverka.matching.vocabulary import Level, Verdict
from sverka.native.browsers import browsers
from sverka.pages.vocabulary import (
    CardField,
    EntryWay,
    Layout,
    Module,
    MovementKind,
    PageKind,
    Role,
    Source,
)
from sverka.people.organisations import OrgKind
from sverka.settings import Settings
from sverka.web.errors import STATUS
from sverka.web.guard import RULES
from tests.commands import every_command

ROOT = Path(__file__).parents[2]
VOCABULARIES: tuple[type[StrEnum], ...] = (
    *(Action, Advice, Cause, Confidence, EntryWay, Layout, Level, Module),
    *(OrgKind, PageKind, Risk, Role, Source, Verdict),
    *(CardField, FindingAdvice, Severity),
    *(MovementKind,),
)


def read(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def section(command: str) -> str:
    """What `docs/cli.md` says of one command."""
    parts = re.split(r"^## sverka ([a-z -]+)$", read("cli.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[command]


def test_readme_leads_to_every_document() -> None:
    written = (ROOT / "README.md").read_text(encoding="utf-8")
    documents = [file.name for file in (ROOT / "docs").glob("*.md")]
    assert [
        name for name in documents if f"](docs/{name})" not in written.partition("## Документы")[2]
    ] == []


@pytest.mark.parametrize("name", every_command())
def test_command_is_documented_with_its_options_and_an_example(name: str) -> None:
    described = section(name)
    assert re.search(rf"^    sverka {name}\b", described, re.MULTILINE)
    for parameter in every_command()[name].params:
        if isinstance(parameter, click.Option):
            assert all(f"* `{option}" in described for option in parameter.opts)
        else:
            assert f"* `{parameter.metavar}" in described


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^## sverka ([a-z -]+)$", read("cli.md"), re.MULTILINE)) == set(
        every_command()
    )


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_setting_is_documented_with_its_default(name: str) -> None:
    default = json.dumps(getattr(Settings(), name))
    assert f"| `{name}` | {default} |" in read("settings.md")
    assert f"    {name} = {default}\n" in read("settings.md")


def test_endpoints_are_documented(app: Flask) -> None:
    paths = {rule.rule for rule in app.url_map.iter_rules()}
    assert paths == set(re.findall(r"^\| `(/[^`]+)` \|", read("security.md"), re.MULTILINE))


@pytest.mark.parametrize("code", ErrorCode)
def test_error_code_is_documented_with_its_status(code: ErrorCode) -> None:
    assert f"| `{code}` | {STATUS[code]} |" in read("security.md")


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_rule_of_the_guard_is_documented(rule: str) -> None:
    assert f"| `{rule}` |" in read("security.md")


def test_tests_that_the_threat_model_names_exist() -> None:
    written = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py")
    )
    named = re.findall(r"`(test_\w+)`", read("security.md"))
    assert named
    assert [name for name in named if f"def {name}(" not in written] == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_value_of_the_contract_is_documented(vocabulary: type[StrEnum]) -> None:
    described = read("contract.md")
    assert [value for value in vocabulary if f"`{value}`" not in described] == []


@pytest.mark.parametrize("vocabulary", [Outcome, Problem, StageName])
def test_every_word_of_the_results_of_whole_files_is_documented(
    vocabulary: type[StrEnum],
) -> None:
    described = read("linkage.md")
    assert [value for value in vocabulary if f"| `{value}` |" not in described] == []


def test_every_row_of_the_results_is_documented_by_its_column() -> None:
    described = read("linkage.md")
    columns = {*groups.OWN, *newcomers.OWN, *left_out.HEADING}
    assert [name for name in sorted(columns) if f"`{name}`" not in described] == []


@pytest.mark.parametrize("guard", shipped_model().guards, ids=lambda guard: guard.name)
def test_every_guard_of_the_model_is_documented_with_its_verdict(guard: Guard) -> None:
    row = rf"^\| `{guard.name}` \|.*\| `{guard.at_most}` \|$"
    assert re.search(row, read("matching.md"), re.MULTILINE)
    assert f"`{guard.name}`" in read("contract.md")


def test_every_attribute_on_the_page_is_documented() -> None:
    extension = Path(__file__).parents[2] / "extension"
    on_the_page = (
        file.read_text(encoding="utf-8")
        for file in (extension / "styles" / "badges.css", *extension.glob("*.js"))
        # Made of the others, with what is inside the overlay and on no page of СГО.
        if file.name != "content.js"
    )
    features = (file.read_text(encoding="utf-8") for file in (extension / "features").glob("*.js"))
    used = set(re.findall(r"data-sverka-[a-z]+", " ".join((*on_the_page, *features))))
    assert "data-sverka-advice" in used
    assert [name for name in sorted(used) if f"`{name}`" not in read("contract.md")] == []


def test_every_rule_is_documented_with_its_text() -> None:
    described = read("rules.md")
    texts = {name: rule.text for name, rule in catalogue().rules.items()}
    texts |= {name: rule.text for name, rule in {**card_rules(), **list_rules()}.items()}
    rows = [f"| {name} | {text} |" for name, text in texts.items()]
    assert [row for row in rows if row not in described] == []


def test_administrator_is_told_where_every_browser_keeps_its_record() -> None:
    written = read("install.md")
    for browser in browsers().values():
        assert f"| {browser.name} | `~/{browser.linux}` |" in written
        assert f"| {browser.name} | `{browser.windows}` |" in written


def test_administrator_is_told_of_every_private_file(data_dir: DataDir) -> None:
    written = read("install.md")
    data_dir.server_id()
    data_dir.weak_key_secret()
    made = {file.name for file in data_dir.path.iterdir()}
    named = (value for name, value in inspect.getmembers(data_dir) if name.endswith("_file"))
    names = made | {file.name for file in named if file.suffix != ".lock"}
    assert [name for name in sorted(names) if f"`{name}`" not in written] == []

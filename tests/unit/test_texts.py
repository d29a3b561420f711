"""The Russian texts: each is in one place, each is used, and none is missing."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import sverka
from sverka.texts import keys, text

PACKAGE = Path(sverka.__file__).parent
TREES = {
    str(file.relative_to(PACKAGE)): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted(PACKAGE.rglob("*.py"))
}
TEMPLATES = [file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("*.html"))]
TEXT_IN_TEMPLATE = re.compile(r"\btext\(([^),]*)")
# Names of products are the same in every language.
PROPER_NAMES = "native.browser."
CYRILLIC = re.compile("[\u0400-\u04ff]")
# Letters and words that are matched in what people type and print, never shown to anybody.
MATCHED = {
    "people/folding.py": {
        "_CYRILLIC",
        "_LETTERS",
        "_PLAIN",
        "_NOT_PLAIN",
        "NUMBER_WORD",
        "_NUMBER_SIGN",
    },
    "people/accounts.py": {"_NUMBER", "_RUSSIAN_PREFIX"},
    "people/dates.py": {"_WRITTEN"},
    "ledger/retention.py": {"_AGE"},
}


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            name = called.id if isinstance(called, ast.Name) else called
            if name in names:
                yield node


def patterns(node: ast.AST) -> Iterator[str]:
    """The strings an expression may give: literals as they are, f-strings with `.+` for holes."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
            for part in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from patterns(node.body)
        yield from patterns(node.orelse)


def in_template(expression: str) -> str:
    """The pattern of a key in a template: `"ui." ~ page ~ ".title"` is `ui..+.title`."""
    parts = (part.strip() for part in expression.split("~"))
    return "".join(re.escape(part.strip("'\"")) if part[0] in "'\"" else ".+" for part in parts)


@cache
def asked_for() -> set[str]:
    """Patterns of the keys that calls of `text` ask for, in the code and in the templates."""
    in_code = {
        pattern
        for tree in TREES.values()
        for call in calls(tree, "text")
        for pattern in patterns(call.args[0])
    }
    found = (key for source in TEMPLATES for key in TEXT_IN_TEMPLATE.findall(source))
    return in_code | set(map(in_template, found))


@cache
def named() -> set[str]:
    """Patterns of every string of the code: keys kept in a variable, reasons, codes of notices.

    Of strings put together only those that begin with a word say anything.
    """
    return {
        pattern
        for tree in TREES.values()
        for node in ast.walk(tree)
        for pattern in patterns(node)
        if ".+" not in pattern or re.match(r"[a-z]{2,}\\[-.]", pattern)
    }


def fits(key: str, wanted: set[str]) -> bool:
    """Whether the key is one of the patterns; most of them have no holes and are looked up."""
    return re.escape(key) in wanted or any(
        re.fullmatch(pattern, key) for pattern in wanted if ".+" in pattern
    )


# One test for all keys: a test for each of them would take longer than what it looks for.


def test_every_key_that_the_code_asks_for_exists() -> None:
    existing = "\n".join(keys())
    missing = [p for p in sorted(asked_for()) if not re.search(f"^(?:{p})$", existing, re.M)]
    assert missing == []


def test_every_text_is_asked_for() -> None:
    # Of what is put together the area must be known, or anything would be asked for.
    wanted = {p for p in asked_for() | named() if ".+" not in p.partition(r"\.")[0]}
    assert [key for key in sorted(keys()) if not fits(key, wanted)] == []


def test_every_error_and_warning_has_a_place_that_raises_it() -> None:
    raised = {
        key: key.partition(".")[2].removesuffix(".message").removesuffix(".hint")
        for key in sorted(keys())
        if key.startswith(("errors.", "warnings."))
    }
    assert [key for key, reason in raised.items() if not fits(reason, named())] == []


def test_every_error_that_is_raised_has_message_and_hint() -> None:
    for tree in TREES.values():
        for call in calls(tree, "SverkaError"):
            for reason in patterns(call.args[1]):
                for part in ("message", "hint"):
                    wanted = rf"errors\.{reason}\.{part}"
                    assert any(re.fullmatch(wanted, key) for key in keys()), wanted


def test_every_notice_that_is_made_has_a_text() -> None:
    for tree in TREES.values():
        for call in calls(tree, "Notice", "_notice", "tell"):
            for code in patterns(call.args[0]):
                assert any(re.fullmatch(rf"warnings\.{code}", key) for key in keys()), code


def test_every_error_has_a_message_and_a_hint() -> None:
    reasons = {key.rpartition(".")[0] for key in keys() if key.startswith("errors.")}
    assert {f"{reason}.{part}" for reason in reasons for part in ("message", "hint")} == {
        key for key in keys() if key.startswith("errors.")
    }


def test_a_text_is_filled_with_its_values() -> None:
    assert text("check.row", row=3) == "строка 3"


@pytest.mark.parametrize(
    ("key", "values"), [("no.such.text", {}), ("check.row", {"column": "ФИО"})]
)
def test_a_missing_text_or_value_is_a_mistake_of_the_code(key: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        text(key, **values)


def test_hostile_values_are_put_in_as_they_are() -> None:
    assert text("check.row", row="{row.__class__}") == "строка {row.__class__}"


def test_every_text_is_russian_and_well_formed() -> None:
    for key in sorted(keys()):
        written, names = filled(key)
        assert CYRILLIC.search(written) or names or key.startswith(PROPER_NAMES), key
        assert written == written.strip() or key in ("check.if", "check.due"), key
        assert "  " not in written, key


class Anything:
    """Fills any placeholder, whatever its format."""

    def __format__(self, spec: str) -> str:
        return "1"


def filled(key: str) -> tuple[str, set[str]]:
    """The text with something in each of its placeholders, and the names of these."""
    values: dict[str, object] = {}
    while True:
        try:
            return text(key, **values), set(values)
        except KeyError as missing:
            values[missing.args[0]] = Anything()


@pytest.mark.parametrize("module", TREES)
def test_no_russian_word_stands_in_the_code(module: str) -> None:
    allowed = MATCHED.get(module, set())
    found = [
        node.value
        for statement in TREES[module].body
        if not assigns(statement, allowed)
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CYRILLIC.search(node.value)
        and id(node) not in docstrings(TREES[module])
    ]
    assert found == []


def assigns(statement: ast.stmt, names: set[str]) -> bool:
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return any(isinstance(target, ast.Name) and target.id in names for target in targets)


@cache
def docstrings(tree: ast.AST) -> set[int]:
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }

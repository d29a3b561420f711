"""Values of options in the operators' words."""

import pytest
from click.shell_completion import ShellComplete

from sverka.cli import sverka
from sverka.commands.choices import OneOf
from sverka.known import State
from sverka.ledger.wording import state_words
from tests.commands import every_command

NOT_DUPLICATE = ("близнецы", "полные-тёзки", "законное-второе-зачисление")
STATES = OneOf(State, state_words)


def read(value: str) -> State:
    return STATES.convert(value, None, None)


@pytest.mark.parametrize("state", State)
def test_every_value_is_known_by_its_words_and_by_its_code(state: State) -> None:
    assert read(state_words(state)) is read(state.value) is read(state) is state


@pytest.mark.parametrize("written", ["Не дубль", "не-дубль", "НЕ  ДУБЛЬ"])
def test_words_may_be_written_as_people_write_them(written: str) -> None:
    assert read(written) is State.NOT_DUPLICATE


def test_help_names_the_words_before_the_codes() -> None:
    assert STATES.told().startswith("выявлен (found), назначен (assigned)")


@pytest.mark.parametrize(
    ("command", "option", "begun", "words"),
    [
        ("worklist", "--state", "не", ["невозможно-устранить", "не-дубль"]),
        ("worklist", "--risk", "", ["нет", "есть", "высокий"]),
        ("decide irremovable", "--reason", "т", ["техническая-причина"]),
        ("decide not-duplicate", "--reason", "", [*NOT_DUPLICATE, "другое"]),
    ],
)
def test_what_the_terminal_completes_is_taken(
    command: str, option: str, begun: str, words: list[str]
) -> None:
    terminal = ShellComplete(sverka, {}, "sverka", "_SVERKA_COMPLETE")
    offered = [item.value for item in terminal.get_completions([*command.split(), option], begun)]
    assert offered == words
    [asked] = [param for param in every_command()[command].params if option in param.opts]
    assert all(asked.type.convert(word, asked, None) for word in offered)

"""Cards of parents and pupils on their way into a ledger."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from sverka.ledger.tables import Account
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName
from sverka.seen import ListedPerson
from tests.unit.ledger.seen import Desk
from tests.unit.pages.card_page import (
    PARENT,
    PARENT_TITLE,
    PUPIL,
    block,
    card_html,
    label_and_input,
)

PLACE = "sgo.example.test:443"
FATHER = PARENT | {"Фамилия": "Иванов", "Имя": "Пётр", "Отчество": "Ильич"}


def pupil(number: int, *parents: int, fields: Mapping[str, str] = PUPIL) -> str:
    """The card of a pupil with these parents."""
    return card_html(_own(number), label_and_input(fields), _links("Родители", parents))


def parent(number: int, *children: int, fields: Mapping[str, str] = PARENT) -> str:
    """The card of a parent with these children."""
    contents = (_own(number), label_and_input(fields), _links("Дети", children))
    return card_html(*contents, title=PARENT_TITLE)


def key(number: str) -> str:
    """The account's key: `s1` is a pupil's, `r1` a parent's."""
    return f"{PLACE}:{number}"


def row(number: str, full_name: str, **told: Any) -> ListedPerson:
    """Somebody as a list names him."""
    return ListedPerson(
        number=AccountNumber.read(number), name=PersonName.from_full(full_name), **told
    )


def accounts(desk: Desk) -> list[str]:
    """The numbers of all accounts that the ledger knows."""
    with desk.ledger.settled() as session:
        numbers = session.scalars(select(Account.number))
        return sorted(number for number in numbers if number)


def _own(number: int) -> str:
    return f'<input type="hidden" name="UID" value="{number}">'


def _links(caption: str, numbers: tuple[int, ...]) -> str:
    call = "gotoParentEdit" if caption == "Родители" else "gotoUserEdit"
    anchors = (f"<a href=\"javascript:{call}('{n}')\">Иванова Анна</a>" for n in numbers)
    return block(caption, " ".join(anchors) or "нет")

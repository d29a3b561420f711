"""What was seen on other cards and lists: the argument by which it reaches the advice on a card."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from msgspec import Struct

from sverka.advice.vocabulary import Advice
from sverka.contract import GroupInfo
from sverka.known import Kept, StateInfo
from sverka.matching.family import Relative
from sverka.pages.records import Card, History
from sverka.pages.vocabulary import LinkState
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName


class SeenFamily(Struct, frozen=True):
    """The people who matter for one card, as far as they were seen.

    `linked`: those whom the card is linked to. `same_parent`: other cards of parents that may be
    this parent's. `pupils`: pupils with the name of this child, or of a linked one. `strangers`:
    people among whom a missing parent or child may be. `naming`: parents whose own cards, which
    told of the link last, name this child.
    """

    linked: tuple[Relative, ...] = ()
    same_parent: tuple[Relative, ...] = ()
    pupils: tuple[Relative, ...] = ()
    strangers: tuple[Relative, ...] = ()
    naming: tuple[Relative, ...] = ()


NOBODY_SEEN = SeenFamily()


class SeenCard(Struct, frozen=True):
    """What somebody's card said when it was last open; `findings` that ask for something.

    Birth date and departure are what cards and lists last told of its owner.
    """

    seen_at: datetime
    links: LinkState
    findings: int
    birth_date: date | None = None
    departed: bool = False


class DuplicateNote(Struct, frozen=True):
    """A group of duplicates that an account belongs to; `why` is the rule in words."""

    group: str
    advice: Advice
    rule: str
    why: str
    state: StateInfo


class ListedPerson(Struct, frozen=True, kw_only=True):
    """Somebody as a row of a list names him; the number tells a parent from a pupil."""

    number: AccountNumber | None
    name: PersonName
    birth_date: date | None = None
    organisation: str = ""
    class_name: str = ""
    status: str = ""
    departed: bool = False


class KnownChild(Struct, frozen=True):
    """An account of a child, and where it was last seen; `departed`: it is enrolled there no more.

    `organisation` is empty where only a page that does not tell it has shown the child.
    `certain`: name and birth date are those that were asked for, and not only nearly so.
    """

    key: str
    number: AccountNumber | None
    name: PersonName
    organisation: str
    departed: bool
    certain: bool


class SeenPeople(Protocol):
    """Whoever remembers the people of the cards and lists seen before; keys are the contract's."""

    def family(self, card: Card, person: Relative) -> SeenFamily:
        """The people who matter for `card`, which is that of `person`."""

    def looked_at(self, keys: Iterable[str]) -> Mapping[str, SeenCard]:
        """Those of these accounts whose cards were open before."""

    def group_of(self, keys: Iterable[str]) -> Mapping[str, DuplicateNote]:
        """Those of these accounts that belong to a group of duplicates."""

    def names_of(self, key: str) -> Sequence[PersonName]:
        """What reports, cards and lists have called the owner of the account."""

    def whole_group(self, key: str) -> GroupInfo | None:
        """The group of duplicates that the account belongs to, advised on anew."""

    def born_alike(self, people: Iterable[ListedPerson]) -> tuple[Relative, ...]:
        """Those seen before who share birth date and surname with one of these, pupil or parent.

        The surname without its gender (`surname_root`), and the people themselves among them.
        """

    def children_called(self, name: PersonName, born: date) -> Sequence[KnownChild] | None:
        """The accounts of children of this name, or nearly so, who were born on that day.

        `None` where nobody remembers any. Raises `SverkaError` where it cannot be looked up.
        """

    def keep_card(self, card: Card, person: Relative, findings: int) -> Kept:
        """Begin to keep a card; what is returned waits until it is kept."""

    def keep_people(self, people: Iterable[ListedPerson]) -> Kept:
        """Begin to keep the people of a list; those without a number are nobody's to find again."""

    def keep_history(self, key: str, history: History) -> Kept:
        """Begin to keep the movement of an account; the next report knows it once it is kept."""


class NobodySeen:
    """For pages that nobody is to remember."""

    def family(self, _card: Card, _person: Relative) -> SeenFamily:
        return NOBODY_SEEN

    def looked_at(self, _keys: Iterable[str]) -> Mapping[str, SeenCard]:
        return {}

    def group_of(self, _keys: Iterable[str]) -> Mapping[str, DuplicateNote]:
        return {}

    def names_of(self, _key: str) -> Sequence[PersonName]:
        return ()

    def whole_group(self, _key: str) -> GroupInfo | None:
        return None

    def born_alike(self, _people: Iterable[ListedPerson]) -> tuple[Relative, ...]:
        return ()

    def children_called(self, _name: PersonName, _born: date) -> Sequence[KnownChild] | None:
        return None

    def keep_card(self, _card: Card, _person: Relative, _findings: int) -> Kept:
        return tuple

    def keep_people(self, _people: Iterable[ListedPerson]) -> Kept:
        return tuple

    def keep_history(self, _key: str, _history: History) -> Kept:
        return tuple

"""The ledger as what was seen of people, for one page on its way through the running helper."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sverka.analysis import installation_of
from sverka.contract import GroupInfo, PageRequest
from sverka.errors import SverkaError
from sverka.known import Kept
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.kept import told_when_kept
from sverka.matching.family import Relative
from sverka.pages.records import Card, History
from sverka.people.accounts import AccountKeys
from sverka.people.names import PersonName
from sverka.seen import (
    NOBODY_SEEN,
    DuplicateNote,
    KnownChild,
    ListedPerson,
    SeenCard,
    SeenFamily,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from sverka.ledger.ledger import Ledger
    from sverka.ledger.seen_people import SeenPerson

Answer = TypeVar("Answer")
_UNKEPT = "page-not-remembered"


class PeopleMemory:
    """Answers a page of what came before it, and keeps whom it names.

    A page is judged even where the ledger cannot be had: by itself alone, and it says so.
    """

    def __init__(self, keeper: LedgerKeeper, page: PageRequest, client: str) -> None:
        self._keeper = keeper
        self._installation = installation_of(page.url)
        self._captured_at = page.captured_at
        self._client = client

    def family(self, card: Card, person: Relative) -> SeenFamily:
        from sverka.ledger.relatives import family_of

        def ask(session: "Session", ledger: "Ledger") -> SeenFamily:
            keys = AccountKeys(self._installation, ledger.secret)
            return family_of(session, card, person, keys)

        return self._answer(ask, NOBODY_SEEN)

    def looked_at(self, keys: Iterable[str]) -> Mapping[str, SeenCard]:
        from sverka.ledger.known_accounts import cards_of

        return self._answer(lambda session, _: cards_of(session, keys), {})

    def group_of(self, keys: Iterable[str]) -> Mapping[str, DuplicateNote]:
        from sverka.ledger.known_accounts import groups_of

        return self._answer(lambda session, _: groups_of(session, keys), {})

    def names_of(self, key: str) -> Sequence[PersonName]:
        from sverka.ledger.known_accounts import names_of

        return self._answer(lambda session, _: names_of(session, key), ())

    def whole_group(self, key: str) -> GroupInfo | None:
        from sverka.ledger.known_accounts import whole_group_of

        def ask(session: "Session", ledger: "Ledger") -> GroupInfo | None:
            return whole_group_of(session, key, ledger.settings, ledger.secret)

        return self._answer(ask, None)

    def born_alike(self, people: Iterable[ListedPerson]) -> tuple[Relative, ...]:
        from sverka.ledger.relatives import born_alike

        def ask(session: "Session", ledger: "Ledger") -> tuple[Relative, ...]:
            return born_alike(session, people, AccountKeys(self._installation, ledger.secret))

        return self._answer(ask, ())

    def children_called(self, name: PersonName, born: date) -> Sequence[KnownChild]:
        from sverka.ledger.known_children import children_called

        ledger = self._keeper.ledger()
        with ledger.settled() as session:
            keys = AccountKeys(self._installation, ledger.secret)
            return children_called(session, keys, name, born)

    def keep_card(self, card: Card, person: Relative, findings: int) -> Kept:
        from sverka.ledger.seen_people import person_of_card

        if card.number is None:
            return tuple
        return self._keep((person_of_card(card, person, card.number, findings),))

    def keep_people(self, people: Iterable[ListedPerson]) -> Kept:
        from sverka.ledger.seen_people import people_of_list

        listed = people_of_list(people)
        return self._keep(listed) if listed else tuple

    def keep_history(self, key: str, history: History) -> Kept:
        return told_when_kept(self._keeper.keep_history(key, history, self._client), _UNKEPT)

    def _answer(self, ask: Callable[["Session", "Ledger"], Answer], otherwise: Answer) -> Answer:
        try:
            ledger = self._keeper.ledger()
            with ledger.settled() as session:
                return ask(session, ledger)
        except SverkaError:
            return otherwise

    def _keep(self, people: tuple["SeenPerson", ...]) -> Kept:
        from sverka.ledger.seen_people import PeopleSeen

        seen = PeopleSeen(self._installation, self._captured_at, people)
        return told_when_kept(self._keeper.receive(seen, self._client), _UNKEPT)

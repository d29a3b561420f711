"""What the rules ask of a person in a list: the row, and what was seen of the account before."""

from datetime import date

from msgspec import Struct

from sverka.matching.alike import Likeness
from sverka.pages.list_records import ListRow
from sverka.pages.vocabulary import LinkState
from sverka.people.dates import age_on
from sverka.people.names import PersonName
from sverka.seen import DuplicateNote, SeenCard


class Alike(Struct, frozen=True):
    """Another account that is, or may be, the same person's; `row` where this page shows it."""

    key: str
    number: str | None
    name: PersonName
    likeness: Likeness
    row: int | None


class RowFacts(Struct, frozen=True, kw_only=True):
    """One row. `printed`: whether the list says that somebody is linked, where it can be trusted.

    `today` is the day of the page, not of the clock.
    """

    row: ListRow
    is_pupil: bool
    today: date
    printed: bool | None = None
    card: SeenCard | None = None
    group: DuplicateNote | None = None
    alike: tuple[Alike, ...] = ()

    @property
    def age(self) -> int | None:
        """Full years by the list, else by the card, where the birth date is beyond doubt."""
        born = self.row.birth_date or (self.card.birth_date if self.card else None)
        return age_on(born, self.today) if born else None

    @property
    def departed(self) -> bool:
        """By the list, else, where it tells no status, by the card."""
        by_card = self.card is not None and self.card.departed
        return self.row.departed or (not self.row.status and by_card)

    @property
    def nobody_by(self) -> str | None:
        """What asserts that nobody is linked: the list, else the card as it was seen."""
        if self.printed is not None:
            return None if self.printed or self.differs_from_card else "list"
        if self.card and self.card.links is LinkState.NOBODY:
            return "card"
        return None

    @property
    def differs_from_card(self) -> bool:
        """Whether the list names nobody and the card, when it was seen, named somebody."""
        linked = self.card is not None and self.card.links is LinkState.LINKED
        return linked and self.printed is False

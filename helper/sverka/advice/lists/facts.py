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
        """Full years, where the birth date is beyond doubt."""
        return age_on(self.row.birth_date, self.today) if self.row.birth_date else None

    @property
    def nobody_by(self) -> str | None:
        """What asserts that nobody is linked: the list, else the card as it was seen."""
        if self.printed is not None:
            return None if self.printed else "list"
        if self.card and self.card.links is LinkState.NOBODY:
            return "card"
        return None

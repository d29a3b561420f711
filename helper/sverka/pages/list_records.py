"""What is read off a list of pupils or parents."""

from datetime import date

from msgspec import Struct

from sverka.pages.records import Notice
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName, Sex


class ListRow(Struct, frozen=True, kw_only=True):
    """One person of a list; `tr` and `col` are the place of the cell with the name.

    `linked`: whether the list prints a linked child or parent; `None` where it has no such column,
    or the cell does not tell.
    """

    row: int
    tr: int
    col: int
    number: AccountNumber | None
    name: PersonName
    birth_date: date | None = None
    sex: Sex | None = None
    organisation: str = ""
    class_name: str = ""
    status: str = ""
    departed: bool = False
    linked: bool | None = None


class ListFilter(Struct, frozen=True, gc=False):
    """A control above the list and what stands in it; one that `narrows` leaves people out."""

    caption: str
    value: str
    narrows: bool


class ListPage(Struct, frozen=True, kw_only=True):
    """One page of a list: `page` of `pages`, `total` records on all of them, where that is told.

    `loading`: something on the page is still to come.
    """

    kind: PageKind
    title: str
    rows: tuple[ListRow, ...] = ()
    table: int | None = None
    first_data_tr: int | None = None
    page: int | None = None
    pages: int | None = None
    total: int | None = None
    filters: tuple[ListFilter, ...] = ()
    loading: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def unfiltered(self) -> bool:
        """Whether the pages together show everybody; without any control seen nobody can tell."""
        return bool(self.filters) and not any(chosen.narrows for chosen in self.filters)

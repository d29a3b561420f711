"""What is read off a page: accounts, overlaps and facts of a report; a card; a movement."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from sverka.pages.vocabulary import (
    CardField,
    Destination,
    DocumentKind,
    EntryWay,
    Layout,
    LinkState,
    MovementKind,
    PageKind,
    Role,
)
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName, Sex


class Place(Struct, frozen=True, gc=False):
    """The cell that names an account: index of its `<tr>` in the table, its own in the `<tr>`."""

    tr: int
    col: int
    role: Role


class Stay(Struct, frozen=True, gc=False):
    """One enrolment of an account in an organisation, as far as the page prints it.

    `departure_known`: the page has a column of departures, so that no date means «not departed».
    `doubtful`: a date of the stay is unreadable, or its departure lies before its enrolment.
    `left`: the page says, without a date, that the child is there no more.
    """

    organisation: str | None = None
    classes: tuple[str, ...] = ()
    attached: bool = False
    enrolled: date | None = None
    departed: date | None = None
    entry: EntryWay | None = None
    departure_known: bool = False
    doubtful: bool = False
    left: bool = False


class Papers(Struct, frozen=True, gc=False):
    """The numbers by which a person can be told from a namesake, as far as they can be true."""

    snils: str | None = None
    certificate: str | None = None


NO_PAPERS = Papers()


class Mention(Struct, frozen=True, gc=False):
    """One place of a page that names an account; `row` is 0-based among the data rows.

    `incomplete`: its row says more of the child's accounts, in columns that could not be read.
    """

    row: int
    place: Place
    number: AccountNumber | None
    name: PersonName | None
    birth_date: date | None
    sex: Sex | None
    stay: Stay
    incomplete: bool = False
    papers: Papers = NO_PAPERS


class Overlap(Struct, frozen=True, gc=False):
    """Two mentions (indices into `Report.mentions`) that the report calls doubles of one another.

    `start` and `end` are those of the printed period of overlap, where one is printed.
    """

    main: int
    double: int
    start: date | None
    end: date | None


class Notice(Struct, frozen=True, gc=False):
    """Something to tell the operator of a page: `code` names a text, `values` fill it."""

    code: str
    row: int | None = None
    column: str | None = None
    values: tuple[tuple[str, object], ...] = ()


class ReportFacts(Struct, frozen=True, gc=False):
    """What the page says of itself.

    `selection`: what it was made by beside its period, as printed («класс: 4а»).
    """

    kind: PageKind
    layout: Layout | None
    title: str
    authority: str | None
    period: tuple[date, date] | None
    generated_at: datetime | None
    version: str | None
    rows: int
    first_data_tr: int | None
    table: int | None
    selection: tuple[str, ...] = ()


class Records(Struct, frozen=True, gc=False):
    """What the rows of one table say."""

    mentions: tuple[Mention, ...]
    overlaps: tuple[Overlap, ...]


class Report(Struct, frozen=True, gc=False):
    """A page as records. `today` is the report's own date: answers do not depend on the clock.

    `others`: the tables beside the one that is advised on, if they have its columns. Nothing is
    advised on their accounts, but they may be accounts of the same children.
    `together`: mentions (indices) that the page puts side by side by a key of its own, which
    proves nothing of them; without it the accounts are grouped by what is printed of them.
    """

    facts: ReportFacts
    today: date
    mentions: tuple[Mention, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    notices: tuple[Notice, ...] = ()
    others: tuple["Records", ...] = ()
    together: tuple[tuple[int, ...], ...] = ()


class LinkedPerson(Struct, frozen=True, gc=False):
    """Somebody whom a card names as linked, by the name on the screen."""

    name: str
    number: AccountNumber | None = None


class Links(Struct, frozen=True, gc=False):
    """Whom a card is linked to, as far as it tells; `complete`: these and nobody else."""

    state: LinkState
    people: tuple[LinkedPerson, ...] = ()
    complete: bool = True


class Document(Struct, frozen=True, gc=False):
    """An identity document as written: series and number, whether in one field or in two."""

    kind: DocumentKind | None
    written: str
    issued_on: str = ""


class Filled(Struct, frozen=True, gc=False):
    """How many of the fields shown are filled."""

    filled: int = 0
    shown: int = 0


class Card(Struct, frozen=True, gc=False):
    """A card as records: `fields` holds those that could be read, an empty one as an empty text.

    `required`: the fields marked as such. Of data on health only the count is here.
    """

    kind: PageKind
    number: AccountNumber | None
    fields: Mapping[CardField, str]
    required: frozenset[CardField]
    no_patronymic: bool
    documents: tuple[Document, ...]
    links: Links
    health: Filled
    departed: bool = False
    foreign_citizen: bool | None = None


class Newcomer(Struct, frozen=True, gc=False):
    """A child whom somebody adds to an order, as typed or loaded; `row` is 0-based."""

    row: int
    name: PersonName
    birth_date: date | None


class Order(Struct, frozen=True):
    """The screens behind «Добавить учеников в приказ»; `way` is `None` while it is being chosen.

    `table`, `first_data_tr`: where the children are printed in a table.
    """

    title: str
    way: EntryWay | None
    newcomers: tuple[Newcomer, ...] = ()
    rows: int = 0
    table: int | None = None
    first_data_tr: int | None = None
    notices: tuple[Notice, ...] = ()


class CardPage(Struct, frozen=True, gc=False):
    """A page that shows a card; without `card` nothing of it could be read for certain."""

    title: str
    card: Card | None
    notices: tuple[Notice, ...] = ()


class MovementDocument(Struct, frozen=True, gc=False):
    """One document of an account's movement; `day` is `None` where no date could be read.

    `source` and `target`: the lines of «из» and «в», an organisation and a class as a rule.
    """

    kind: MovementKind
    number: str
    day: date | None
    organisation: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    programme: str = ""
    destination: Destination | None = None


#: All documents of one account in the order of the page; an empty one was said to be empty.
History = tuple[MovementDocument, ...]


class MovementTable(Struct, frozen=True):
    """A table of movement documents; `history` is `None` where it cannot be relied on."""

    history: History | None
    notices: tuple[Notice, ...] = ()


class MovementPage(Struct, frozen=True):
    """A page with one account's movement, and whom its heading names.

    `history` is `None` where the table could not be read for certain.
    """

    title: str
    owner: AccountNumber | None
    name: str
    history: History | None
    notices: tuple[Notice, ...] = ()

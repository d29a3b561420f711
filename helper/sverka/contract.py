"""What every door takes and answers: the page request and the analysis, schema 1.

`docs/contract.md` lists the vocabularies.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.advice.steps import Step
from sverka.advice.vocabulary import Advice, Cause, Confidence, Risk
from sverka.known import Change, NotDuplicate, RunInfo, StateInfo
from sverka.matching.comparison import FieldComparison
from sverka.matching.vocabulary import Verdict
from sverka.pages.records import Place
from sverka.pages.vocabulary import (
    CardField,
    EntryWay,
    Layout,
    Module,
    MovementKind,
    PageKind,
    Source,
)
from sverka.people.organisations import OrgKind

SCHEMA: Literal[1] = 1
_GROUPS_IN_A_PIECE = 16


class PageContext(Struct, frozen=True, forbid_unknown_fields=True):
    """What the extension knows of the place the page was opened from."""

    module: Module | None = None
    authority: Annotated[str, Meta(max_length=500)] | None = None
    opener_account: Annotated[str, Meta(max_length=64)] | None = None


class PageRequest(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One scraped table or card, as the extension (or `sverka check`) hands it over."""

    schema: Literal[1]
    url: Annotated[str, Meta(max_length=2000, pattern=r"^[^?#]*$")]
    html: str
    title: Annotated[str, Meta(max_length=2000)] = ""
    captured_at: Annotated[datetime, Meta(tz=True)]
    source: Source
    context: PageContext = PageContext()


class PageWarning(Struct, frozen=True, gc=False):
    """Something the operator should know of the page; `row` is 0-based among the data rows."""

    code: str
    message: str
    row: int | None = None
    column: str | None = None


class PageInfo(Struct, frozen=True, gc=False):
    """What was recognised of the page itself; `account_key` is whose card it is, and `linked` are
    the names that it shows of those whom the person is linked to.
    """

    kind: PageKind
    layout: Layout | None
    title: str
    installation: str | None
    module: Module | None
    authority: str | None
    period: tuple[date, date] | None
    generated_at: datetime | None
    version: str | None
    rows: int
    first_data_tr: int | None
    table: int | None
    warnings: tuple[PageWarning, ...]
    run: RunInfo | None = None
    account_key: str | None = None
    linked: tuple[str, ...] = ()


class PairInfo(Struct, frozen=True, gc=False):
    """Two accounts of a group held side by side."""

    a: str
    b: str
    verdict: Verdict
    bits: float | None
    guard: str | None
    fields: tuple[FieldComparison, ...]


class AccountInfo(Struct, frozen=True, gc=False, rename={"class_": "class"}):
    """One account with its advice; `rules[0]` decided, the others annotate."""

    key: str
    weak_key: bool
    account_id: str | None
    row: int
    places: tuple[Place, ...]
    name: str | None
    birth_date: date | None
    organisation: str | None
    org_kind: OrgKind
    class_: str | None
    enrolled: date | None
    departed: date | None
    entry: EntryWay | None
    advice: Advice
    rules: tuple[str, ...]
    why: str
    confidence: Confidence
    who: str | None


class GroupInfo(Struct, frozen=True, gc=False):
    """Accounts that the page names as one child, with verdict and sequence of steps."""

    id: str
    verdict: Verdict
    score_bits: float | None
    overlap_days: int | None
    risk: Risk
    confidence: Confidence
    cause: Cause
    not_duplicate: NotDuplicate | None
    pairs: tuple[PairInfo, ...]
    steps: tuple[Step, ...]
    accounts: tuple[AccountInfo, ...]
    state: StateInfo | None = None
    change: Change | None = None


class FindingCandidate(Struct, frozen=True, gc=False):
    """Somebody whom a finding is about or may be about; `why` in words."""

    account_key: str
    account_id: str | None
    name: str
    why: str
    organisation: str | None = None


class Finding(Struct, frozen=True, gc=False):
    """What is wrong beside one field of a card, and what to do; of a list, `row` names the person.

    `proposed` is the form in which the value should stand.
    """

    row: int | None
    account_key: str | None
    field: CardField
    severity: Severity
    rule: str
    advice: FindingAdvice
    why: str
    steps: tuple[str, ...]
    proposed: str | None
    candidates: tuple[FindingCandidate, ...]


class MovementDocumentInfo(Struct, frozen=True, gc=False, rename={"day": "date"}):
    """One document of a movement; `source` and `target` are the lines of «из» and «в»."""

    kind: MovementKind
    number: str
    day: date | None
    organisation: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    programme: str


class MovementInfo(Struct, frozen=True, gc=False):
    """The movement of one account; without a key it is not known whose it is."""

    account_key: str | None
    account_id: str | None
    name: str
    documents: tuple[MovementDocumentInfo, ...]


class ListedAccount(Struct, frozen=True, gc=False):
    """One person of a list: where the name stands, and when the card was last open."""

    row: int
    tr: int
    col: int
    account_key: str | None
    account_id: str | None
    name: str
    looked_at: datetime | None


class ListFilterInfo(Struct, frozen=True, gc=False):
    """A choice above a list that leaves people out of it."""

    caption: str
    value: str


class Listing(Struct, frozen=True, gc=False):
    """One page of a list: `page` of `pages`, `total` records on all of them, where that is told.

    `unfiltered`: the pages together show everybody; otherwise `filters` says by what they do not,
    and where it is empty too nobody can tell.
    """

    page: int | None
    pages: int | None
    total: int | None
    unfiltered: bool
    filters: tuple[ListFilterInfo, ...]
    people: tuple[ListedAccount, ...]


class RuleInfo(Struct, frozen=True, gc=False):
    """The rule as the operator reads it, with the sentence of the source it rests on."""

    text: str
    quote: str
    source: str


class Analysis(Struct, frozen=True, gc=False):
    """The answer of `POST /api/v1/pages` and of `sverka check --json`; `listing` of a list only."""

    page: PageInfo
    groups: tuple[GroupInfo, ...]
    rules: dict[str, RuleInfo]
    findings: tuple[Finding, ...] = ()
    movement: MovementInfo | None = None
    listing: Listing | None = None
    schema: int = SCHEMA

    def to_json(self) -> bytes:
        """The answer as UTF-8 JSON."""
        return msgspec.json.encode(self)

    def json_pieces(self) -> Iterator[bytes]:
        """The same in pieces; whoever passes them on one by one needs room for one.

        Inside a text of JSON no quote stands bare, so the empty groups are found for certain.
        """
        before, after = replace(self, groups=()).to_json().split(b'"groups":[]')
        yield before + b'"groups":['
        for at in range(0, len(self.groups), _GROUPS_IN_A_PIECE):
            if at:
                yield b","
            yield msgspec.json.encode(self.groups[at : at + _GROUPS_IN_A_PIECE])[1:-1]
        yield b"]" + after

"""What every door takes and answers: the page request and the analysis, schema 1.

The request is checked by Pydantic; the answer is built from frozen dataclasses that Pydantic only
writes out. `docs/contract.md` lists the vocabularies.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter

from sverka.advice.vocabulary import Action, Advice, Cause, Confidence, Risk
from sverka.matching.comparison import FieldComparison
from sverka.matching.vocabulary import Verdict
from sverka.pages.records import Place
from sverka.pages.vocabulary import EntryWay, Layout, Module, PageKind, Source
from sverka.people.organisations import OrgKind

SCHEMA = 1


class PageContext(BaseModel):
    """What the extension knows of the place the page was opened from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    module: Module | None = None
    authority: Annotated[str | None, Field(max_length=500)] = None
    opener_account: Annotated[str | None, Field(max_length=64)] = None


class PageRequest(BaseModel):
    """One scraped table or card, as the extension (or `sverka check`) hands it over."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_: Annotated[Literal[1], Field(alias="schema")]
    url: Annotated[str, Field(max_length=2000, pattern=r"^[^?#]*$")]
    html: str
    title: Annotated[str, Field(max_length=2000)] = ""
    captured_at: AwareDatetime
    source: Source
    context: PageContext = PageContext()


@dataclass(frozen=True, slots=True)
class PageWarning:
    """Something the operator should know of the page; `row` is 0-based among the data rows."""

    code: str
    message: str
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What was recognised of the page itself."""

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


@dataclass(frozen=True, slots=True)
class PairInfo:
    """Two accounts of a group held side by side."""

    a: str
    b: str
    verdict: Verdict
    bits: float | None
    fields: tuple[FieldComparison, ...]


@dataclass(frozen=True, slots=True)
class StepInfo:
    """One step of the sequence; `condition` (written `if`) says when it applies."""

    n: int
    who: str
    org_key: str | None
    action: Action
    account_key: str | None
    text: str
    due: date | None
    rule: str
    condition: Annotated[str | None, Field(serialization_alias="if")]


@dataclass(frozen=True, slots=True)
class AccountInfo:
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
    class_: Annotated[str | None, Field(serialization_alias="class")]
    enrolled: date | None
    departed: date | None
    entry: EntryWay | None
    advice: Advice
    rules: tuple[str, ...]
    why: str
    confidence: Confidence
    who: str | None


@dataclass(frozen=True, slots=True)
class GroupInfo:
    """Accounts that the page names as one child, with verdict and sequence of steps."""

    id: str
    verdict: Verdict
    score_bits: float | None
    overlap_days: int | None
    risk: Risk
    confidence: Confidence
    cause: Cause
    not_duplicate: None
    pairs: tuple[PairInfo, ...]
    steps: tuple[StepInfo, ...]
    accounts: tuple[AccountInfo, ...]


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """The rule as the operator reads it, with the sentence of the source it rests on."""

    text: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer of `POST /api/v1/pages` and of `sverka check --json`."""

    page: PageInfo
    groups: tuple[GroupInfo, ...]
    rules: dict[str, RuleInfo]
    findings: tuple[()] = ()
    schema: int = field(default=SCHEMA)

    def to_json(self) -> bytes:
        """The answer as UTF-8 JSON."""
        return _writer().dump_json(self, by_alias=True)


@cache
def _writer() -> TypeAdapter[Analysis]:
    return TypeAdapter(Analysis)

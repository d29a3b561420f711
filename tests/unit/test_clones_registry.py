"""The registry of clones is advised on by the same rules as a report, and told as such."""

from datetime import UTC, datetime

import pytest

from sverka.advice.vocabulary import Confidence
from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.pages.vocabulary import PageKind, Source
from sverka.pipeline import analyse_page
from sverka.settings import Settings
from tests.stand.clones import CloneGroup, clone_groups, render_saved_clones
from tests.unit.pages.test_clones import clone, group

#: What the registry alone can tell: without dates the numbers, without those the kinds.
BY_NUMBERS = {"D-25"}
BY_KIND = {"attached_with_history": {"D-06"}, "additional_without_history": {"D-07"}}


def answer(html: str) -> Analysis:
    request = PageRequest(
        schema=SCHEMA,
        url="",
        html=html,
        captured_at=datetime(2025, 9, 30, tzinfo=UTC),
        source=Source.CONTENT,
    )
    return analyse_page(request, secret=b"secret", settings=Settings())


@pytest.mark.parametrize(
    ("place", "shown"), [*enumerate(clone_groups())], ids=[g.case for g in clone_groups()]
)
def test_every_group_of_the_stand_is_advised_on(place: int, shown: CloneGroup) -> None:
    read = answer(render_saved_clones(place))
    assert (read.page.kind, read.page.period) == (PageKind.CLONES_REGISTRY, None)
    (found,) = read.groups
    rules = {account.rules[0] for account in found.accounts}
    if shown.case == "twins":
        assert rules == {"D-15"}
    else:
        assert rules == BY_KIND.get(shown.case, BY_NUMBERS)
        assert Confidence.HIGH not in {account.confidence for account in found.accounts}
    assert read.page.warnings == ()


def test_papers_are_compared_field_by_field() -> None:
    (found,) = answer(render_saved_clones(0)).groups
    fields = {field.field: field for field in found.pairs[0].fields}
    assert fields["snils"].bits
    assert fields["certificate"].level == "exact"


def test_two_open_groups_stay_two() -> None:
    other = {"c1": "Петров Пётр Петрович", "c4": ""}
    first = group(clone("1", "+ СОШ № 1"), clone("2", "+ СОШ № 2"))
    second = group(clone("3", "+ СОШ № 1", **other), clone("4", "+ СОШ № 2", **other))
    assert [len(found.accounts) for found in answer(first + second).groups] == [2, 2]

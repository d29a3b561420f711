"""The registry of clones is read as records of a report, and nothing else is taken for it."""

from datetime import date

import pytest

from sverka.pages.clones import read_clones
from sverka.pages.records import NO_PAPERS, Papers, Report
from sverka.pages.report import read_report
from sverka.pages.vocabulary import PageKind
from tests.stand.clones import clone_groups, render_saved_clones
from tests.stand.school.model import Field
from tests.unit.pages.page import Row, table
from tests.unit.pages.trees import parse_page

HEADER = ("id", "ФИО", "Дата рождения", "Документы", "СНИЛС", "Адрес", "Родители", "ОО", "Статус")
NAME = "Иванов Иван Иванович"
CERTIFICATE = "Свидетельство о рождении РФ: IV-АИ 123456"


def clone(number: str, place: str, **cells: str) -> Row:
    row = (number, NAME, "07.05.2015", CERTIFICATE, "112-233-445 95", "", "", place, "Активен")
    return tuple(cells.get(f"c{at}", cell) for at, cell in enumerate(row))


def group(*rows: Row, title: str = f"Дубли: {NAME}") -> str:
    return f"<div>{title}</div>{table(*rows, header=HEADER)}"


def read(*parts: str, heading: str = "Реестр клонов") -> Report | None:
    root = parse_page(f"<body><h1>{heading}</h1>{''.join(parts)}</body>", max_mb=20)
    return read_clones(root, read_report(root, "", date(2025, 9, 30)))


def registry(*parts: str) -> Report:
    found = read(*parts)
    assert found is not None
    return found


@pytest.mark.parametrize("place", range(len(clone_groups())))
def test_every_group_of_the_stand_is_read_with_its_papers(place: int) -> None:
    root = parse_page(render_saved_clones(place), max_mb=20)
    found = read_clones(root, read_report(root, "", date(2025, 9, 30)))
    assert found is not None
    clones = clone_groups()[place].clones
    shown = [(m.number and m.number.digits, m.stay.left, m.papers.snils) for m in found.mentions]
    assert shown == [(c.card.number, not c.active, c.card.values[Field.SNILS]) for c in clones]
    assert all(mention.papers.certificate for mention in found.mentions)
    assert (found.facts.kind, found.facts.rows) == (PageKind.CLONES_REGISTRY, len(clones))
    assert found.together == (tuple(range(len(clones))),)


def test_rows_between_the_accounts_are_not_counted() -> None:
    nested = '<tr><td colspan="9"><table><tr><td>1</td></tr></table></td></tr>'
    shown = group(clone("1", "+ СОШ № 1")).replace("</table>", f"{nested}</table>")
    found = registry(shown.replace("</table></div>", "</table>"))
    assert found.facts.rows == 1


def test_an_account_is_told_of_in_every_organisation_of_its_cell() -> None:
    found = registry(group(clone("1", "+ СОШ № 1 ~ МБДОУ «Детский сад+ясли № 2»")))
    stays = [(m.stay.organisation, m.stay.left) for m in found.mentions]
    assert stays == [("СОШ № 1", False), ("МБДОУ «Детский сад+ясли № 2»", True)]


@pytest.mark.parametrize("cell", ["СОШ № 1", "+СОШ № 1", "+  СОШ № 1"])
def test_a_mark_may_be_missing_or_stand_close(cell: str) -> None:
    (mention,) = registry(group(clone("1", cell))).mentions
    assert (mention.stay.organisation, mention.stay.left) == ("СОШ № 1", False)


def test_papers_that_cannot_be_true_prove_nothing() -> None:
    wrong = clone("1", "+ СОШ № 1", c3="Паспорт РФ: 64 15 123456", c4="112-233-445 96")
    (mention,) = registry(group(wrong)).mentions
    assert mention.papers == NO_PAPERS


def test_one_of_several_documents_is_the_certificate() -> None:
    cell = "Паспорт РФ: 64 15 123456; Свидетельство о рождении: IV-АИ 123456"
    (mention,) = registry(group(clone("1", "+ СОШ № 1", c3=cell, c4=""))).mentions
    assert mention.papers == Papers(certificate="IV-АИ № 123456")


def test_open_groups_stay_apart_and_places_name_no_table() -> None:
    two = clone("1", "+ СОШ № 1"), clone("2", "+ СОШ № 2")
    found = registry(group(*two), group(clone("3", "+ СОШ № 3")))
    assert found.together == ((0, 1), (2,))
    assert (found.facts.rows, found.facts.table) == (3, None)


def test_a_registry_without_an_open_group_says_so() -> None:
    assert [notice.code for notice in registry("<p>Ключ</p>").notices] == ["clones-closed"]


def test_a_row_without_a_name_is_told() -> None:
    found = registry(group(clone("1", "+ СОШ № 1"), clone("2", "+ СОШ № 2", c1="")))
    assert [notice.code for notice in found.notices] == ["row-without-pupil"]


@pytest.mark.parametrize(
    "part",
    [
        group(clone("1", "+ СОШ № 1"), title="Ученики"),
        group(clone("1", "+ СОШ № 1"), title="Дубли"),
        "<p>Реестр клонов</p>",
    ],
    ids=["another title", "a menu entry", "a mere mention"],
)
def test_what_is_no_registry_is_left_to_others(part: str) -> None:
    assert read(part, heading="Ученики") is None

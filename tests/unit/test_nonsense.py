"""Pages that make no sense: an answer or a clear error, and no removal that rests on a doubt."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element as Element

from sverka.advice.vocabulary import Advice, Confidence
from sverka.contract import AccountInfo, Analysis, PageRequest
from sverka.errors import SverkaError
from sverka.pages.html import as_utf8
from sverka.pages.vocabulary import Source
from sverka.people.organisations import OrgKind
from sverka.pipeline import analyse_page
from sverka.settings import Settings
from tests.stand.scenarios import Layout, Mode, Scenario, render_saved

PAGES = [render_saved(Scenario(layout=layout), mode) for layout in Layout for mode in Mode]
NONSENSE = (
    *("", "—", "31.02.2015", "7.05.75", "05.05.2205", "00.00.0000", "9" * 400, "s1 s2", "(", "()"),
    *("с100001", "ID: s 100002", "<b>", "Итого", "Исполнитель: Иванова А. А.", "ФИО", "\u202e"),
    *("05.09.2025-01.09.2025 (s100001)", "01.09.2025-(s7) (s7)", "2025-13-45", "прикреплён", "0"),
)
BROKEN_SPANS = ("0", "1", "2", "7", "999999999", "-1", "два", "")
#: Warnings of rows on which nothing certain may rest.
DOUBTS = ("date-", "departed-before-enrolled", "contradicting-", "double-", "row-")
Change = Callable[[Element, st.DataObject], None]


def analysis_of(html: str) -> Analysis:
    request = PageRequest(
        schema=1,
        url="https://sgo.example.ru/",
        html=html,
        captured_at=datetime(2025, 9, 30, tzinfo=UTC),
        source=Source.FILE,
    )
    return analyse_page(request, secret=b"secret", settings=Settings())


def cells_of(root: Element) -> list[Element]:
    return [cell for cell in root.iter("td", "th") if cell.getparent() is not None]


def rewrite(root: Element, data: st.DataObject) -> None:
    cell = data.draw(st.sampled_from(cells_of(root)))
    etree.strip_elements(cell, "*")
    cell.text = data.draw(st.sampled_from(NONSENSE))


def swap(root: Element, data: st.DataObject) -> None:
    left, right = data.draw(st.lists(st.sampled_from(cells_of(root)), min_size=2, max_size=2))
    left.text, right.text = right.text, left.text


def span(root: Element, data: st.DataObject) -> None:
    cell = data.draw(st.sampled_from(cells_of(root)))
    name = data.draw(st.sampled_from(("rowspan", "colspan")))
    cell.set(name, data.draw(st.sampled_from(BROKEN_SPANS)))


def remove(root: Element, data: st.DataObject) -> None:
    cell = data.draw(st.sampled_from(cells_of(root)))
    parent = cell.getparent()
    assert parent is not None
    parent.remove(cell)


def nest(root: Element, data: st.DataObject) -> None:
    cell = data.draw(st.sampled_from(cells_of(root)))
    table = etree.SubElement(cell, "table")
    etree.SubElement(etree.SubElement(table, "tr"), "td").text = data.draw(
        st.sampled_from(NONSENSE)
    )


CHANGES: tuple[Change, ...] = (rewrite, swap, span, remove, nest)


def check_removals(analysis: Analysis) -> None:
    """What every certain removal rests on, read off the answer alone."""
    doubted = {warning.row for warning in analysis.page.warnings if warning.code.startswith(DOUBTS)}
    for group in analysis.groups:
        removed = [
            account
            for account in group.accounts
            if account.advice is Advice.DELETE and account.confidence is not Confidence.LOW
        ]
        if not removed:
            continue
        kept = [account for account in group.accounts if account.advice is Advice.KEEP]
        assert len(kept) == 1
        assert group.verdict == "same"
        assert group.steps[0].action == "verify"
        for account in removed:
            assert not doubted & {kept[0].row, account.row}
            check_removal(kept[0], account)


def check_removal(kept: AccountInfo, removed: AccountInfo) -> None:
    for account in (kept, removed):
        assert account.enrolled is not None
        assert account.org_kind is not OrgKind.OTHER
        assert account.departed is None or account.enrolled <= account.departed
    assert kept.key != removed.key
    assert (kept.name, kept.birth_date) != (None, None)
    assert {kept.birth_date, removed.birth_date} == {kept.birth_date}


@pytest.mark.parametrize("html", PAGES, ids=range(len(PAGES)))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_page_with_broken_cells_never_breaks_the_reading_nor_its_caution(
    html: str, data: st.DataObject
) -> None:
    root = etree.HTML(html)
    for change in data.draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=6)):
        change(root, data)
    analysis = analysis_of(etree.tostring(root, encoding="unicode", method="html"))
    check_removals(analysis)
    assert analysis.to_json()


@pytest.mark.parametrize("html", PAGES, ids=range(len(PAGES)))
def test_a_page_cut_off_anywhere_is_read_as_far_as_it_goes(html: str) -> None:
    read = [len(analysis_of(html[:at]).groups) for at in range(1000, len(html), 1000)]
    assert all(less <= more for less, more in pairwise(read))
    for at in range(1000, len(html), 1000):
        check_removals(analysis_of(html[:at]))


@pytest.mark.parametrize("written", ["cp1251", "utf-16", "koi8-r", "cp866"])
@pytest.mark.parametrize("html", PAGES[:2], ids=["classic", "modern"])
def test_a_page_in_another_encoding_is_read_or_refused_and_never_guessed(
    html: str, written: str
) -> None:
    data = html.encode(written, errors="replace")
    check_removals(analysis_of(as_utf8(data).decode()))


@given(st.binary(max_size=2000))
def test_bytes_that_are_no_page_give_an_answer_or_a_clear_error(data: bytes) -> None:
    try:
        analysis = analysis_of(as_utf8(data).decode())
    except SverkaError as problem:
        told = problem.message
    else:
        told = analysis.page.kind.value
        assert analysis.groups == ()
    assert told


def test_one_account_with_two_birth_dates_is_never_removed() -> None:
    html = render_saved(Scenario(cases=("not_departed",)))
    row = html[html.rindex("<tr>", 0, html.index("s100002")) :]
    row = row[: row.index("</tr>") + len("</tr>")]
    doubled = html.replace(row, row + row.replace("01.01.2015", "02.01.2015"))
    assert doubled != html.replace(row, row + row)
    advice = {account.advice for group in analysis_of(doubled).groups for account in group.accounts}
    assert advice == {Advice.UNDECIDED}

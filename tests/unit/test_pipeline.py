"""The whole way of the data: every page of the stand is advised as its truth says."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from sverka.advice.vocabulary import Advice, Confidence, Risk
from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.errors import ErrorCode, SverkaError
from sverka.pages.vocabulary import PageKind, Source
from sverka.pipeline import analyse_page
from sverka.settings import Settings
from tests.stand.cases import CASES
from tests.stand.scenarios import (
    Column,
    HeaderStyle,
    Layout,
    Mode,
    Outcome,
    Period,
    Scenario,
    TableStyle,
    TitleQuotes,
    Variant,
    render_saved,
    truth,
)
from tests.unit.pages.page import DATES, FIRST, SECOND, changed, dates_page, page, table

CAPTURED = datetime(2025, 9, 30, 12, tzinfo=UTC)
STYLES = [
    TableStyle(),
    *(TableStyle(header) for header in HeaderStyle),
    TableStyle(renamed=True),
    TableStyle(reordered=True),
    TableStyle(note_column=True),
    TableStyle(messy_cells=True),
    TableStyle(HeaderStyle.TWO_ROWS, renamed=True, reordered=True, messy_cells=True),
]
WITHOUT_IDS = TableStyle(missing=frozenset({Column.ID}))
WITHOUT_ENTRY = TableStyle(missing=frozenset({Column.ENTRY}))
SCENARIOS = [
    *(Scenario(layout=layout, variant=Variant(style)) for layout, style in product(Layout, STYLES)),
    *(
        Scenario(layout=layout, variant=Variant(title=title))
        for layout in Layout
        for title in TitleQuotes
    ),
    *(Scenario(layout=layout, variant=Variant(second_table=True)) for layout in Layout),
    Scenario(variant=Variant(WITHOUT_IDS)),
    Scenario(variant=Variant(WITHOUT_ENTRY)),
    *(Scenario(layout=layout, rows=400) for layout in Layout),
]


def analyse(html: str, url: str = "", settings: Settings | None = None) -> Analysis:
    request = PageRequest(
        schema=SCHEMA, url=url, html=html, captured_at=CAPTURED, source=Source.CONTENT
    )
    return analyse_page(request, secret=b"secret", settings=settings or Settings())


def codes(analysis: Analysis) -> list[str]:
    return [warning.code for warning in analysis.page.warnings]


def told(analysis: Analysis) -> set[tuple[object, ...]]:
    return {
        (
            account.account_id,
            account.name,
            account.row,
            tuple(place.tr - (analysis.page.first_data_tr or 0) for place in account.places),
            account.advice,
            account.rules[0],
        )
        for group in analysis.groups
        for account in group.accounts
    }


def expected(scenario: Scenario) -> set[tuple[object, ...]]:
    return {
        (
            account.account_id,
            account.name,
            account.row,
            account.rows,
            account.advice,
            account.rule,
        )
        for account in truth(scenario)
    }


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=range(len(SCENARIOS)))
def test_the_answer_is_the_stands_truth(scenario: Scenario, mode: Mode) -> None:
    analysis = analyse(render_saved(scenario, mode))
    assert told(analysis) == expected(scenario)
    assert set(codes(analysis)) <= {"overlap-unknown"}


@pytest.mark.parametrize("case", [case.__name__ for case in CASES])
def test_every_case_is_answered_by_itself(case: str) -> None:
    """What stands beside a family must not be what decides it."""
    shown = [Scenario(layout=layout, cases=(case,)) for layout in Layout]
    shown += [
        Scenario(variant=Variant(style), cases=(case,)) for style in (WITHOUT_IDS, WITHOUT_ENTRY)
    ]
    answered = [scenario for scenario in shown if truth(scenario)]
    assert answered
    for scenario in answered:
        assert told(analyse(render_saved(scenario))) == expected(scenario)


@pytest.mark.parametrize("mode", Mode)
def test_an_empty_report_has_no_groups_and_says_so(mode: Mode) -> None:
    analysis = analyse(render_saved(Scenario(outcome=Outcome.EMPTY), mode))
    assert analysis.page.kind is PageKind.DUPLICATES_REPORT
    assert analysis.groups == ()
    assert codes(analysis) == ["empty-report"]


def test_an_unknown_page_has_no_groups_and_says_so() -> None:
    analysis = analyse(render_saved(Scenario(outcome=Outcome.EXPIRED)))
    assert analysis.page.kind is PageKind.UNKNOWN
    assert analysis.groups == ()
    assert codes(analysis) == ["unknown-page"]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_page_cut_short_is_answered_as_far_as_it_goes(layout: Layout, tenths: int) -> None:
    scenario = Scenario(layout=layout)
    html = render_saved(scenario)
    analysis = analyse(html[: len(html) * tenths // 10])
    named = {account for group in analysis.groups for account in group.accounts}
    assert {account.account_id for account in named} <= {
        account.account_id for account in truth(scenario)
    } | {None}


def test_a_page_beyond_the_limit_is_refused() -> None:
    with pytest.raises(SverkaError) as refused:
        analyse(dates_page() + " " * 1024 * 1024, settings=Settings(max_page_mb=1))
    assert refused.value.code is ErrorCode.TOO_LARGE


@pytest.mark.parametrize(
    ("broken", "row", "column"),
    [
        ({"c3": "31.02.2015"}, 2, "Дата рождения"),
        ({"c3": "7.05.75"}, 2, "Дата рождения"),
        ({"c6": "32.13.2025"}, 2, "Дата зачисления"),
        ({"c2": "??"}, 2, "ID"),
        ({"c1": ""}, 2, None),
    ],
)
def test_one_bad_row_is_told_and_the_others_are_advised(
    broken: dict[str, str], row: int, column: str | None
) -> None:
    other = changed(changed(FIRST, c1="Петров Пётр Петрович", c2="s9"), **broken)
    analysis = analyse(page("<p>с 01.09.2025 по 30.09.2025</p>", table(FIRST, SECOND, other)))
    first, *_ = analysis.page.warnings
    assert (first.row, first.column) == (row, column)
    assert first.message
    advice = {account.account_id: account.advice for account in analysis.groups[0].accounts}
    assert advice == {"s1": Advice.KEEP, "s2": Advice.DELETE}


def test_one_number_with_two_birth_dates_is_undecided_and_told_with_both_rows() -> None:
    other = changed(SECOND, c2="s1", c3="07.05.2016")
    analysis = analyse(dates_page(FIRST, other))
    ((account,),) = [group.accounts for group in analysis.groups]
    assert account.advice is Advice.UNDECIDED
    assert account.birth_date is None
    (told_of,) = [w for w in analysis.page.warnings if w.code == "contradicting-birth-date"]
    assert "s1" in told_of.message
    assert "1, 2" in told_of.message


def test_a_period_that_proves_little_is_told_with_its_rule() -> None:
    scenario = Scenario(period=Period(date(2025, 10, 1), date(2025, 10, 31)))
    analysis = analyse(render_saved(scenario))
    assert codes(analysis)[0] == "period-start"
    assert "01.10.2025" in analysis.page.warnings[0].message
    assert "D-28" in analysis.rules


def test_a_missing_period_is_told() -> None:
    assert codes(analyse(dates_page())) == ["no-period"]


def test_groups_whose_overlap_cannot_be_counted_are_told() -> None:
    lines = [changed(cells, c6="") for cells in (FIRST, SECOND)]
    analysis = analyse(page("<p>с 01.09.2025 по 30.09.2025</p>", table(*lines)))
    assert codes(analysis) == ["overlap-unknown"]
    assert analysis.groups[0].overlap_days is None
    assert analysis.groups[0].risk is Risk.NONE


def test_the_settings_say_from_when_on_there_is_a_risk() -> None:
    scenario = Scenario(cases=("not_departed",))
    (usual,) = analyse(render_saved(scenario)).groups
    strict = Settings(risk_watch_days=5, risk_high_days=10)
    (watched,) = analyse(render_saved(scenario), settings=strict).groups
    assert (usual.overlap_days, usual.risk) == (25, Risk.NONE)
    assert watched.risk is Risk.HIGH


def test_the_settings_say_how_long_each_step_may_take() -> None:
    scenario = Scenario(cases=("not_departed",))
    hasty = Settings(depart_working_days=0, delete_working_days=1)
    (group,) = analyse(render_saved(scenario), settings=hasty).groups
    due = {step.action.value: step.due for step in group.steps}
    assert due["depart"] == date(2025, 9, 30)
    assert due["delete"] == date(2025, 10, 1)


def test_the_answer_does_not_depend_on_the_day_it_is_asked() -> None:
    html = render_saved(Scenario())
    later = PageRequest(
        schema=SCHEMA,
        url="",
        html=html,
        captured_at=datetime(2031, 1, 1, tzinfo=UTC),
        source=Source.CONTENT,
    )
    assert analyse_page(later, secret=b"secret", settings=Settings()) == analyse(html)


def test_account_numbers_alone_are_never_more_than_preliminary() -> None:
    analysis = analyse(render_saved(Scenario(layout=Layout.PERIODS)))
    by_number = [
        account
        for group in analysis.groups
        for account in group.accounts
        if account.rules[0] == "D-25"
    ]
    assert by_number
    assert {account.confidence for account in by_number} == {Confidence.LOW}


def test_two_tables_of_one_report_are_told_apart_by_their_index() -> None:
    first = table(FIRST, SECOND)
    other = table(("1", "2"), header=("Показатель", "Значение"))
    assert analyse(page(other, first)).page.table == 1
    assert analyse(page(first, other)).page.table == 0


def test_columns_that_the_lists_do_not_know_change_nothing() -> None:
    header = (*DATES[:4], "Льготы", *DATES[4:])
    lines = [(*cells[:4], "нет", *cells[4:]) for cells in (FIRST, SECOND)]
    assert told(analyse(dates_page(*lines, header=header))) == told(analyse(dates_page()))

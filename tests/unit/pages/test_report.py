"""Which page it is, which table, which layout — and an unknown one is never guessed at."""

from datetime import date

import pytest

from sverka.pages.records import Place
from sverka.pages.vocabulary import Layout, PageKind, Role
from tests.stand.scenarios import (
    HeaderStyle,
    Mode,
    Outcome,
    Scenario,
    TableStyle,
    TitleQuotes,
    Variant,
    render_saved,
)
from tests.stand.scenarios import Layout as StandLayout
from tests.unit.pages.page import (
    DATES,
    FIRST,
    SECOND,
    changed,
    codes,
    dates_page,
    names,
    numbers,
    page,
    read,
    row,
    table,
)

OTHER_TABLE = table(("Всего школ", "12"), ("Всего учеников", "3 480"), header=("Показатель", "Всё"))
VARIANTS = [
    Variant(),
    *(Variant(TableStyle(header)) for header in HeaderStyle),
    Variant(TableStyle(renamed=True)),
    Variant(TableStyle(reordered=True)),
    Variant(TableStyle(note_column=True)),
    Variant(TableStyle(messy_cells=True)),
    *(Variant(title=quotes) for quotes in TitleQuotes),
    Variant(second_table=True),
    Variant(
        TableStyle(HeaderStyle.TWO_ROWS, renamed=True, reordered=True, note_column=True),
        second_table=True,
    ),
]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("layout", StandLayout)
@pytest.mark.parametrize("variant", VARIANTS, ids=range(len(VARIANTS)))
def test_a_report_is_recognised_in_every_shape(
    layout: StandLayout, mode: Mode, variant: Variant
) -> None:
    report = read(render_saved(Scenario(layout=layout, variant=variant), mode))
    facts = report.facts
    assert (facts.kind, facts.layout) == (PageKind.DUPLICATES_REPORT, Layout(layout))
    assert facts.period == (date(2025, 9, 1), date(2025, 9, 30))
    assert facts.version == "5.56.0"
    assert facts.generated_at is not None
    assert facts.title == variant.title
    assert facts.rows > 0
    assert facts.first_data_tr == (2 if variant.table.header is HeaderStyle.TWO_ROWS else 1)


@pytest.mark.parametrize("layout", StandLayout)
@pytest.mark.parametrize("variant", VARIANTS, ids=range(len(VARIANTS)))
def test_no_shape_changes_who_is_named(layout: StandLayout, variant: Variant) -> None:
    usual = read(render_saved(Scenario(layout=layout)))
    other = read(render_saved(Scenario(layout=layout, variant=variant)))
    assert names(other) == names(usual)
    assert numbers(other) == numbers(usual)
    assert [mention.stay for mention in other.mentions] == [
        mention.stay for mention in usual.mentions
    ]
    assert other.overlaps == usual.overlaps


def test_today_is_the_reports_own_day_else_the_day_of_capture() -> None:
    stated = page("<p>Состояние на16.09.2026 17:40:20</p>", table(FIRST))
    assert read(stated).today == date(2026, 9, 16)
    assert read(dates_page()).today == date(2025, 9, 30)


def test_the_table_that_says_most_is_the_reports() -> None:
    report = read(page(OTHER_TABLE, table(FIRST, SECOND), OTHER_TABLE))
    assert report.facts.table == 1
    assert numbers(report) == ["s1", "s2"]


def test_a_second_generation_below_the_first_is_the_one_read() -> None:
    report = read(page(table(FIRST), table(SECOND)))
    assert report.facts.table == 1
    assert numbers(report) == ["s2"]


def test_a_report_inside_a_table_of_the_page_is_found() -> None:
    report = read(page(f"<table><tr><td>{table(FIRST, SECOND)}</td></tr></table>"))
    assert report.facts.table == 1
    assert numbers(report) == ["s1", "s2"]


def test_the_login_page_in_place_of_a_report_is_not_taken_for_one() -> None:
    report = read(render_saved(Scenario(outcome=Outcome.EXPIRED)))
    assert report.facts.kind is PageKind.UNKNOWN
    assert codes(report) == ["unknown-page"]


@pytest.mark.parametrize("mode", Mode)
def test_an_empty_report_is_recognised_and_told(mode: Mode) -> None:
    report = read(render_saved(Scenario(outcome=Outcome.EMPTY), mode))
    assert report.facts.kind is PageKind.DUPLICATES_REPORT
    assert codes(report) == ["empty-report"]


def test_a_report_with_a_header_and_no_rows_is_empty() -> None:
    report = read(page(table()))
    assert report.facts.rows == 0
    assert codes(report) == ["empty-report"]


def test_a_report_whose_rows_cannot_be_read_is_not_called_empty() -> None:
    report = read(dates_page(changed(FIRST, c1="")))
    assert codes(report) == ["row-without-pupil"]


@pytest.mark.parametrize(
    ("html", "kind", "code"),
    [
        (page(), PageKind.DUPLICATES_REPORT, "no-table"),
        (page(OTHER_TABLE), PageKind.UNKNOWN, "unknown-layout"),
        (page(table(FIRST), title="Список учеников"), PageKind.UNKNOWN, "unknown-page"),
        (page(title="Расписание"), PageKind.UNKNOWN, "unknown-page"),
        (page("дублей не найдено", title="Расписание"), PageKind.UNKNOWN, "unknown-page"),
        ("просто текст", PageKind.UNKNOWN, "unknown-page"),
    ],
    ids=["not-made-yet", "new-columns", "other-list", "other-page", "other-empty", "text"],
)
def test_what_is_not_recognised_gives_one_notice_and_no_guess(
    html: str, kind: PageKind, code: str
) -> None:
    report = read(html)
    assert report.facts.kind is kind
    assert report.facts.layout is None
    assert report.facts.table is None
    assert codes(report) == [code]
    assert report.mentions == ()


def test_the_table_of_periods_is_known_even_without_a_title() -> None:
    html = render_saved(Scenario(layout=StandLayout.PERIODS))
    bare = html[html.index('<table class="table-print') : html.index("</table>")]
    assert read(bare).facts.layout is Layout.PERIODS


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("Дата рождения", "no-birth-date-column"),
        ("Дата зачисления", "no-enrolled-column"),
        ("Дата выбытия", "no-departed-column"),
    ],
)
def test_a_needed_column_that_is_missing_is_told(missing: str, code: str) -> None:
    at = DATES.index(missing)
    header, first = DATES[:at] + DATES[at + 1 :], [*FIRST[:at], *FIRST[at + 1 :]]
    assert codes(read(dates_page(first, header=header))) == [code]


def test_a_column_met_twice_is_told_by_its_caption() -> None:
    (notice,) = read(dates_page((*FIRST, "4б"), header=(*DATES, "Группа"))).notices
    assert (notice.code, notice.column) == ("repeated-column", "Группа")


def test_the_authority_of_the_heading_goes_before_that_of_the_rows() -> None:
    header, first = (*DATES, "Орган управления"), (*FIRST, "УО района")
    assert read(dates_page(first, header=header)).facts.authority == "УО района"
    headed = page("<p>Орган управления: УО города</p>", table(first, header=header))
    assert read(headed).facts.authority == "УО города"


def test_places_are_told_as_the_page_was_sent() -> None:
    header = row(DATES, "th").replace("<tr>", "<tr class=x>")
    html = page(f"<table><thead>{header}</thead><tbody>{row(FIRST)}{row(SECOND)}</tbody></table>")
    report = read(html)
    assert [mention.place for mention in report.mentions] == [
        Place(1, 1, Role.MAIN),
        Place(2, 1, Role.MAIN),
    ]
    assert [mention.row for mention in report.mentions] == [0, 1]

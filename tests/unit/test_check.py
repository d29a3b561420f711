"""`sverka check` on real files: exit codes, JSON and the table a person reads."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sverka.cli import main
from sverka.datadir import DataDir
from sverka.saved import SavedPages
from tests.stand.clones import render_saved_clones
from tests.stand.movement.render import render_saved_movement
from tests.stand.movement.world import REPORT, movements
from tests.stand.order import (
    OrderScenario,
    Screen,
    Way,
    child_of_report,
    newcomers,
    render_saved_order,
)
from tests.stand.scenarios import Layout, Outcome, Scenario, Variant, render_saved
from tests.stand.table import TableStyle
from tests.unit.ledger.people import FATHER, parent, pupil
from tests.unit.pages.card_page import PARENT_LINK, PUPIL, block, card_html, pupil_html
from tests.unit.pages.list_page import ALONE, list_html, parents, pupils
from tests.unit.pages.page import FIRST, changed, dates_page

READ, SOMETHING_TO_DO, NOT_READ = range(3)
NOTHING_TO_DO = Scenario(cases=("additional_legal",))
HOSTILE = Scenario(cases=("hostile",))
PARENTS = block("Родители", PARENT_LINK)
IMPORTED = OrderScenario(Way.IMPORT, Screen.ENTRY, newcomers())
DECIDED_BY_MOVEMENT = "equal_dates_with_history"
WHOLE_CARD = pupil_html(PARENTS)
GROWN = PUPIL | {"Дата рождения": "01.01.2010", "Свидетельство о рождении": "IV-АИ № 123456"}


@dataclass(frozen=True, slots=True)
class Said:
    """How one call ended."""

    code: object
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Check = Callable[..., Said]
Save = Callable[[str, str | bytes], Path]


@pytest.fixture
def check(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Check:
    """Call `sverka check` as from a terminal."""
    monkeypatch.setenv("SVERKA_DATA_DIR", str(data_dir.path))

    def check(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["sverka", "check", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        return Said(ended.value.code or 0, written.out, written.err)

    return check


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write a page into a file of this name."""

    def save(name: str, page: str | bytes) -> Path:
        file = tmp_path / name
        file.write_bytes(page if isinstance(page, bytes) else page.encode())
        return file

    return save


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (render_saved(Scenario()), SOMETHING_TO_DO),
        (render_saved(Scenario(cases=("attached",))), SOMETHING_TO_DO),
        (render_saved(Scenario(cases=("same_account_twice",))), SOMETHING_TO_DO),
        (render_saved(Scenario(layout=Layout.PERIODS, cases=("triple",))), SOMETHING_TO_DO),
        (render_saved(NOTHING_TO_DO), READ),
        (render_saved(Scenario(layout=Layout.POOL, cases=("pool_twins",))), READ),
        (render_saved(Scenario(outcome=Outcome.EMPTY)), READ),
        (render_saved(Scenario(outcome=Outcome.EXPIRED)), NOT_READ),
        ("", NOT_READ),
        (WHOLE_CARD, READ),
        (pupil_html(block("Родители", "нет")), SOMETHING_TO_DO),
        (pupil_html(PARENTS, fields=GROWN), READ),
        (card_html("<user-info></user-info>"), NOT_READ),
        (render_saved_movement(100002), READ),
        (render_saved_movement(100002).replace("<td>", "<span>"), NOT_READ),
        (parents(), SOMETHING_TO_DO),
        (pupils(), READ),
        (list_html(), NOT_READ),
        (render_saved_clones(0), SOMETHING_TO_DO),
        (render_saved_clones(), READ),
        (render_saved_order(IMPORTED), READ),
    ],
    ids=[
        *("everything", "undecided", "wrong-dates", "preliminary", "lawful", "twins", "empty"),
        *("login-page", "no-content", "right-card", "unlinked", "hints-only", "empty-card"),
        *("movement", "movement-without-cells"),
        *("unlinked-in-list", "list-without-remarks", "list-without-rows"),
        *("clones", "closed-clones", "order"),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["table", "json"])
def test_the_exit_code_says_what_was_found(
    check: Check, save: Save, html: str, code: int, form: tuple[str, ...]
) -> None:
    assert check(save("report.html", html), *form).code == code


def test_one_file_is_answered_by_its_object(check: Check, save: Save) -> None:
    read = check(save("report.html", render_saved(Scenario())), "--json").json
    assert read["schema"] == 1
    assert read["page"]["kind"] == "duplicates-report"
    assert read["page"]["installation"] is None
    assert "file" not in read


def test_several_files_are_answered_by_an_array_with_their_names(check: Check, save: Save) -> None:
    first = save("первый.html", render_saved(NOTHING_TO_DO))
    second = save('кавычка".html', "")
    missing = first.with_name("нет.html")
    said = check(first, second, missing, "--json")
    assert [item["file"] for item in said.json] == [str(first), str(second), str(missing)]
    assert [set(item) for item in said.json] == [
        {"file", "schema", "page", "groups", "findings", "movement", "listing", "rules"},
        {"file", "error"},
        {"file", "error"},
    ]


def test_rules_that_cannot_be_loaded_beside_the_page_are_loaded_when_they_are_needed(
    check: Check, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError

    monkeypatch.setattr("sverka.pipeline.load_tables", fail)
    said = check(save("report.html", render_saved(Scenario())))
    assert (said.code, said.err) == (SOMETHING_TO_DO, "")


def test_a_fault_while_a_later_file_is_read_is_not_passed_over(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_later(page: bytes) -> None:
        if b"later" in page:
            raise LookupError

    monkeypatch.setattr("sverka.saved.saved_from", fail_later)
    pages = SavedPages([save("first.html", "<p>first"), save("later.html", "<p>later")], 1)
    with pytest.raises(LookupError):
        list(pages)


def test_the_worst_file_gives_the_exit_code(check: Check, save: Save) -> None:
    lawful = save("lawful.html", render_saved(NOTHING_TO_DO))
    to_do = save("to-do.html", render_saved(Scenario()))
    unread = save("unread.html", "")
    assert check(lawful, lawful).code == READ
    assert check(to_do, lawful).code == SOMETHING_TO_DO
    assert check(unread, to_do, lawful).code == NOT_READ


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["table", "json"])
def test_a_file_that_is_not_there_is_named(
    check: Check, tmp_path: Path, form: tuple[str, ...]
) -> None:
    said = check(tmp_path / "report.html", *form)
    assert said.code == NOT_READ
    assert "report.html" in said.out.replace("\n", "")
    assert "Проверьте имя файла" in said.out


def test_a_folder_is_no_file(check: Check, tmp_path: Path) -> None:
    said = check(tmp_path, "--json")
    assert said.code == NOT_READ
    assert said.json["error"]["code"] == "not-found"
    assert set(said.json["error"]) == {"code", "message", "hint"}


def test_what_the_system_says_of_a_file_is_told_in_russian(check: Check, tmp_path: Path) -> None:
    message = check(tmp_path / "report.html", "--json").json["error"]["message"]
    assert re.findall("[A-Za-z]{2,}", message.replace(str(tmp_path / "report.html"), "")) == []


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    check: Check, save: Save, data_dir: DataDir
) -> None:
    data_dir.settings_file.write_text("max_page_mb = 1", encoding="utf-8")
    huge = save("huge.html", "")
    os.truncate(huge, 50 * 1024 * 1024)
    said = check(huge, "--json")
    assert said.code == NOT_READ
    assert said.json["error"]["code"] == "too-large"
    assert "50 МБ" in said.json["error"]["message"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1251"])
def test_the_encoding_of_the_file_does_not_matter(check: Check, save: Save, encoding: str) -> None:
    page = render_saved(Scenario())
    usual = check(save("utf-8.html", page), "--json").json["groups"]
    other = save("other.html", page.encode(encoding, errors="xmlcharrefreplace"))
    assert check(other, "--json").json["groups"] == usual


def test_a_page_saved_by_a_browser_tells_its_installation(check: Check, save: Save) -> None:
    noted = "<!-- saved from url=(0030)https://sgo.example.ru/asp/Report.asp?AT=1 -->"
    read = check(save("report.html", noted + render_saved(Scenario())), "--json").json
    assert read["page"]["installation"] == "sgo.example.ru:443"
    assert all(
        account["key"].startswith("sgo.example.ru:443:s")
        for group in read["groups"]
        for account in group["accounts"]
    )


def test_without_a_state_the_day_the_file_was_saved_is_today(check: Check, save: Save) -> None:
    file = save("report.html", dates_page())
    noon = datetime(2025, 10, 3, 12, tzinfo=UTC).timestamp()
    os.utime(file, (noon, noon))
    (group,) = check(file, "--json").json["groups"]
    assert group["overlap_days"] == 28
    assert {step["due"] for step in group["steps"]} == {
        *("2025-10-03", "2025-10-08", "2025-10-10", None),
    }


def test_accounts_without_numbers_keep_their_keys_from_call_to_call(
    check: Check, save: Save
) -> None:
    file = save("report.html", dates_page(changed(FIRST, c2=""), changed(FIRST, c2="")))
    first, second = (
        [
            account["key"]
            for group in check(file, "--json").json["groups"]
            for account in group["accounts"]
        ]
        for _ in range(2)
    )
    assert first == second
    assert len(set(first)) == 2


def test_the_table_says_everything_a_person_needs(check: Check, save: Save) -> None:
    said = check(save("report.html", render_saved(Scenario(cases=("not_departed",)))))
    for words in (
        "report.html",
        'Список учащихся-"дублей" (образовательные организации)',
        "Период: 01.09.2025 – 30.09.2025",
        "Причина: не выбыл вовремя. Пересечение, дней: 25.",
        "Риск, что дубль станет неустранимым: нет.",
        "s100001",
        "оставить",
        "удалить",
        "02.09.2024",
        "где ребёнок учится фактически",
        "Срок: 03.10.2025.",
        "Групп: 1. К удалению: 1. Предварительно к удалению: 0. Не решено: 0. Высокий риск: 0.",
    ):
        assert words in said.out


def test_preliminary_removals_are_called_so_and_not_counted_as_removals(
    check: Check, save: Save
) -> None:
    scenario = Scenario(layout=Layout.PERIODS, cases=("not_departed", "triple"))
    said = check(save("report.html", render_saved(scenario)))
    assert "предварительно:" in said.out
    assert "Групп: 2. К удалению: 0. Предварительно к удалению: 3. Не решено: 0." in said.out


def test_undecided_accounts_and_high_risks_are_counted(check: Check, save: Save) -> None:
    scenario = Scenario(cases=("attached", "long_overlap"))
    said = check(save("report.html", render_saved(scenario)))
    assert "К удалению: 1. Предварительно к удалению: 0. Не решено: 2. Высокий риск: 1." in said.out


def test_a_warning_names_row_and_column_as_a_person_counts(check: Check, save: Save) -> None:
    said = check(
        save("report.html", dates_page(changed(FIRST, c3="31.02.2015"), changed(FIRST, c1="")))
    )
    assert "⚠ строка 1, столбец «Дата рождения»: Такой даты не бывает: «31.02.2015»." in said.out
    assert "⚠ строка 2: В строке нет ФИО" in said.out
    assert "⚠ Период отчёта не прочитан" in said.out


def test_hostile_text_is_shown_as_it_stands(check: Check, save: Save) -> None:
    said = check(save("report.html", render_saved(HOSTILE)))
    joined = re.sub(r"[\s│]+", "", said.out)
    assert "onerror=" in joined
    assert "window.hostile=2" in joined


@pytest.mark.parametrize("markup", ["[bold red]Иван[/]", "[/red]", "[link=http://a]", "\\[b]"])
def test_text_that_looks_like_the_tables_own_markup_is_shown_as_it_stands(
    check: Check, save: Save, markup: str
) -> None:
    said = check(save("[red].html", dates_page(changed(FIRST, c1=f"Иванов {markup} Иванович"))))
    assert markup.replace(" ", "") in re.sub(r"[\s│]+", "", said.out)
    assert "[red].html" in said.out


def test_escape_sequences_of_a_page_never_reach_the_terminal(check: Check, save: Save) -> None:
    hostile = changed(FIRST, c1="Иванов \x1b[2J\x07Иван Иванович", c4="СОШ \x1b]0;x\x07 № 1")
    said = check(save("report.html", dates_page(hostile)))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", said.out)


def test_no_variant_of_the_page_changes_the_printed_counts(check: Check, save: Save) -> None:
    usual = check(save("usual.html", render_saved(Scenario()))).out.splitlines()[-1]
    variant = Variant(TableStyle(renamed=True, reordered=True), second_table=True)
    other = check(save("other.html", render_saved(Scenario(variant=variant)))).out.splitlines()[-1]
    assert other == usual


def test_a_page_that_is_not_recognised_is_not_counted_up(check: Check, save: Save) -> None:
    said = check(save("other.html", "<p>Расписание</p>"))
    assert said.code == NOT_READ
    assert "К удалению" not in said.out


def test_a_date_that_is_not_printed_is_not_made_up(check: Check, save: Save) -> None:
    page = dates_page(FIRST, changed(FIRST, c2="s2", c4="СОШ № 2", c6="", c7="10.09.2025"))
    said = check(save("report.html", page)).out
    assert "зачислен" in said
    assert "выбыл" in said
    assert "…" not in said


def test_a_process_of_its_own_writes_its_whole_answer(save: Save, data_dir: DataDir) -> None:
    """It leaves without taking its objects to pieces; what it said must be out by then."""
    file = save("report.html", render_saved(Scenario(rows=400)))
    done = subprocess.run(
        [sys.executable, "-m", "sverka", "check", "--json", file, file],
        env=os.environ | {"SVERKA_DATA_DIR": str(data_dir.path)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (SOMETHING_TO_DO, b"")
    assert [answer["page"]["rows"] for answer in json.loads(done.stdout)] == [400, 400]


def test_a_card_is_printed_with_what_is_wrong_what_to_do_and_how_to_write_it(
    check: Check, save: Save
) -> None:
    fields = PUPIL | {"Свидетельство о рождении": "1-АМ 123456", "Фамилия": "Ивaнова"}
    said = check(save("card.html", pupil_html(block("Родители", "нет"), fields=fields)))
    joined = re.sub(r"[\s│]+", " ", said.out)
    for words in (
        "Сведения об ученике",
        "родители",
        "привязать",
        "[L-01]",
        "1. Если ребёнка сюда выбрали",
        "документ",
        "исправить",
        "[C-04]",
        "I-АМ № 123456",
        "Иванова",
        "Замечаний: 3. Из них требуют исправления или решения: 3.",
    ):
        assert words in joined
    assert "Групп:" not in said.out


def test_a_saved_order_says_how_many_children_it_holds_and_that_they_are_not_compared(
    check: Check, save: Save
) -> None:
    said = check(save("order.html", render_saved_order(IMPORTED)))
    assert f"Прочитано детей в окне приказа: {len(newcomers())}." in said.out
    assert "не узнать" in said.out


def test_a_right_card_is_called_right(check: Check, save: Save) -> None:
    assert "Замечаний нет." in check(save("card.html", WHOLE_CARD)).out


def test_a_card_whose_links_were_not_read_is_not_called_unlinked(check: Check, save: Save) -> None:
    said = check(save("card.html", pupil_html()))
    assert said.code == READ
    assert "Не удалось прочитать, какие родители привязаны" in said.out
    assert "L-01" not in said.out


def test_hostile_text_of_a_card_is_shown_as_it_stands(check: Check, save: Save) -> None:
    fields = PUPIL | {"Отчество": "[red]Пет\x1b[2Jровнa[/red]"}
    said = check(save("card.html", pupil_html(fields=fields)))
    assert "[C-07]" in said.out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", said.out)


def test_a_movement_is_printed_document_by_document(check: Check, save: Save) -> None:
    said = check(save("movement.html", render_saved_movement(100001)))
    assert "Движение записи s100001." in said.out
    assert "Документов: 3." in said.out
    for word in ("зачисление", "выбытие", "31.05.2025", "12-у"):
        assert word in said.out


def test_a_movement_without_a_number_is_nobodys(check: Check, save: Save) -> None:
    html = render_saved_movement(100001).replace('name="UID"', 'name="X"')
    said = check(save("movement.html", html))
    assert "Чьё это движение, неизвестно." in said.out
    assert "номера на странице нет" in " ".join(said.out.split())
    read = check(save("movement.html", html), "--json").json
    assert read["movement"]["account_key"] is None
    assert read["movement"]["documents"][0]["date"] == "2022-09-02"


def test_of_a_list_the_rows_with_remarks_are_printed_and_how_whole_it_is(
    check: Check, save: Save
) -> None:
    said = check(save("list.html", parents())).out
    assert ALONE[1] in said
    assert "Без детей" in said
    assert "показывают всех" in said
    assert "не видела: 2 из 2" in said


@pytest.mark.parametrize(
    ("around", "words"),
    [
        ("<label>Пол <select><option>Ж</select></label>", "Отбор: Пол — Ж"),
        ("<p>Найдено записей: 120</p>", "поля отбора не найдены"),
    ],
)
def test_of_a_list_that_may_leave_somebody_out_that_is_said(
    check: Check, save: Save, around: str, words: str
) -> None:
    said = check(save("list.html", parents(around=around))).out
    assert words in " ".join(said.split())
    assert "Замечаний к строкам нет." in said


def account_in(answers: Any, number: int) -> tuple[str, str]:
    """What is advised of that account in the only report among the answers."""
    found = [
        (account["advice"], account["rules"][0])
        for answer in answers
        for group in answer["groups"]
        for account in group["accounts"]
        if account["account_id"] == f"s{number}"
    ]
    return found[0]


@pytest.mark.parametrize("report_first", [True, False])
def test_saved_movement_decides_the_report_it_is_checked_with(
    check: Check, save: Save, report_first: bool
) -> None:
    case = movements()[DECIDED_BY_MOVEMENT]
    numbers = [line.number for line in case.family.lines]
    report = save("report.html", render_saved(REPORT))
    files = [save(f"{n}.html", render_saved_movement(n)) for n in numbers]
    files.insert(0 if report_first else len(files), report)
    read = check(*files, "--json").json
    assert [account_in(read, n) for n in numbers] == [(t.advice.value, t.rule) for t in case.truth]
    (answer,) = [one for one in read if one["groups"]]
    assert {(g["state"], g["change"]) for g in answer["groups"]} == {(None, None)}
    assert answer["page"]["run"] is None


def test_movement_that_was_saved_long_ago_removes_nothing(check: Check, save: Save) -> None:
    case = movements()[DECIDED_BY_MOVEMENT]
    numbers = [line.number for line in case.family.lines]
    files = [save(f"{n}.html", render_saved_movement(n)) for n in numbers]
    for file in files:
        os.utime(file, (0, 0))
    read = check(save("report.html", render_saved(REPORT)), *files, "--json").json
    assert {account_in(read, n)[0] for n in numbers} == {"undecided"}


@pytest.mark.parametrize("newest_first", [True, False])
def test_of_two_saved_movements_of_one_account_the_newer_one_speaks(
    check: Check, save: Save, newest_first: bool
) -> None:
    case = movements()[DECIDED_BY_MOVEMENT]
    numbers = [line.number for line in case.family.lines]
    files = [save(f"{n}.html", render_saved_movement(n)) for n in numbers]
    earlier = []
    for n, other in zip(numbers, reversed(numbers), strict=True):
        html = render_saved_movement(other).replace(str(other), str(n))
        earlier.append(save(f"earlier-{n}.html", html))
        os.utime(earlier[-1], (time.time() - 86400,) * 2)
    order = [*files, *earlier] if newest_first else [*earlier, *files]
    read = check(save("report.html", render_saved(REPORT)), *order, "--json").json
    assert [account_in(read, n) for n in numbers] == [(t.advice.value, t.rule) for t in case.truth]


@pytest.mark.parametrize("child_first", [True, False])
def test_a_parent_for_an_unlinked_child_is_sought_in_the_other_files(
    check: Check, save: Save, child_first: bool
) -> None:
    child, father = save("child.html", pupil(5)), save("father.html", parent(9, fields=FATHER))
    files = [child, father] if child_first else [father, child]
    read = {item["page"]["account_key"]: item for item in check(*files, "--json").json}
    (finding,) = read["file:s5"]["findings"]
    assert (finding["rule"], [c["account_id"] for c in finding["candidates"]]) == ("L-01", ["r9"])
    (finding,) = read["file:r9"]["findings"]
    assert (finding["rule"], [c["account_id"] for c in finding["candidates"]]) == ("L-02", ["s5"])


def test_children_of_a_saved_order_are_sought_in_the_other_files(
    check: Check, save: Save, data_dir: DataDir
) -> None:
    order = save("order.html", render_saved_order(IMPORTED))
    report = save("report.html", render_saved(REPORT))
    read = check(order, report, "--json").json[0]
    told = {finding["row"] for finding in read["findings"]}
    assert told == {newcomers().index(child_of_report())}
    assert [warning["code"] for warning in read["page"]["warnings"]] == ["order-among-files"]
    assert child_of_report().surname in check(order, report).out.split("report.html")[0]
    assert not data_dir.ledger_file.exists()

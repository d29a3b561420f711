"""The movement of a pupil: every caption, every shape of a cell, and what cannot be relied on."""

import tomllib
from collections.abc import Sequence
from datetime import date
from importlib import resources
from typing import Any

import pytest

from sverka.pages.movement import read_movement, read_movement_table
from sverka.pages.movement_labels import MovementColumn, movement_labels
from sverka.pages.records import History, MovementPage
from sverka.pages.vocabulary import Destination, MovementKind
from tests.stand.movement.model import Document
from tests.stand.movement.render import render_saved_movement
from tests.stand.movement.world import movements
from tests.stand.render import templates
from tests.unit.pages.page import row
from tests.unit.pages.trees import parse_page

TODAY = date(2025, 10, 1)
TABLE: dict[str, Any] = tomllib.loads(
    resources.files("sverka.pages").joinpath("labels.toml").read_text(encoding="utf-8")
)["movement"]
POPUP = ("OO", "тип", "№", "дата", "из", "в")
SUBTABLE = ("№", "приказ", "от", "из", "в", "ОО", "программа")
ENROLLED = ("СОШ № 1", "Зачисление", "12-у", "1.09.2024", "", "СОШ № 1")
UID = '<input type="hidden" name="UID" value="7">'
YEAR = "<label>Учебный год <select>"
HEADING = "<h3>Движение: Иванов Иван Иванович</h3>"


def table(*rows: tuple[str, ...], header: tuple[str, ...] = POPUP) -> str:
    return f"<table>{row(header, 'th')}{''.join(map(row, rows))}</table>"


def read(*parts: str, opener: str = "") -> MovementPage:
    page = f"<html><body>{HEADING}{''.join(parts)}</body></html>"
    found = read_movement(parse_page(page, max_mb=20), "", opener, TODAY)
    assert found is not None
    return found


def history(*rows: tuple[str, ...], header: tuple[str, ...] = POPUP) -> History:
    found = read(UID, table(*rows, header=header)).history
    assert found is not None
    return found


def codes(page: MovementPage) -> list[str]:
    return [notice.code for notice in page.notices]


def entries(section: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, caption) for name, captions in section.items() for caption in captions]


@pytest.mark.parametrize(("column", "caption"), entries(TABLE["columns"]))
def test_every_caption_of_a_column_is_understood(column: str, caption: str) -> None:
    assert movement_labels().column(caption.upper()) is MovementColumn(column)


@pytest.mark.parametrize(("kind", "words"), entries(TABLE["kinds"]))
def test_every_kind_of_document_is_understood(kind: str, words: str) -> None:
    assert movement_labels().kind(f"{words.upper()} № 12-у от 01.09.2025") is MovementKind(kind)


def test_every_kind_and_every_destination_has_words() -> None:
    assert {*TABLE["kinds"], MovementKind.UNKNOWN} == set(MovementKind)
    assert {place.value for place in Destination} <= set(TABLE["markers"])


@pytest.mark.parametrize("title", TABLE["titles"])
def test_every_heading_names_the_pupil_behind_it(title: str) -> None:
    page = f"<h3>{title}: Иванов Иван</h3>{UID}{table(ENROLLED)}"
    found = read_movement(parse_page(page, max_mb=20), "", "", TODAY)
    assert found is not None
    assert found.name == "Иванов Иван"


@pytest.mark.parametrize("case", movements())
def test_every_document_of_the_stand_is_read_as_it_was_told(case: str) -> None:
    movement = movements()[case]
    for line, told in zip(movement.family.lines, movement.histories, strict=True):
        tree = parse_page(render_saved_movement(line.number), max_mb=20)
        page = read_movement(tree, "", "", date(2026, 1, 1))
        assert page is not None
        assert (str(page.owner), page.name) == (f"s{line.number}", line.child.name)
        assert page.notices == ()
        assert page.history is not None
        assert [facts(document) for document in told] == [
            (
                *(read.kind.value, read.number, read.day, read.organisation),
                # Which line breaks are СГО's own, only a name that is known tells.
                *(" ".join(read.source), " ".join(read.target)),
            )
            for read in page.history
        ]


def facts(document: Document) -> tuple[object, ...]:
    kind = movement_labels().kind(document.kind)
    return (
        *(kind.value, document.number, document.day, document.organisation),
        *(" ".join(document.source), " ".join(document.target)),
    )


def test_the_table_of_the_registry_tells_the_same() -> None:
    [movement] = [movements()["graduated_but_enrolled"]]
    drawing = '{% from "movement/cells.html" import subtable %}{{ subtable(history) }}'
    for told in movement.histories:
        html = templates().from_string(drawing).render(history=told)
        (element,) = parse_page(html, max_mb=20).iter("table")
        found = read_movement_table(element, date(2026, 1, 1))
        assert found is not None
        assert found.history is not None
        assert [(read.number, read.day, read.programme) for read in found.history] == [
            (document.number, document.day, document.programme) for document in told
        ]
        assert [read.kind for read in found.history] == [
            movement_labels().kind(document.kind) for document in told
        ]


def test_columns_may_stand_in_any_order() -> None:
    turned = tuple(reversed(POPUP))
    assert history(tuple(reversed(ENROLLED)), header=turned) == history(ENROLLED)


def test_a_number_counts_rows_where_the_order_has_a_column_of_its_own() -> None:
    cells = ("1", "Выбытие № 17-в", "03.03.2025", "СОШ № 1", "В другую ОО", "СОШ № 1", "НОО")
    (document,) = history(cells, header=SUBTABLE)
    assert (document.kind, document.number) == (MovementKind.DEPARTURE, "17-в")
    assert document.destination is Destination.OTHER_ORGANISATION
    assert document.programme == "НОО"


@pytest.mark.parametrize("words", ["За пределы региона", "Выбыл в другой регион (Томск)"])
def test_a_departure_out_of_the_region_is_told(words: str) -> None:
    (document,) = history((*ENROLLED[:4], "СОШ № 1", words))
    assert document.destination is Destination.OTHER_REGION


@pytest.mark.parametrize("words", ["Отмена: зачисление", "Зачисление (аннулировано)", "Проект", ""])
def test_what_is_not_in_force_or_not_known_is_of_no_kind(words: str) -> None:
    page = read(UID, table((ENROLLED[0], words, *ENROLLED[2:])))
    assert page.history is not None
    assert page.history[0].kind is MovementKind.UNKNOWN
    assert codes(page) == ["movement-kind-unread"]


@pytest.mark.parametrize("caption", ["Статус", "Состояние", "Приказ", "Примечание"])
@pytest.mark.parametrize("words", ["отменён", "Проект", "№ 12-у (аннулирован)", "не проведён"])
def test_a_document_is_not_taken_for_valid_whatever_column_takes_it_back(
    caption: str, words: str
) -> None:
    page = read(UID, table((*ENROLLED, words), header=(*POPUP, caption)))
    assert page.history is not None
    assert page.history[0].kind is MovementKind.UNKNOWN
    assert codes(page) == ["movement-kind-unread"]


@pytest.mark.parametrize("words", ["действует", "Проведён", ""])
def test_a_document_in_force_keeps_its_kind(words: str) -> None:
    (document,) = history((*ENROLLED, words), header=(*POPUP, "Статус"))
    assert document.kind is MovementKind.ENROLMENT


def test_the_name_of_a_place_takes_no_document_back() -> None:
    (document,) = history(("Центр «Проект»", *ENROLLED[1:5], "Центр «Проект»"))
    assert document.kind is MovementKind.ENROLMENT


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
@pytest.mark.parametrize("struck", [range(6), [1], [2]], ids=["row", "kind", "number"])
def test_a_document_that_is_struck_out_is_not_in_force(tag: str, struck: Sequence[int]) -> None:
    cells = (
        f"<td><{tag}>{cell}</{tag}></td>" if at in struck else f"<td>{cell}</td>"
        for at, cell in enumerate(ENROLLED)
    )
    page = read(UID, f"<table>{row(POPUP, 'th')}<tr>{''.join(cells)}</tr></table>")
    assert page.history is not None
    assert page.history[0].kind is MovementKind.UNKNOWN


@pytest.mark.parametrize(
    ("above", "below", "code"),
    [
        ("", '<ul class="pagination"><li>1</li><li class="active">2</li></ul>', "of-pages"),
        ("", '<p class="pager"><b class="current">2</b></p>', "of-pages"),
        ("", "<p>Записи 11–11 из 11</p>", "of-rows"),
        ("<p>Всего записей: 2</p>", "", "of-rows"),
        (f"{YEAR}<option selected>2025/2026<option>Все</select></label>", "", "chosen"),
        ('<label>Класс <input value="4а"></label>', "", "chosen"),
    ],
)
def test_a_part_of_a_movement_is_not_taken_for_the_whole(above: str, below: str, code: str) -> None:
    page = read(UID, above, table(ENROLLED), below)
    assert page.history is None
    assert codes(page) == [f"movement-part-{code}"]


def test_a_filter_that_finds_nothing_makes_no_empty_history() -> None:
    chosen = f"{YEAR}<option selected>2025/2026</select></label>"
    assert read(UID, chosen, table(("Нет данных",))).history is None


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{YEAR}<option>2025/2026<option selected>Все</select></label>", ""),
        ("<p>Всего записей: 1</p>", '<ul class="pagination"><li class="active">1</li></ul>'),
        ("", '<label>Новый документ <input value="01.10.2025"></label>'),
        ("<label>Записей на странице <select><option>50</select></label>", ""),
    ],
)
def test_a_whole_movement_is_not_refused_as_a_part(above: str, below: str) -> None:
    page = read(UID, above, table(ENROLLED), below)
    assert page.history is not None
    assert codes(page) == []


@pytest.mark.parametrize(
    "busy",
    [
        '<div class="spinner"></div>',
        '<div aria-busy="true"></div>',
        "<p>Загрузка</p>",
        '<div class="jtable-busy-message" style="display: block">Загрузка</div>',
    ],
)
def test_an_empty_table_that_is_still_loading_is_no_empty_history(busy: str) -> None:
    page = read(UID, busy, table(("Нет данных",)))
    assert page.history is None
    assert codes(page) == ["movement-no-rows"]


def test_the_hidden_message_of_jtable_is_no_loading() -> None:
    hidden = '<div class="jtable-busy-message" style="display: none">Загрузка</div>'
    assert read(UID, hidden, table(("Нет данных",))).history == ()


@pytest.mark.parametrize("text", ["", "31.02.2025", "вчера", "02.10.2025"])
def test_a_date_that_cannot_be_is_none_and_is_told(text: str) -> None:
    page = read(UID, table((*ENROLLED[:3], text, *ENROLLED[4:])))
    assert page.history is not None
    assert page.history[0].day is None
    assert codes(page) == ["movement-date-unread"]


def test_a_document_of_no_organisation_is_told() -> None:
    assert codes(read(UID, table(("", *ENROLLED[1:])))) == ["movement-organisation-unread"]


def test_a_table_without_rows_may_still_be_loading() -> None:
    page = read(UID, table())
    assert page.history is None
    assert codes(page) == ["movement-no-rows"]


@pytest.mark.parametrize("words", TABLE["markers"]["nothing"])
def test_a_table_that_says_it_is_empty_is_an_empty_history(words: str) -> None:
    page = read(UID, f"<table>{row(POPUP, 'th')}<tr><td colspan='6'>{words}</td></tr></table>")
    assert page.history == ()
    assert codes(page) == ["movement-empty"]


def test_a_row_of_another_shape_makes_the_whole_unread() -> None:
    page = read(UID, table(ENROLLED, ("Зачисление", "12-у")))
    assert page.history is None
    assert codes(page) == ["movement-row-unread"]


def test_of_several_tables_none_is_anybodys() -> None:
    page = read(UID, table(ENROLLED), table(ENROLLED))
    assert (page.owner, page.history) == (None, None)
    assert codes(page) == ["several-movements"]


@pytest.mark.parametrize(
    ("parts", "opener", "owner", "told"),
    [
        ((UID,), "", "s7", []),
        ((), "7", "s7", []),
        ((UID,), "s7", "s7", []),
        (("<a href=\"JavaScript:gotoUserEdit('7');\">X</a>",), "", "s7", []),
        (('<a href="#" onclick="editUser(7)">X</a>',), "", "s7", []),
        ((), "", "None", ["movement-owner-unknown"]),
        ((UID,), "8", "None", ["movement-owner-contradicts"]),
        ((UID, '<input type="hidden" name="UID" value="8">'), "", "None", None),
        (('<input type="hidden" name="UID" value="0">',), "", "None", ["movement-owner-unknown"]),
        ((), "r7", "None", ["movement-owner-unknown"]),
    ],
)
def test_a_movement_is_that_of_the_one_number_of_its_page(
    parts: tuple[str, ...], opener: str, owner: str, told: list[str] | None
) -> None:
    page = read(*parts, table(ENROLLED), opener=opener)
    assert str(page.owner) == owner
    assert codes(page) == (["movement-owner-contradicts"] if told is None else told)


@pytest.mark.parametrize(
    "header",
    [
        ("ФИО", *POPUP),
        ("OO", "тип", "№", "из", "в"),
        ("OO", "тип", "№", "дата", "в"),
        ("OO", "дата", "из", "в"),
        ("№", "ФИО", "ID", "Дата рождения"),
    ],
)
def test_another_table_is_no_movement(header: tuple[str, ...]) -> None:
    tree = parse_page(table(header, header=header), max_mb=20)
    assert read_movement(tree, "", "", TODAY) is None


def test_a_long_name_is_one_line_and_the_class_below_it_another() -> None:
    cells = "".join(f"<td>{text}</td>" for text in ("МБОУ СОШ<br>№ 1", *ENROLLED[1:5]))
    html = f"<table>{row(POPUP, 'th')}<tr>{cells}<td>МБОУ<br>СОШ № 1<br>4а</td></tr></table>"
    (document,) = read(UID, html).history or ()
    assert document.organisation == "МБОУ СОШ № 1"
    assert document.target == ("МБОУ СОШ № 1", "4а")


def test_names_that_look_like_markup_stay_text() -> None:
    (document,) = history(("<b>СОШ</b> № 1", *ENROLLED[1:]))
    assert document.organisation == "<b>СОШ</b> № 1"

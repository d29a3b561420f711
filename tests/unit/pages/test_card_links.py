"""The block of links: who is linked, nobody, or «not read» – never a wrong «nobody»."""

from collections.abc import Callable

import pytest

from sverka.pages.records import Links
from sverka.pages.vocabulary import LinkState
from tests.unit.pages.card_page import (
    CHILD_LINK,
    PARENT_LINK,
    block,
    codes,
    parent_html,
    pupil_html,
    read,
)

BUTTON = '<button class="btn">Добавить</button>'
ADD = '<a href="#">Добавить</a>'


def links(html: str) -> Links:
    return read(html).links


def people(html: str) -> list[tuple[str, str | None]]:
    return [
        (person.name, str(person.number) if person.number else None)
        for person in links(html).people
    ]


def panel(caption: str, content: str) -> str:
    heading = f'<h4><a data-toggle="collapse" href="#linked">{caption}</a></h4>'
    return f'<div class="panel">{heading}</div><div id="linked">{content}</div>'


@pytest.mark.parametrize("place", [block, panel])
def test_the_linked_people_are_known_by_their_numbers(place: Callable[[str, str], str]) -> None:
    assert people(pupil_html(place("Родители", PARENT_LINK))) == [("Иванова Мария", "r77")]
    assert people(parent_html(place("Дети", CHILD_LINK))) == [("Иванова Анна", "s55")]


@pytest.mark.parametrize(
    "anchor",
    [
        '<a href="#" onclick="editUser(77)">Иванова Мария</a>',
        '<a href="#parent/77">Иванова Мария</a>',
        '<a href="/app/school/users/parents/77">Иванова Мария</a>',
        '<a href="?UID=77">Иванова Мария</a>',
    ],
)
def test_the_number_is_found_in_any_kind_of_link(anchor: str) -> None:
    assert people(pupil_html(block("Родители", anchor))) == [("Иванова Мария", "r77")]


def test_all_the_linked_people_are_read_each_once() -> None:
    other = PARENT_LINK.replace("77", "78").replace("Мария", "Ольга")
    listed = f"<ul><li>{PARENT_LINK}</li><li>{other}</li><li>{PARENT_LINK}</li></ul>"
    assert people(pupil_html(block("Родители", listed))) == [
        ("Иванова Мария", "r77"),
        ("Иванова Ольга", "r78"),
    ]


def test_a_link_without_a_name_is_a_link() -> None:
    nameless = PARENT_LINK.replace("Иванова Мария", "")
    assert people(pupil_html(block("Родители", nameless))) == [("", "r77")]


def test_the_call_that_opens_a_parent_is_known_without_a_caption() -> None:
    html = pupil_html(f"<div><b>Семья</b>{PARENT_LINK}</div>")
    assert people(html) == [("Иванова Мария", "r77")]
    assert codes(html) == []


def test_a_table_of_linked_people_is_read() -> None:
    rows = f"<tr><th>ФИО</th><th>Телефон</th></tr><tr><td>{PARENT_LINK}</td><td>1</td></tr>"
    assert people(pupil_html(f"<h4>Родители</h4><table>{rows}</table>")) == [
        ("Иванова Мария", "r77")
    ]


@pytest.mark.parametrize("shown", ["Иванова Мария", "<ul><li>Иванова Мария Петровна</li></ul>"])
def test_a_printed_name_is_a_link_without_a_number(shown: str) -> None:
    assert links(pupil_html(block("Родители", shown))).state is LinkState.LINKED
    assert [number for _, number in people(pupil_html(block("Родители", shown)))] == [None]


def test_a_drop_down_tells_whom_it_shows() -> None:
    shown = '<select><option value="55" selected>Иванова Анна</option></select>'
    html = parent_html(block("Дети", shown))
    assert people(html) == [("Иванова Анна", "s55")]
    assert links(html).complete
    offered = shown.replace("</select>", '<option value="56">Иванов Пётр</option></select>')
    assert not links(parent_html(block("Дети", offered))).complete


def test_all_who_are_chosen_in_one_list_are_linked() -> None:
    options = "".join(f'<option value="{n}" selected>Иванова Анна</option>' for n in (55, 56))
    html = parent_html(block("Дети", f"<select multiple>{options}</select>"))
    assert people(html) == [("Иванова Анна", "s55"), ("Иванова Анна", "s56")]
    assert links(html).complete


@pytest.mark.parametrize(
    "content",
    [
        *("", "нет", "<p>Нет данных</p>", BUTTON, f"<ul></ul>{BUTTON}", "—", "не указаны"),
        f"нет {ADD}",
        '<p class="ng-hide">Ничего не найдено</p>нет',
        '<div class="dropdown"><button>▾</button><ul class="dropdown-menu"></ul></div>',
        "<student-parents><h4>Родители</h4><i>Родители не указаны</i></student-parents>",
        '<div class="loading hidden"></div>нет',
    ],
)
def test_nobody_is_said_where_the_block_says_so_or_stands_there_empty(content: str) -> None:
    assert links(pupil_html(block("Родители", content))) == Links(LinkState.NOBODY)


@pytest.mark.parametrize(
    "content",
    [
        '<input readonly value="Иванова Мария">',
        "<textarea>Иванова Мария</textarea>",
        'нет<input readonly value="Иванова Мария">',
        '<input value="">',
        '<input type="hidden" value="55">',
        "<select></select>",
        '<select><option value="">Не выбрано</option></select>',
        '<div><input role="combobox"></div>',
        '<div role="listbox"></div>',
        "<button>Иванова Мария ▾</button>",
        '<span class="btn">Загрузить</span>',
        '<input type="button" value="Показать родителей">',
        '<iframe src="/parents"></iframe>',
        '<img src="wait.gif">',
        '<div class="skeleton"></div>',
        '<div style="display: none"></div>',
        '<div class="collapse"></div>',
        '<div class="tab-pane fade"></div>',
        "<div ng-include=\"'parents.html'\"></div>",
        '<ul><li ng-repeat="one in parents"></li></ul>',
        '<p class="ng-hide">Родители не указаны</p>',
        "<p hidden>Родители не указаны</p>",
    ],
)
def test_a_block_that_may_hold_or_still_get_somebody_is_not_read(content: str) -> None:
    assert links(pupil_html(block("Родители", content))) == Links(LinkState.UNREAD)


def test_a_panel_that_a_press_fills_is_not_read() -> None:
    tabs = '<ul class="nav"><li><a href="#par" data-toggle="tab">Родители</a></li></ul>'
    assert links(pupil_html(f'{tabs}<div id="par"></div>')) == Links(LinkState.UNREAD)
    assert links(pupil_html(panel("Родители", ""))) == Links(LinkState.UNREAD)
    assert links(pupil_html(panel("Родители", "нет"))) == Links(LinkState.NOBODY)
    folded = f'<div class="collapse">{block("Родители", "")}</div>'
    assert links(pupil_html(folded)) == Links(LinkState.UNREAD)
    unfolded = f'<div class="collapse in">{block("Родители", "")}</div>'
    assert links(pupil_html(unfolded)) == Links(LinkState.NOBODY)


def test_a_hidden_word_for_nobody_does_not_hide_who_is_printed() -> None:
    shown = '<p class="ng-hide">Родители не указаны</p><p>Иванова Мария Петровна</p>'
    assert people(pupil_html(block("Родители", shown))) == [("Иванова Мария Петровна", None)]


@pytest.mark.parametrize(
    "part",
    [
        "",
        "<student-parents></student-parents>",
        "<student-parents><h4>Родители</h4></student-parents>",
        f"<student-parents><h4>Родители</h4>{ADD}</student-parents>",
        block("Родители", "<user-links></user-links>"),
        block("Родители", "Загрузка…"),
        block("Родители", '<i class="fa fa-spinner"></i>'),
        block("Родители", '<div aria-busy="true"></div>нет'),
        block("Родители", "Нет права на просмотр"),
        block(
            "Родители",
            '<select><option value="">—</option><option value="7">Иванова Мария</option></select>',
        ),
        "<h4>Родители</h4><table><tr><th>ФИО</th><th>Телефон</th></tr></table>",
        "<div><h4>Родители</h4></div><div><h5>Мать</h5><p>работает</p></div>",
        '<ul><li><a href="#a">Сведения</a></li><li><a href="#b">Родители</a></li></ul>',
        block("Дети", "нет"),
        block("Родители", ADD),
        block("Родители", "нет") + "<student-parents></student-parents>",
        '<ul><li><a href="#">Родители</a></li><li><a href="/pupils">Ученики</a></li></ul>',
        '<ul class="menu"><li><a href="/parents">Родители</a></li></ul>',
    ],
)
def test_what_the_card_does_not_tell_is_never_nobody(part: str) -> None:
    html = pupil_html(part)
    assert links(html) == Links(LinkState.UNREAD)
    assert codes(html) == ["parents-unread"]


def test_a_menu_above_the_card_is_not_its_block_of_links() -> None:
    menu = '<li><a href="#">Родители</a><ul class="dropdown-menu"></ul></li>'
    html = pupil_html().replace("<body>", f"<body><ul>{menu}</ul>")
    assert links(html) == Links(LinkState.UNREAD)
    below = pupil_html(f'<div class="navbar"><ul>{menu}</ul></div>')
    assert links(below) == Links(LinkState.UNREAD)


def test_the_warning_of_a_parents_card_speaks_of_children() -> None:
    assert codes(parent_html()) == ["children-unread"]

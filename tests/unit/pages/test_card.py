"""A card is read by its captions, whatever it is made of; what is not told is not guessed."""

import pytest

from sverka.pages.records import Filled
from sverka.pages.vocabulary import CardField, PageKind
from tests.unit.pages.card_page import (
    EDITABLE,
    PARENT,
    PARENT_LINK,
    PARENT_TITLE,
    PRINTED,
    PUPIL,
    UID,
    Layout,
    block,
    card_html,
    codes,
    label_and_input,
    one_text_a_line,
    parent_html,
    printed_lines,
    printed_rows,
    pupil_html,
    read,
    read_page,
)

LAYOUTS = [*EDITABLE, *PRINTED]
CANARY = "Canary-пароль-1"
NAMES = {CardField.SURNAME: "Иванова", CardField.NAME: "Анна", CardField.PATRONYMIC: "Петровна"}
SEX = (
    '<label><input type="radio" name="g" value="1"> Мужской</label>'
    '<label><input type="radio" name="g" value="2"{}> Женский</label>'
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_values_behind_the_captions(layout: Layout) -> None:
    fields = read(card_html(layout(PUPIL))).fields
    assert fields == NAMES | {
        CardField.BIRTH_DATE: "07.05.2015",
        CardField.SNILS: "112-233-445 95",
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_empty_field_does_not_take_the_value_of_the_next(layout: Layout) -> None:
    typed = {"Фамилия": "Иванова", "Имя": "Анна", "Отчество": "", "Незнакомое поле": "слово"}
    fields = read(card_html(layout(typed | {"СНИЛС": "", "Телефон": "123"}))).fields
    filled = {field: value for field, value in fields.items() if value}
    assert filled == {
        CardField.SURNAME: "Иванова",
        CardField.NAME: "Анна",
        CardField.PHONE: "123",
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_empty_field_is_called_empty_where_its_place_is_told(layout: Layout) -> None:
    fields = read(card_html(layout(PUPIL | {"СНИЛС": ""}))).fields
    places_told = layout not in (printed_lines, one_text_a_line)
    assert fields.get(CardField.SNILS) == ("" if places_told else None)


def test_the_order_of_the_fields_and_the_names_of_the_inputs_do_not_count() -> None:
    turned = dict(reversed(PUPIL.items()))
    html = card_html(label_and_input(turned)).replace('id="f0"', 'id="f0" name="LN"')
    assert read(html).fields == read(pupil_html()).fields


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (
            '<select><option value="1">РФ</option><option selected>Беларусь</option></select>',
            "Беларусь",
        ),
        ('<select><option value="">Не выбрано</option><option>РФ</option></select>', ""),
        ("<select><option>РФ</option><option>Беларусь</option></select>", "РФ"),
        ("<select></select>", ""),
        ("<textarea>Беларусь</textarea>", "Беларусь"),
        ('<input type="text" value="РФ"><button>Выбрать</button> например, РФ', "РФ"),
        ('<input type="text" value=""> <small>например, РФ</small>', ""),
        ('<span>РФ</span><input type="search" value="">', "РФ"),
        ('<a class="btn btn-default" href="#">Изменить</a><span>РФ</span>', "РФ"),
        ("Рос<i></i>сия", "Рос сия"),
    ],
)
def test_a_control_counts_with_what_it_shows(control: str, value: str) -> None:
    html = pupil_html(block("Гражданство", control))
    assert read(html).fields[CardField.CITIZENSHIP] == value


@pytest.mark.parametrize(
    "control",
    [
        '<input value=""><i class="fa fa-spinner"></i>',
        "<sg-select></sg-select>",
        '<div class="fa fa-spinner"></div>',
        "<p>Загрузка…</p>",
    ],
)
def test_a_field_that_a_script_has_not_filled_yet_is_not_called_empty(control: str) -> None:
    html = pupil_html(block("Гражданство", control))
    assert CardField.CITIZENSHIP not in read(html).fields


@pytest.mark.parametrize(("checked", "sex"), [(" checked", "Женский"), ("", "")])
def test_of_a_choice_only_what_is_chosen_is_read(checked: str, sex: str) -> None:
    html = pupil_html(block("Пол", SEX.format(checked)))
    assert read(html).fields[CardField.SEX] == sex


def test_a_choice_may_have_its_words_beside_it() -> None:
    beside = '<input type="radio"> Мужской <input type="radio" checked> Женский'
    elsewhere = '<label for="w">Женский</label><input type="radio" id="w" checked>'
    behind = '<input type="radio"><label>Мужской</label><input type="radio" checked>'
    for choice in (beside, elsewhere, f"{behind}<label>Женский</label>"):
        assert read(pupil_html(block("Пол", choice))).fields[CardField.SEX] == "Женский"


@pytest.mark.parametrize(
    ("patronymic", "absent"),
    [
        ('<input value=""><label><input type="checkbox" checked> Нет отчества</label>', True),
        ('<input value=""><label><input type="checkbox"> Нет отчества</label>', False),
        ('<input type="checkbox" id="n" checked><label for="n">Нет отчества</label>', True),
        ("Нет отчества", True),
        ("-", False),
    ],
)
def test_the_tick_for_no_patronymic_is_read(patronymic: str, absent: bool) -> None:
    named = {"Фамилия": "Ким", "Имя": "Анна"}
    html = card_html(label_and_input(named), block("Отчество", patronymic))
    assert read(html).no_patronymic is absent


def test_a_dash_for_the_patronymic_is_kept_as_typed() -> None:
    html = card_html(printed_rows(PUPIL | {"Отчество": "-"}))
    assert read(html).fields[CardField.PATRONYMIC] == "-"


@pytest.mark.parametrize(
    "caption",
    [
        '<label>*** Логин</label><input value="a">',
        '<label><span class="red">***</span> Логин</label><input value="a">',
        '<span>***</span><label>Логин</label><input value="a">',
        '<label>Логин</label><sup>***</sup><input value="a">',
        '<label>Логин: <sup>***</sup></label><input value="a">',
    ],
)
def test_the_mark_of_a_required_field_is_read_wherever_it_stands(caption: str) -> None:
    card = read(pupil_html(f"<div>{caption}</div>"))
    assert card.required == {CardField.LOGIN}
    assert card.fields[CardField.LOGIN] == "a"


def test_collapsed_panels_are_read() -> None:
    hidden = '<div id="contactInfo" class="panel-collapse collapse" style="display:none">{}</div>'
    html = pupil_html(hidden.format(label_and_input({"Мобильный телефон": "123"})))
    assert read(html).fields[CardField.PHONE] == "123"


def test_a_password_is_carried_nowhere() -> None:
    login = f'<input value="иванова"><input type="password" value="{CANARY}">'
    dialog = f'<label>Новый пароль <input type="PASSWORD" value="{CANARY}"></label>'
    html = pupil_html(block("Логин", login), dialog)
    page = read_page(html)
    assert page
    assert page.card
    assert page.card.fields[CardField.LOGIN] == "иванова"
    assert CANARY not in repr(page)


def test_of_data_on_health_only_the_count_is_kept() -> None:
    html = pupil_html(
        block("Группа здоровья", '<input value="особая отметка">'),
        block("Инвалидность", '<input value="">'),
    )
    card = read(html)
    assert card.health == Filled(filled=1, shown=2)
    assert "особая отметка" not in repr(card)


@pytest.mark.parametrize(
    ("html", "number"),
    [
        (pupil_html(), "s100500"),
        (parent_html(), "r100500"),
        (card_html(label_and_input(PUPIL | {"ID": "s100500"})), "s100500"),
        (card_html(f'<user-info user-id="77">{label_and_input(PUPIL)}</user-info>'), "s77"),
        (card_html(f'<user-info user-id="">{label_and_input(PUPIL)}</user-info>'), None),
        (card_html(label_and_input(PUPIL)), None),
        (card_html(UID.replace("100500", "0"), label_and_input(PUPIL)), None),
        (card_html(UID.replace("UID", "AT"), label_and_input(PUPIL)), None),
    ],
)
def test_the_accounts_own_number_is_read(html: str, number: str | None) -> None:
    own = read(html).number
    assert (str(own) if own else None) == number


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Сведения об ученике", PageKind.STUDENT_CARD),
        ("СВЕДЕНИЯ  О РОДИТЕЛЕ:", PageKind.PARENT_CARD),
        ("Список родителей / Сведения о родителе:", PageKind.PARENT_CARD),
        ("Сведения об обучающемся/воспитаннике", PageKind.STUDENT_CARD),
    ],
)
def test_the_heading_tells_whose_card_it_is(title: str, kind: PageKind) -> None:
    assert read(card_html(label_and_input(PUPIL), title=title)).kind is kind


def test_the_title_that_the_sender_saw_stands_in_for_the_heading() -> None:
    assert read(label_and_input(PUPIL), title=PARENT_TITLE).kind is PageKind.PARENT_CARD


@pytest.mark.parametrize(
    ("caption", "kind"), [("Родители", PageKind.STUDENT_CARD), ("Дети", PageKind.PARENT_CARD)]
)
def test_without_a_heading_the_block_of_links_tells(caption: str, kind: PageKind) -> None:
    assert read(label_and_input(PUPIL) + block(caption, "нет")).kind is kind


def test_the_title_of_a_card_names_nobody() -> None:
    page = read_page(pupil_html())
    assert page
    assert page.title == "Сведения об ученике"


def test_an_id_that_two_inputs_bear_gives_neither_the_others_value() -> None:
    html = pupil_html(label_and_input({"Логин": "иванова"}))
    assert html.count('id="f0"') == 2
    fields = read(html).fields
    assert (fields[CardField.SURNAME], fields[CardField.LOGIN]) == ("Иванова", "иванова")


def test_what_stands_above_the_heading_is_not_the_cards() -> None:
    menu = "<ul><li>Родители</li><li><label>Фамилия</label><input value='А'></li></ul>"
    html = pupil_html().replace("<body>", f"<body>{menu}")
    assert read(html).fields[CardField.SURNAME] == "Иванова"


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (pupil_html(label_and_input(PUPIL)), "several-cards"),
        (pupil_html(f"<h1>{PARENT_TITLE}</h1>"), "several-cards"),
        (card_html(label_and_input({"Прізвище": "Іваненко", "Ім'я": "Ганна"})), "card-language"),
        (
            card_html(
                label_and_input({"Surname": "Ivanova", "First name": "Anna"}), title="Student card"
            ),
            "card-language",
        ),
        (card_html("<user-info></user-info>"), "card-not-loaded"),
        (card_html("<div class='loader'></div>"), "card-not-loaded"),
        (card_html("<div>Анна Иванова, 4а</div>"), "card-unread"),
        (card_html(label_and_input({"Фамилия": "Иванова"})), "card-unread"),
        (card_html(printed_rows(dict.fromkeys(PUPIL, ""))), "card-unread"),
        (card_html(label_and_input(dict.fromkeys(PUPIL, ""))), "card-unread"),
        (
            card_html(
                "<table><tr><th>Фамилия</th><th>Имя</th></tr>"
                "<tr><td>Иванова</td><td>Анна</td></tr></table>"
            ),
            "card-unread",
        ),
    ],
)
def test_a_card_that_cannot_be_told_says_why_and_asserts_nothing(html: str, code: str) -> None:
    page = read_page(html)
    assert page
    assert page.card is None
    assert [notice.code for notice in page.notices] == [code]


def test_a_card_that_is_cut_off_says_so_and_knows_only_what_it_shows() -> None:
    html = card_html(label_and_input({"Фамилия": "Иванова", "Имя": "Анна"}))
    assert codes(html) == ["card-incomplete", "parents-unread"]
    assert set(read(html).fields) == {CardField.SURNAME, CardField.NAME}


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><form><label>Логин</label><input></form></body></html>",
        "<p>Откройте раздел «Сведения о родителе»</p>",
        label_and_input(PUPIL),
        "",
    ],
)
def test_another_page_is_no_card(html: str) -> None:
    assert codes(f"<div>{html}</div>") == ["no-card"]


def test_markup_typed_into_a_name_stays_text() -> None:
    typed = 'Анна<img src=x onerror="alert(1)">'
    for layout in LAYOUTS:
        assert read(card_html(layout(PUPIL | {"Имя": typed}))).fields[CardField.NAME] == typed


def test_a_whole_parent_card_leaves_no_doubt() -> None:
    assert codes(parent_html(block("Дети", "нет"), fields=PARENT)) == []
    assert codes(pupil_html(block("Родители", PARENT_LINK))) == []


@pytest.mark.parametrize(
    ("written", "foreign"),
    [("РФ", False), ("Киргизия", True), ("", None), ("—", None), ("не указано", None)],
)
def test_only_a_citizenship_that_is_told_is_a_foreign_one(
    written: str, foreign: bool | None
) -> None:
    html = pupil_html(fields=PUPIL | {"Гражданство": written})
    assert read(html).foreign_citizen is foreign


@pytest.mark.parametrize(
    "written", ["***-***-*** 95", "***********", "•••-•••-••• 95", "Нет права на просмотр"]
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_value_that_may_not_be_seen_is_neither_wrong_nor_empty(
    layout: Layout, written: str
) -> None:
    assert CardField.SNILS not in read(card_html(layout(PUPIL | {"СНИЛС": written}))).fields


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_a_login_that_could_be_typed_is_called_empty(layout: Layout) -> None:
    fields = read(card_html(layout(PUPIL | {"Логин": ""}))).fields
    assert (CardField.LOGIN in fields) is (layout in EDITABLE)

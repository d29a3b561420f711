"""The people of cards and lists: kept before the answer, found again, and judged by together."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, event, func, select, text, update

from sverka.advice.vocabulary import Advice
from sverka.contract import Analysis
from sverka.known import State
from sverka.ledger import database
from sverka.ledger.arrivals import MOST_FAILURES
from sverka.ledger.tables import Arrival, Person, Profile, SearchKey
from sverka.ledger.vocabulary import Act
from sverka.pages.vocabulary import LinkState, PageKind
from tests.stand.school.plot import Generation
from tests.stand.school.render import render_saved_card
from tests.stand.school.truth import card_truth, every_card
from tests.unit.ledger.people import FATHER, accounts, key, parent, pupil, row
from tests.unit.ledger.raw import decrypted
from tests.unit.ledger.seen import CAPTURED, TERM, Desk, pair, report
from tests.unit.ledger.test_faults import end, held_by_another
from tests.unit.pages.card_page import PARENT, PUPIL, block, card_html, label_and_input


def rules(analysis: Analysis) -> list[str]:
    return [finding.rule for finding in analysis.findings]


def candidates(analysis: Analysis, rule: str) -> list[str | None]:
    found = next(finding for finding in analysis.findings if finding.rule == rule)
    return [one.account_id for one in found.candidates]


def waiting(desk: Desk) -> list[int]:
    with desk.ledger.database.reading() as session:
        return list(session.scalars(select(Arrival.failures)))


def test_every_card_of_a_school_is_judged_as_if_all_were_seen_at_once(desk: Desk) -> None:
    scenarios = every_card(Generation.CURRENT)
    pages = {scenario: render_saved_card(scenario) for scenario in scenarios}
    for page in pages.values():
        desk.open(page)
    told = {
        scenario: {(found.rule, found.field.value) for found in desk.open(page).findings}
        for scenario, page in pages.items()
    }
    right = {
        scenario: {(f.rule, f.field.value) for f in card_truth(scenario, family_seen=True)}
        for scenario in scenarios
    }
    assert told == right


def test_a_card_is_in_the_database_before_it_is_answered(desk: Desk) -> None:
    desk.open(parent(1, 2))
    assert waiting(desk) == [0]
    assert accounts(desk) == ["r1", "s2"]
    assert waiting(desk) == []


def test_a_card_without_a_number_is_nobodys_to_find_again(desk: Desk) -> None:
    desk.open(card_html(label_and_input(PUPIL), block("Родители", "нет")))
    assert waiting(desk) == []


def test_a_missing_parent_is_named_with_the_reasons(desk: Desk) -> None:
    desk.open(parent(1, fields=FATHER))
    child = desk.open(pupil(2))
    [finding] = [found for found in child.findings if found.rule == "L-01"]
    assert [(one.account_key, one.why) for one in finding.candidates] == [
        (key("r1"), "та же фамилия, отчество ребёнка образовано от имени отца")
    ]


def test_a_missing_child_is_named_by_its_fathers_patronymic(desk: Desk) -> None:
    desk.open(pupil(2))
    desk.open(pupil(3, fields=PUPIL | {"Отчество": "Олеговна"}))
    assert candidates(desk.open(parent(1, fields=FATHER)), "L-02") == ["s2"]


def test_a_mother_is_found_by_telephone_or_address(desk: Desk) -> None:
    telephone, address = {"Телефон": "8 (914) 100-20-30"}, {"Адрес проживания": "Мира ул., д. 5"}
    desk.open(parent(1, fields=PARENT | telephone))
    desk.open(parent(2, fields=PARENT | address))
    desk.open(parent(3, fields=PARENT))
    child = PUPIL | {"Телефон": "+79141002030", "Адрес проживания": "г. Томари, ул. Мира, 5"}
    assert candidates(desk.open(pupil(4, fields=child)), "L-01") == ["r1"]
    child |= {"Адрес проживания": "ул. Мира, 5"}
    assert candidates(desk.open(pupil(4, fields=child)), "L-01") == ["r1", "r2"]


def test_another_site_is_another_world(desk: Desk) -> None:
    desk.open(parent(1, fields=FATHER), url="https://other.example.test/asp/User.asp")
    elsewhere = desk.open(pupil(2)).findings
    assert [one.account_key for found in elsewhere for one in found.candidates] == []


def test_a_pupil_whom_the_parents_card_names_is_not_said_to_have_no_parent(desk: Desk) -> None:
    desk.open(parent(17, 7))
    child = desk.open(pupil(7))
    [finding] = [found for found in child.findings if found.rule == "L-01"]
    assert (finding.advice, candidates(child, "L-01")) == ("review", ["r17"])
    assert "На карточке родителя этот ребёнок указан" in finding.why


def test_a_link_that_only_the_pupils_card_showed_excuses_no_missing_parent(desk: Desk) -> None:
    desk.open(parent(17))
    later = CAPTURED + timedelta(minutes=1)
    desk.open(pupil(7, 17), at=later)
    child = desk.open(pupil(7), at=later + timedelta(minutes=1))
    [finding] = [found for found in child.findings if found.rule == "L-01"]
    assert finding.advice == "link"


def test_a_link_to_somebody_nobody_has_seen_says_nothing(desk: Desk) -> None:
    assert rules(desk.open(parent(1, 999))) == []
    assert rules(desk.open(pupil(2, 998))) == []


def test_departed_children_are_known_from_a_list_alone(desk: Desk) -> None:
    desk.memory().keep_people([row("s2", "Иванова Анна", status="Выбыла", departed=True)])()
    assert "L-03" in rules(desk.open(parent(1, 2)))


def test_a_link_that_was_mended_is_forgotten(desk: Desk) -> None:
    """The newest card of either side counts."""
    desk.open(parent(1, 2))
    desk.open(pupil(2))
    again = desk.open(parent(3, fields=PARENT))
    [finding] = [found for found in again.findings if found.rule == "L-02"]
    assert "doubled" not in finding.why
    desk.open(parent(1, 5))
    assert "вторая карточка" in desk.open(parent(3)).findings[0].why


def test_a_list_leaves_what_only_the_card_has_told(desk: Desk) -> None:
    telephone = {"Телефон": "8 (914) 100-20-30"}
    desk.open(parent(1, fields=PARENT | telephone))
    desk.memory().keep_people([row("r1", "Иванова М. П.", class_name="", status="")])()
    desk.memory().keep_people([row("r1", "Петрова Мария Петровна")])()
    with desk.ledger.settled() as session:
        [(profile, person)] = session.execute(
            select(Profile, Person).join(Person, Person.id == Profile.person_id)
        ).all()
        assert (profile.phone, profile.links) == ("9141002030", LinkState.NOBODY)
        assert (person.surname, person.birth_date) == ("Петрова", date(1985, 5, 7))


def test_a_list_is_told_whose_card_was_open_and_how_it_stood(desk: Desk) -> None:
    desk.open(parent(1), at=CAPTURED + timedelta(days=1))
    desk.open(pupil(2, 1, fields=PUPIL | {"СНИЛС": "087-654-303 00"}))
    desk.memory().keep_people([row("s3", "Сидоров Олег")])()
    seen = desk.memory().looked_at([key("r1"), key("s2"), key("s3"), key("s4")])
    assert {number: (one.links, one.findings) for number, one in seen.items()} == {
        key("r1"): (LinkState.NOBODY, 1),
        key("s2"): (LinkState.LINKED, 0),
    }
    assert seen[key("r1")].seen_at == CAPTURED + timedelta(days=1)


def test_a_card_says_that_its_account_is_among_duplicates(desk: Desk) -> None:
    known = desk.open(report(pair(0))).groups[0]
    desk.decide(known, Act.ASSIGN, organisation="СОШ № 2", due=TERM)
    card = desk.open(pupil(2, 7))
    assert (card.page.kind, card.page.account_key) == (PageKind.STUDENT_CARD, key("s2"))
    [group] = card.groups
    assert group.state
    assert (group.id, group.state.organisation, group.state.due) == (
        known.id,
        "СОШ № 2",
        TERM,
    )
    own = next(account for account in group.accounts if account.key == key("s2"))
    assert own.advice is Advice.DELETE
    assert set(own.rules) <= set(card.rules)
    assert desk.open(pupil(3, 7)).groups == ()


def test_a_card_is_silent_of_a_double_that_is_removed(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1)))
    assert desk.open(pupil(2, 7)).groups == ()


def test_a_list_is_told_which_accounts_are_among_duplicates(desk: Desk) -> None:
    first, second = desk.open(report(pair(0), pair(1))).groups
    desk.decide(second, Act.NOT_DUPLICATE, reason="twins")
    notes = desk.memory().group_of(map(key, ("s1", "s2", "s12", "s3")))
    assert {one: (note.group, note.advice, note.state.state) for one, note in notes.items()} == {
        key("s1"): (first.id, Advice.KEEP, State.FOUND),
        key("s2"): (first.id, Advice.DELETE, State.FOUND),
        key("s12"): (second.id, Advice.NOT_DUPLICATE, State.NOT_DUPLICATE),
    }
    assert all(note.why for note in notes.values())


def test_a_hostile_name_is_kept_as_text(desk: Desk) -> None:
    hostile = 'Пётр<img src=x onerror="alert(1)">'
    desk.open(parent(1, fields=FATHER | {"Имя": hostile, "Телефон": "89141002030"}))
    child = desk.open(pupil(2, fields=PUPIL | {"Телефон": "89141002030"}))
    [finding] = [found for found in child.findings if found.rule == "L-01"]
    assert [one.name for one in finding.candidates] == [f"Иванов {hostile} Ильич"]


def test_a_child_older_than_the_parent_is_told_once_both_were_seen(desk: Desk) -> None:
    desk.open(pupil(2, 1))
    young = desk.open(parent(1, 2, fields=PARENT | {"Дата рождения": "01.02.2016"}))
    assert "L-07" in rules(young)


def test_a_former_spelling_of_a_name_does_not_stay(desk: Desk) -> None:
    for typed in ("Ива", "Иванов", "Иванова"):
        desk.open(pupil(1, 2, fields=PUPIL | {"Фамилия": typed}))
    with desk.ledger.settled() as session:
        assert session.scalars(select(Person.surname)).all() == ["Иванова"]


def test_nothing_of_health_documents_or_passwords_is_kept(desk: Desk) -> None:
    secrets = {
        "Группа здоровья": "канарейка-здоровье",
        "Серия и номер паспорта": "64 15 998877",
        "Логин": "канарейка-логин",
    }
    password = '<input type="password" value="канарейка-пароль">'
    page = card_html(
        '<input type="hidden" name="UID" value="1">', label_and_input(PUPIL | secrets), password
    )
    desk.open(page)
    desk.ledger.settle()
    with desk.ledger.database.bare() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = decrypted(desk.ledger).decode(errors="ignore")
    assert "Иванова" in content
    assert not [trace for trace in ("канарейка", "998877", "<input") if trace in content]


def test_search_keys_tell_nothing(desk: Desk) -> None:
    desk.open(pupil(1, 2))
    with desk.ledger.settled() as session:
        digests = session.scalars(select(SearchKey.digest)).all()
    assert len(digests) > 2
    assert {len(digest) for digest in digests} == {16}


def test_a_ledger_that_cannot_be_had_is_told_and_the_card_is_judged_by_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    desk.ledger.settle()
    with held_by_another(desk.data_dir):
        card = desk.open(pupil(1))
    assert rules(card) == ["L-01"]
    assert [warning.code for warning in card.page.warnings] == ["page-not-remembered"]
    end(desk)
    desk.data_dir.key_file.write_text("00" * 32, encoding="ascii")
    card = desk.open(pupil(1))
    assert rules(card) == ["L-01"]
    assert "другим ключом" in card.page.warnings[0].message


def test_a_card_that_cannot_be_told_is_kept_and_holds_up_no_other(desk: Desk) -> None:
    desk.open(pupil(1, 2))
    with desk.ledger.database.writing() as session:
        session.execute(update(Arrival).values(body=b"\xc1"))
    desk.open(pupil(3, 4))
    assert accounts(desk) == ["r4", "s3"]
    assert waiting(desk) == [MOST_FAILURES]


def test_no_question_about_a_card_or_a_list_reads_a_whole_table(desk: Desk) -> None:
    desk.open(report(pair(0)))
    desk.open(parent(1, 2, fields=FATHER))
    desk.open(pupil(2))
    desk.ledger.settle()
    asked: list[tuple[str, tuple[object, ...]]] = []

    def note(
        _c: Connection, _cursor: object, statement: str, values: tuple[object, ...], *_: object
    ) -> None:
        asked.append((statement, values))

    with desk.ledger.database.reading() as session:
        engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    desk.open(parent(1, 2, fields=FATHER))
    desk.open(pupil(2))
    desk.memory().looked_at([key("s2")])
    desk.memory().group_of([key("s2")])
    event.remove(engine, "before_cursor_execute", note)
    questions = [one for one in asked if one[0].startswith("SELECT") and "arrivals" not in one[0]]
    assert len(questions) > 10
    with desk.ledger.database.bare() as connection:
        plans = {
            step
            for statement, values in questions
            for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        }
    assert {step for step in plans if "SCAN" in step and "VIRTUAL TABLE" not in step} == set()


def test_accounts_of_a_card_are_counted_once(desk: Desk) -> None:
    for _ in range(3):
        desk.open(parent(1, 2))
        desk.open(pupil(2, 1))
    with desk.ledger.settled() as session:
        assert session.scalar(select(func.count()).select_from(Profile)) == 2
        assert session.scalar(text("SELECT count(*) FROM kinships")) == 1

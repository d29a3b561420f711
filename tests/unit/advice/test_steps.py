"""The steps: who does what by when, in an order that never leaves a child without a place."""

from datetime import date

from sverka.advice.advise import GroupAdvice
from sverka.advice.steps import Step, Terms
from sverka.advice.vocabulary import Action
from tests.unit.advice.people import (
    ADDITIONAL,
    KINDERGARTEN,
    LATE,
    OTHER_SCHOOL,
    QUICK,
    SCHOOL,
    THIRD_SCHOOL,
    account,
    advised,
)
from tests.unit.matching.people import KEYS

AUTHORITY = "УО"


def outline(answer: GroupAdvice) -> list[tuple[str, Action]]:
    return [(step.who, step.action) for step in answer.steps]


def step_of(answer: GroupAdvice, action: Action) -> Step:
    (found,) = [step for step in answer.steps if step.action is action]
    return found


def not_departed() -> GroupAdvice:
    return advised(account("s1"), account("s2", OTHER_SCHOOL, LATE, entry=QUICK))


def test_the_whole_way_out_of_a_late_departure() -> None:
    assert outline(not_departed()) == [
        (AUTHORITY, Action.VERIFY),
        (AUTHORITY, Action.VERIFY),
        (AUTHORITY, Action.INFORM),
        (SCHOOL, Action.DEPART),
        (OTHER_SCHOOL, Action.VERIFY),
        (OTHER_SCHOOL, Action.DELETE),
        (OTHER_SCHOOL, Action.ENROL),
        (AUTHORITY, Action.VERIFY),
    ]


def test_steps_are_numbered_from_one() -> None:
    answer = not_departed()
    assert [step.n for step in answer.steps] == list(range(1, len(answer.steps) + 1))


def test_the_first_step_asks_where_the_child_studies_and_names_both_organisations() -> None:
    for earlier in (SCHOOL, KINDERGARTEN):
        answer = advised(
            account("s1", earlier, class_="1а"), account("s2", OTHER_SCHOOL, LATE, class_="1а")
        )
        assert "где ребёнок учится фактически" in answer.steps[0].text
        assert f"{earlier} или {OTHER_SCHOOL}" in answer.steps[0].text
        assert f"{earlier}, {OTHER_SCHOOL}" in step_of(answer, Action.INFORM).text


def test_one_organisation_is_not_offered_as_a_choice() -> None:
    answer = advised(account("s1", class_=""), account("s2", SCHOOL, LATE))
    first = answer.steps[0].text
    assert first.startswith("Выясните, учится ли ребёнок сейчас в этой организации")
    assert first.endswith(f": {SCHOOL}.")


def test_where_no_organisation_is_named_none_is_asked_about() -> None:
    answer = advised(account("s1", None), account("s2", None, LATE))
    assert "организации в отчёте не названы" in answer.steps[0].text


def test_departure_is_dated_before_the_later_enrolment() -> None:
    depart = step_of(not_departed(), Action.DEPART)
    assert "датой раньше 05.09.2025" in depart.text
    assert f"в организацию «{OTHER_SCHOOL}»" in depart.text
    assert depart.account_key == "sgo.example.ru:443:s1"


def test_what_depends_on_where_the_child_studies_says_so() -> None:
    conditions = {step.action: step.condition for step in not_departed().steps}
    assert conditions[Action.DEPART] == f"ребёнок фактически учится в организации «{OTHER_SCHOOL}»"
    assert conditions[Action.ENROL] == f"ребёнок фактически учится в организации «{OTHER_SCHOOL}»"
    assert conditions[Action.DELETE] is None


def test_the_later_organisation_deletes_its_own_account_by_number() -> None:
    delete = step_of(not_departed(), Action.DELETE)
    assert delete.account_key == "sgo.example.ru:443:s2"
    assert "запись s2" in delete.text
    assert delete.org_key == "мбоу сош 2"


def test_an_account_without_a_number_is_spoken_of_by_its_order() -> None:
    answer = advised(account(None), account(None, OTHER_SCHOOL, LATE))
    assert "более позднюю запись" in step_of(answer, Action.DELETE).text


def test_deadlines_follow_the_settings_and_not_every_step_has_one() -> None:
    due = {step.action: step.due for step in not_departed().steps[:-1]}
    assert due[Action.INFORM] == date(2025, 9, 30)
    assert due[Action.DEPART] == date(2025, 10, 3)
    assert due[Action.DELETE] == date(2025, 10, 7)
    assert not_departed().steps[-1].due is None


def test_terms_of_a_friday_pass_over_the_weekend() -> None:
    terms = Terms.counted_from(date(2025, 10, 3), depart_days=3, delete_days=5)
    assert terms.due == {
        "today": date(2025, 10, 3),
        "depart": date(2025, 10, 8),
        "delete": date(2025, 10, 10),
        "none": None,
    }


def test_equal_departure_and_enrolment_are_mended_first() -> None:
    answer = advised(account("s1", departed=LATE), account("s2", OTHER_SCHOOL, LATE))
    correct, undo = (step for step in answer.steps if step.action is Action.CORRECT)
    assert SCHOOL in (undo.condition or "")
    assert OTHER_SCHOOL in (correct.condition or "")
    assert correct.who == SCHOOL
    assert "05.09.2025" in correct.text
    assert correct.n < step_of(answer, Action.DELETE).n


def test_additional_education_enrols_from_the_list_of_other_organisations() -> None:
    answer = advised(account("s1"), account("s2", ADDITIONAL, LATE, entry=QUICK))
    enrol = step_of(answer, Action.ENROL)
    assert enrol.who == ADDITIONAL
    assert "Список обучающихся в других ОО" in enrol.text
    assert f"выдаёт организация «{SCHOOL}»" in enrol.text
    assert enrol.condition == f"ребёнок фактически занимается в организации «{ADDITIONAL}"
    assert Action.DEPART not in {step.action for step in answer.steps}


def test_one_account_with_clashing_dates_is_mended_and_not_deleted() -> None:
    answer = advised(account("s1", departed=LATE), account("s1", OTHER_SCHOOL, LATE))
    assert outline(answer) == [
        (AUTHORITY, Action.VERIFY),
        (AUTHORITY, Action.CORRECT),
        (AUTHORITY, Action.VERIFY),
    ]


def test_account_numbers_alone_ask_for_the_movement_and_delete_nothing() -> None:
    answer = advised(account("s1"), account("s2", OTHER_SCHOOL))
    assert {who for who, _ in outline(answer)} == {AUTHORITY}
    assert {action for _, action in outline(answer)} == {Action.VERIFY}
    assert "движение" in answer.steps[-1].text
    assert [item.who for item in answer.accounts] == [None, AUTHORITY]


def test_what_the_authority_does_for_a_group_stands_once() -> None:
    answer = advised(
        account("s1"), account("s2", OTHER_SCHOOL, LATE), account("s3", THIRD_SCHOOL, "2025-09-15")
    )
    for action, count in {Action.INFORM: 1, Action.DELETE: 2, Action.ENROL: 2}.items():
        assert sum(step.action is action for step in answer.steps) == count
    assert {step.account_key for step in answer.steps if step.action is Action.DELETE} == {
        KEYS.strong(item.account.number) for item in answer.accounts[1:] if item.account.number
    }
    named = f"{SCHOOL} или {OTHER_SCHOOL} или {THIRD_SCHOOL}"
    assert named in answer.steps[0].text


def test_twins_ask_nobody_to_act() -> None:
    answer = advised(account("s1"), account("s2", name="Иванов Пётр Иванович"))
    assert answer.steps == ()
    assert [item.who for item in answer.accounts] == [None, None]


def test_the_organisation_that_deletes_is_named_as_the_one_to_act() -> None:
    assert [item.who for item in not_departed().accounts] == [None, OTHER_SCHOOL]


def test_what_is_undecided_is_for_the_authority_to_find_out() -> None:
    answer = advised(account("s1", class_=""), account("s2", SCHOOL, LATE))
    assert [item.who for item in answer.accounts] == [AUTHORITY, AUTHORITY]

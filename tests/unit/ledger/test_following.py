"""A group from report to report: found, stayed, proved to be gone, come back."""

import pytest
from sqlalchemy import func, select

from sverka.contract import Analysis, GroupInfo
from sverka.known import Change, Proof, State, StateInfo
from sverka.ledger.tables import Group
from sverka.ledger.view import GroupView, view_group
from sverka.ledger.vocabulary import Act, Event
from tests.unit.ledger.seen import (
    NAMES,
    OCTOBER,
    UNNUMBERED,
    Desk,
    made_at,
    pair,
    report,
    without_numbers,
)
from tests.unit.pages.page import DATES, Row, changed


def of(analysis: Analysis, name: str) -> GroupInfo:
    return next(group for group in analysis.groups if group.accounts[0].name == name)


def state_of(desk: Desk, group: GroupInfo) -> State:
    shown = life(desk, group).group
    assert shown is not None
    assert shown.state is not None
    return shown.state.state


def life(desk: Desk, group: GroupInfo) -> GroupView:
    with desk.ledger.settled() as session:
        return view_group(session, group.id, desk.settings, desk.ledger.secret)


def events(desk: Desk, group: GroupInfo) -> list[Event]:
    return [line.event for line in life(desk, group).events]


def run_of(analysis: Analysis) -> tuple[Proof, int, int, int, int]:
    run = analysis.page.run
    assert run is not None
    return run.proof, run.new, run.stayed, run.returned, run.gone


def test_a_first_report_is_all_new(desk: Desk) -> None:
    seen = desk.open(report(pair(0), pair(1)))
    assert run_of(seen) == (Proof.FIRST, 2, 0, 0, 0)
    assert [(group.state and group.state.state, group.change) for group in seen.groups] == [
        (State.FOUND, Change.NEW)
    ] * 2


def test_a_rerun_tells_what_is_new_stayed_and_is_gone(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    seen = desk.open(report(pair(1), pair(2)))
    assert run_of(seen) == (Proof.COMPARABLE, 1, 1, 0, 1)
    assert of(seen, NAMES[1]).change is Change.STAYED
    assert of(seen, NAMES[2]).change is Change.NEW


def test_what_the_same_report_no_longer_shows_is_resolved(desk: Desk) -> None:
    gone = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    desk.open(report(pair(1)))
    assert state_of(desk, gone) is State.RESOLVED
    assert events(desk, gone) == [Event.FOUND, Event.RESOLVED]


def test_an_empty_report_of_the_same_parameters_resolves_everything(desk: Desk) -> None:
    gone = of(desk.open(report(pair(0))), NAMES[0])
    seen = desk.open(report())
    assert run_of(seen) == (Proof.COMPARABLE, 0, 0, 0, 1)
    assert state_of(desk, gone) is State.RESOLVED


def test_what_comes_back_is_taken_up_again(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1)))
    seen = desk.open(report(pair(0), pair(1)))
    back = of(seen, NAMES[0])
    assert run_of(seen) == (Proof.COMPARABLE, 0, 1, 1, 0)
    assert back.change is Change.RETURNED
    assert back.state is not None
    assert back.state.state is State.RETURNED
    assert state_of(desk, back) is State.RETURNED
    assert events(desk, back) == [Event.FOUND, Event.RESOLVED, Event.RETURNED]


def test_the_version_that_the_page_is_told_is_the_one_decisions_are_held_against(
    desk: Desk,
) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1)))
    back = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    assert desk.decide(back, Act.ASSIGN, organisation="СОШ № 1").state is State.ASSIGNED


def test_a_report_of_another_period_proves_nothing(desk: Desk) -> None:
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    seen = desk.open(report(pair(1), period=OCTOBER))
    assert run_of(seen)[0] is Proof.OTHER_PERIOD
    assert state_of(desk, first) is State.FOUND


CHOICES = (
    "<span class='select'>Образовательная организация: <b>СОШ № 1</b></span>",
    "<p>Класс: 4а</p>",
    "<p>Параллель: 4</p>",
)


def chosen(html: str, choice: str) -> str:
    return html.replace("<p>Период", f"{choice}<p>Период")


@pytest.mark.parametrize("rest", [[pair(1)], []], ids=["part", "nobody"])
@pytest.mark.parametrize("choice", CHOICES)
def test_a_report_by_another_choice_proves_nothing(
    desk: Desk, choice: str, rest: list[tuple[Row, Row]]
) -> None:
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    seen = desk.open(chosen(report(*rest), choice))
    assert run_of(seen)[0] is Proof.OTHER_SELECTION
    assert state_of(desk, first) is State.FOUND


def test_reports_by_one_choice_are_compared_whatever_came_between(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    part = of(desk.open(chosen(report(pair(1), pair(2)), CHOICES[0])), NAMES[2])
    assert run_of(desk.open(report(pair(0)))) == (Proof.COMPARABLE, 0, 1, 0, 1)
    again = desk.open(chosen(report(pair(1)), CHOICES[0]))
    assert run_of(again)[0] is Proof.COMPARABLE
    assert state_of(desk, part) is State.RESOLVED


def test_a_report_whose_authority_nobody_knows_proves_nothing(desk: Desk) -> None:
    desk.settings = type(desk.settings)()
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    seen = desk.open(report(pair(1)))
    assert run_of(seen)[0] is Proof.PARAMETERS_UNKNOWN
    assert state_of(desk, first) is State.FOUND


def test_an_authority_that_is_told_later_begins_anew(desk: Desk) -> None:
    told, desk.settings = desk.settings, type(desk.settings)()
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    desk.settings = told
    assert run_of(desk.open(report(pair(1))))[0] is Proof.FIRST
    assert state_of(desk, first) is State.FOUND


def test_a_report_of_another_installation_is_another_report(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    seen = desk.open(report(pair(1)), url="https://other.example.test/report")
    assert run_of(seen) == (Proof.FIRST, 1, 0, 0, 0)


@pytest.mark.parametrize("cells", [{"c1": ""}, {"c2": "", "c1": "", "c4": "СОШ № 7"}])
def test_a_report_that_was_not_read_as_a_whole_proves_nothing(
    desk: Desk, cells: dict[str, str]
) -> None:
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    seen = desk.open(report(pair(1), pair(2, **cells)))
    assert run_of(seen)[0] is Proof.INCOMPLETE
    assert state_of(desk, first) is State.FOUND


def test_accounts_known_by_weak_keys_alone_are_never_proved_to_be_gone(desk: Desk) -> None:
    both = report(*map(without_numbers, (0, 1)), header=UNNUMBERED)
    first = of(desk.open(both), NAMES[0])
    seen = desk.open(report(without_numbers(1), header=UNNUMBERED))
    assert run_of(seen) == (Proof.NO_NUMBERS, 0, 1, 0, 1)
    assert state_of(desk, first) is State.FOUND


def test_the_same_report_opened_again_is_no_rerun(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1)))
    again = desk.open(report(pair(1)))
    assert run_of(again) == (Proof.COMPARABLE, 0, 1, 0, 1)


def test_a_returned_group_is_still_told_when_the_report_is_opened_again(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1)))
    desk.open(report(pair(0), pair(1)))
    again = desk.open(report(pair(0), pair(1)))
    assert run_of(again) == (Proof.COMPARABLE, 0, 1, 1, 0)


def test_a_group_that_gains_an_account_keeps_its_life(desk: Desk) -> None:
    first = of(desk.open(report(pair(0))), NAMES[0])
    desk.decide(first, Act.ASSIGN, organisation="СОШ № 2")
    third = ("", NAMES[0], "s03", "07.05.2015", "СОШ № 3", "4в", "09.09.2025", "")
    grown = of(desk.open(report((*pair(0), third))), NAMES[0])
    assert grown.id != first.id
    assert grown.change is Change.STAYED
    assert state_of(desk, grown) is State.ASSIGNED
    assert life(desk, first).group == life(desk, grown).group


def test_what_cannot_be_removed_is_resolved_when_it_is_gone_after_all(desk: Desk) -> None:
    group = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    desk.decide(group, Act.IRREMOVABLE, reason="technical")
    desk.open(report(pair(1)))
    assert state_of(desk, group) is State.RESOLVED


def test_what_is_no_duplicate_stays_so_when_it_is_gone(desk: Desk) -> None:
    group = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    desk.decide(group, Act.NOT_DUPLICATE, reason="namesakes")
    desk.open(report(pair(1)))
    assert state_of(desk, group) is State.NOT_DUPLICATE


def test_two_groups_that_were_one_go_on_as_two(desk: Desk) -> None:
    """Accounts are seen in one pair after the other, so all of it is one group; then in two."""

    def both(name: str, one: str, other: str) -> tuple[tuple[str, ...], ...]:
        first, second = pair(0)
        return tuple(changed(first, c1=name, c2=one)), tuple(changed(second, c1=name, c2=other))

    desk.open(report(both(NAMES[0], "s1", "s2")))
    desk.open(report(both(NAMES[0], "s1", "s3")))
    desk.open(report(both(NAMES[1], "s3", "s4")))
    seen = desk.open(report(both(NAMES[0], "s1", "s2"), both(NAMES[1], "s3", "s4")))
    assert events(desk, of(seen, NAMES[0])) == [Event.FOUND]
    assert [line.seen.run for line in (life(desk, group) for group in seen.groups)] == [4, 4]


def test_an_account_that_left_a_group_does_not_take_its_life_along(desk: Desk) -> None:
    first, second = pair(0)
    third = changed(second, c2="s03")
    desk.open(report((first, second)))
    desk.open(report((first, second, third)))
    gone_over = (changed(third, c1=NAMES[1]), changed(second, c1=NAMES[1], c2="s04"))
    seen = desk.open(report((first, second), gone_over))
    assert [len(events(desk, of(seen, name))) for name in NAMES[:2]] == [1, 1]
    assert [life(desk, group).seen.run for group in seen.groups] == [3, 3]
    with desk.ledger.settled() as session:
        assert session.scalar(select(func.count(Group.id))) == 2


def test_groups_that_stood_apart_or_changed_apart_are_told_apart(desk: Desk) -> None:
    three = report(pair(0), pair(1), pair(2))
    desk.decide(of(desk.open(three), NAMES[0]), Act.WORKED)
    seen = desk.open(three.replace("4а", "5а"))
    assert [group.state and group.state.state for group in seen.groups] == [
        State.WORKED,
        State.FOUND,
        State.FOUND,
    ]
    desk.open(report(pair(1), period=OCTOBER))
    seen = desk.open(report(pair(1), pair(2), period=OCTOBER))
    assert [group.change for group in seen.groups] == [Change.STAYED, Change.NEW]


def test_accounts_that_moved_into_another_group_are_not_gone(desk: Desk) -> None:
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    mended = [(*row[:1], NAMES[1], *row[2:]) for row in pair(0)]
    seen = desk.open(report(mended, pair(1)))
    assert run_of(seen) == (Proof.COMPARABLE, 0, 1, 0, 0)
    assert state_of(desk, first) is not State.RESOLVED


def test_a_report_with_an_unread_number_proves_nothing(desk: Desk) -> None:
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    seen = desk.open(report(pair(1), pair(2, c2="нет")))
    assert run_of(seen)[0] in (Proof.NO_NUMBERS, Proof.INCOMPLETE)
    assert state_of(desk, first) is State.FOUND


def test_a_report_of_another_title_proves_nothing(desk: Desk) -> None:
    first = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    other = report(pair(1)).replace("(образовательные", "(дошкольные образовательные")
    assert run_of(desk.open(other))[0] is Proof.FIRST
    assert state_of(desk, first) is State.FOUND


def with_authorities(*rows: Row) -> str:
    return report(rows, header=(*DATES, "Орган управления"))


def test_a_report_of_several_authorities_is_not_that_of_the_first(desk: Desk) -> None:
    desk.settings = type(desk.settings)()
    here, there = ("УО Заречного",), ("УО Горного",)
    region = with_authorities(
        *((*row, *here) for row in pair(0)), *((*row, *there) for row in pair(1))
    )
    other = of(desk.open(region), NAMES[1])
    seen = desk.open(with_authorities(*((*row, *here) for row in pair(0))))
    assert run_of(seen)[0] is Proof.FIRST
    assert state_of(desk, other) is State.FOUND


def test_an_old_tab_read_after_a_newer_report_proves_nothing(desk: Desk) -> None:
    newest = desk.open(made_at(report(pair(0), pair(1)), "30.09.2025 12:00:00"))
    old = desk.open(made_at(report(pair(1)), "30.09.2025 09:00:00"))
    assert run_of(old)[0] is Proof.OLDER
    assert state_of(desk, of(newest, NAMES[0])) is State.FOUND


def test_what_an_old_tab_still_shows_has_not_come_back(desk: Desk) -> None:
    old = made_at(report(pair(0), pair(1)), "30.09.2025 09:00:00")
    group = of(desk.open(old), NAMES[0])
    desk.open(made_at(report(pair(1)), "30.09.2025 12:00:00"))
    again = of(desk.open(old), NAMES[0])
    assert again.state is not None
    assert again.state.state is State.RESOLVED
    assert state_of(desk, group) is State.RESOLVED


def test_a_report_that_says_the_same_again_takes_up_what_is_back(desk: Desk) -> None:
    desk.open(report(pair(0)))
    desk.open(report(pair(0), period=OCTOBER))
    desk.open(report(period=OCTOBER))
    back = of(desk.open(report(pair(0))), NAMES[0])
    assert back.state is not None
    assert back.state.state is State.RETURNED
    assert state_of(desk, back) is State.RETURNED
    assert desk.decide(back, Act.WORKED).state is State.WORKED


def test_a_group_that_came_back_is_nobodys_task_yet(desk: Desk) -> None:
    group = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    desk.decide(group, Act.ASSIGN, organisation="СОШ № 2")
    desk.open(report(pair(1)))
    desk.open(report(pair(0), pair(1)))
    shown = life(desk, group).group
    assert shown is not None
    assert shown.state is not None
    assert (shown.state.organisation, shown.state.by) == (None, None)


def test_what_was_worked_on_and_is_still_there_is_told(desk: Desk) -> None:
    group = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    assert desk.decide(group, Act.WORKED).still_seen is None
    assert of(desk.open(report(pair(0), pair(1))), NAMES[0]).state == shown_state(desk, group)
    later = of(desk.open(report(pair(0), pair(2))), NAMES[0])
    for state in (later.state, shown_state(desk, group)):
        assert state is not None
        assert state.state is State.WORKED
        assert state.still_seen is not None


def shown_state(desk: Desk, group: GroupInfo) -> StateInfo | None:
    shown = life(desk, group).group
    return shown.state if shown else None

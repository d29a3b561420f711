"""Who is put together: never two children, never one account twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.matching.groups import Group, group_report, overlap_end
from sverka.matching.vocabulary import Verdict
from sverka.pages.records import Mention
from sverka.pages.vocabulary import Layout
from sverka.people.names import Sex
from tests.unit.matching.people import (
    BORN,
    IVANOV,
    KEYS,
    SEPTEMBER,
    grouped,
    grouped_beside,
    keys,
    line,
    linked,
    report,
    sets,
    stay,
    told_beside,
)

SECOND = stay("СОШ № 2", "2025-09-05")


def verdict(left: Mention, right: Mention) -> Verdict:
    """The verdict of two accounts that the report puts together."""
    (group,) = grouped(left, right)
    return group.verdict


@pytest.mark.parametrize(
    "name", [IVANOV, "ИВАНОВ ИВАН ИВАНОВИЧ", "Иванoв Ивaн Иванович", "Иванов\u00a0Иван Иванович"]
)
def test_equal_name_and_birth_date_are_one_child(name: str) -> None:
    assert verdict(line("s1"), line("s2", SECOND, name=name)) is Verdict.SAME


def test_accounts_of_one_child_need_not_stand_together() -> None:
    other = "Петров Пётр Петрович"
    groups = grouped(line("s1"), line("s5", name=other), line("s2", SECOND), line("s6", name=other))
    assert sets(groups) == [["s1", "s2"], ["s5", "s6"]]


def test_different_birth_dates_are_never_one_child() -> None:
    groups = grouped(line("s1"), line("s2", SECOND, born="2016-05-07"))
    assert sets(groups) == [["s1"], ["s2"]]


@pytest.mark.parametrize("name", [IVANOV, "Цой Ари"])
def test_different_sexes_are_never_one_child(name: str) -> None:
    groups = grouped(line("s1", name=name, sex=Sex.MALE), line("s2", name=name, sex=Sex.FEMALE))
    assert all(group.verdict is not Verdict.SAME for group in groups)


def test_between_two_sexes_an_account_without_one_belongs_to_neither() -> None:
    groups = grouped(
        line("s1", sex=Sex.MALE), line("s2", sex=Sex.FEMALE), line("s3"), line("s4", sex=Sex.MALE)
    )
    same = [keys(group) for group in groups if group.verdict is Verdict.SAME]
    assert same == [["s1", "s4"]]


def test_an_account_without_a_sex_joins_where_there_is_only_one() -> None:
    assert verdict(line("s1", sex=Sex.MALE), line("s2", SECOND)) is Verdict.SAME


@pytest.mark.parametrize(("name", "born"), [("Иванов", "2015-05-07"), (IVANOV, None)])
def test_a_row_whose_identity_is_unread_is_joined_to_nobody(name: str, born: str | None) -> None:
    groups = grouped(
        line("s1", name=name, born=born), line("s2", SECOND, name=name, born=born), line("s3")
    )
    assert sets(groups) == [["s1"], ["s2"], ["s3"]]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Иванов Иван Иванович", "Иванов Пётр Иванович", Verdict.DIFFERENT),
        ("Иванов Лев Ильич", "Иванова Ева Ильинична", Verdict.DIFFERENT),
        ("Шевчук Александр Сергеевич", "Шевчук Александра Сергеевна", Verdict.DIFFERENT),
        ("Иванов Данил Иванович", "Иванов Даниил Иванович", Verdict.POSSIBLE),
        ("Иванова Наталья Ильинична", "Иванова Наталия Ильинична", Verdict.POSSIBLE),
    ],
)
def test_brothers_and_sisters_of_one_day_stand_together_and_are_told_apart(
    left: str, right: str, expected: Verdict
) -> None:
    assert verdict(line("s1", name=left), line("s2", SECOND, name=right)) is expected


def test_the_printed_sex_tells_twins_apart_where_the_patronymic_does_not() -> None:
    names = ("Мамедов Али Гасан", "Мамедов Алия Гасан")
    pair = [
        line("s1", name=names[0], sex=Sex.MALE),
        line("s2", SECOND, name=names[1], sex=Sex.FEMALE),
    ]
    assert verdict(pair[0], pair[1]) is Verdict.DIFFERENT


def test_children_of_one_surname_without_patronymics_are_no_family() -> None:
    groups = grouped(line("s1", name="Цой Ари"), line("s2", name="Цой Мин"))
    assert sets(groups) == [["s1"], ["s2"]]


def test_a_child_with_a_double_is_not_put_beside_its_twin() -> None:
    groups = grouped(line("s1"), line("s2", SECOND), line("s3", name="Иванов Пётр Иванович"))
    assert sets(groups) == [["s1", "s2"], ["s3"]]


def test_one_account_with_two_birth_dates_is_joined_to_nobody() -> None:
    groups = grouped(line("s1"), line("s1", SECOND, born="2016-05-07"), line("s2", SECOND))
    assert sets(groups) == [["s1"], ["s2"]]
    assert groups[0].accounts[0].contradictions == {"birth_date"}


DOUBLE = line("s2", stay("СОШ № 2", None), name=None)
PERIOD = ("2025-09-05", "2025-09-30")


def test_a_double_named_by_number_is_in_the_group_of_its_main_account() -> None:
    (group,) = linked([line("s1"), DOUBLE], (0, 1, *PERIOD))
    assert keys(group) == ["s1", "s2"]
    assert group.verdict is Verdict.SAME
    assert group.overlap_days == 25


def test_a_pair_printed_twice_with_swapped_roles_is_one_group() -> None:
    lines = [line("s1"), DOUBLE, line("s2", SECOND), line("s1", name=None)]
    (group,) = linked(lines, (0, 1, *PERIOD), (2, 3, *PERIOD))
    assert keys(group) == ["s1", "s2"]
    assert len(group.pairs) == 1


def test_a_chain_of_doubles_is_one_group() -> None:
    lines = [line("s1"), DOUBLE, line("s2", SECOND), line("s3", name=None)]
    (group,) = linked(lines, (0, 1, *PERIOD), (2, 3, *PERIOD))
    assert keys(group) == ["s1", "s2", "s3"]


def test_one_account_that_heads_two_blocks_is_in_one_group() -> None:
    lines = [line("s1"), DOUBLE, line("s1"), line("s3", name=None)]
    (group,) = linked(lines, (0, 1, *PERIOD), (2, 3, *PERIOD))
    assert keys(group) == ["s1", "s2", "s3"]


def test_blocks_that_share_nobody_are_groups_of_their_own() -> None:
    other = "Петров Пётр Петрович"
    lines = [line("s1"), DOUBLE, line("s5", name=other), line("s6", name=None)]
    groups = linked(lines, (0, 1, *PERIOD), (2, 3, *PERIOD))
    assert sets(groups) == [["s1", "s2"], ["s5", "s6"]]


@pytest.mark.parametrize(
    "other",
    [
        line("s2", SECOND, born="2016-05-07"),
        line("s2", SECOND, name="Петров Пётр Петрович"),
        line("s2", SECOND, sex=Sex.FEMALE),
    ],
    ids=["birth", "name", "sex"],
)
def test_what_the_report_links_and_its_data_deny_is_unknown(other: Mention) -> None:
    lines = [line("s1", sex=Sex.MALE), DOUBLE, other, line("s1", name=None)]
    (group,) = linked(lines, (0, 1, *PERIOD), (2, 3, *PERIOD))
    assert group.verdict is Verdict.UNKNOWN


def test_one_doubtful_pair_makes_the_whole_group_doubtful() -> None:
    lines = [
        line("s1"),
        DOUBLE,
        line("s1"),
        line("s3", name=None),
        line("s3", born="2016-05-07"),
        line("s1", name=None),
    ]
    (group,) = linked(lines, (0, 1, *PERIOD), (2, 3, *PERIOD), (4, 5, *PERIOD))
    assert group.verdict is Verdict.UNKNOWN


def test_the_printed_period_is_counted_and_not_the_dates() -> None:
    lines = [line("s1"), line("s2", SECOND)]
    (group,) = linked(lines, (0, 1, "2025-09-20", "2025-09-30"), (0, 1, "2025-09-01", "2025-09-05"))
    assert group.overlap_days == 10


def test_an_account_linked_to_itself_is_one_account_with_its_overlap() -> None:
    lines = [line("s1"), line("s1", stay("СОШ № 2", None), name=None)]
    (group,) = linked(lines, (0, 1, "2025-09-08", "2025-09-10"))
    assert keys(group) == ["s1"]
    assert group.overlap_days == 2
    assert group.pairs == ()


def test_the_stays_of_one_account_overlap_by_their_dates() -> None:
    (group,) = grouped(line("s1", stay(departed="2025-09-15")), line("s1", SECOND))
    assert group.overlap_days == 10


def test_groups_stand_in_the_order_of_the_page() -> None:
    twins = [line("s1"), line("s2", name="Иванов Пётр Иванович")]
    pair = [line("s5", name="Цой Ари"), line("s6", SECOND, name="Цой Ари")]
    assert sets(grouped(*twins, *pair)) == [["s1", "s2"], ["s5", "s6"]]
    assert sets(grouped(*pair, *twins)) == [["s5", "s6"], ["s1", "s2"]]


def test_the_overlap_ends_with_the_period_else_with_the_reports_day() -> None:
    assert overlap_end(report(line("s1"))) == SEPTEMBER[1]
    without = report(line("s1"), period=None)
    assert overlap_end(without) == without.today


NAMES = st.sampled_from([IVANOV, "Иванов Пётр Иванович", "Цой Ари", "Иванова Анна Ивановна", "Ли"])
LINES = st.lists(
    st.builds(
        line,
        st.sampled_from([None, "s1", "s2", "s3", "s4", "p1", "p2"]),
        st.sampled_from([stay(), SECOND, stay(None, None)]),
        name=NAMES,
        born=st.sampled_from(["2015-05-07", "2016-05-07", None]),
        sex=st.sampled_from([None, *Sex]),
    ),
    max_size=8,
)


def same_children(groups: tuple[Group, ...]) -> list[Group]:
    return [group for group in groups if group.verdict is Verdict.SAME]


@given(LINES)
def test_every_account_is_in_exactly_one_group(lines: list[Mention]) -> None:
    found = [key for group in grouped(*lines) for key in keys(group)]
    assert len(found) == len(set(found))
    told = {str(mention.number) for mention in lines if mention.number}
    assert told == {key for key in found if not key.startswith("w")}


@given(LINES)
def test_one_child_never_has_two_birth_dates_sexes_or_names(lines: list[Mention]) -> None:
    for group in same_children(grouped(*lines)):
        assert len({account.birth_date for account in group.accounts}) == 1
        assert len({account.sex for account in group.accounts} - {None}) <= 1
        assert len({account.identity for account in group.accounts}) == 1


@given(LINES.flatmap(lambda lines: st.tuples(st.just(lines), st.permutations(lines))))
def test_the_order_of_rows_changes_no_group_and_no_id(
    orders: tuple[list[Mention], list[Mention]],
) -> None:
    first, second = (
        {group.id for group in grouped(*[line for line in order if line.number])}
        for order in orders
    )
    assert first == second


def test_the_id_of_a_group_tells_its_members() -> None:
    (pair,) = grouped(line("s1"), line("s2", SECOND))
    (triple,) = grouped(line("s1"), line("s2", SECOND), line("s3", SECOND))
    assert pair.id != triple.id
    assert len(pair.id) == 16


def test_the_pool_is_grouped_by_identity() -> None:
    groups = group_report(report(line("p1"), line("p2"), layout=Layout.POOL), KEYS)
    assert sets(groups) == [["p1", "p2"]]


def test_a_double_printed_beside_an_account_is_grouped_with_it_without_its_birth_date() -> None:
    beside = line("s2", stay("СОШ № 2", "2025-09-05"), name=None)
    (group,) = told_beside(line("s1"), beside)
    assert keys(group) == ["s1", "s2"]
    assert group.verdict is Verdict.SAME
    assert group.overlap_days == 25


@pytest.mark.parametrize(
    ("name", "born"),
    [("Иванова Анна Ивановна", BORN), ("Иванова Анна Ивановна", None), (IVANOV, "2016-05-07")],
    ids=["name-and-birth", "name-alone", "birth"],
)
def test_a_double_of_another_name_or_birth_date_is_not_taken_for_the_same_child(
    name: str, born: str | None
) -> None:
    (group,) = told_beside(line("s1"), line("s2", name=name, born=born))
    assert group.verdict is Verdict.UNKNOWN


def test_twins_stay_twins_where_another_row_prints_its_double() -> None:
    twin = line("s4", name="Иванов Пётр Иванович")
    groups = told_beside(line("s1", name="Цой Ари"), line("s2", name=None), line("s3"), twin)
    assert sets(groups) == [["s1", "s2"], ["s3", "s4"]]
    assert groups[1].verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("unread", "incomplete"),
    [
        (line("s3"), True),
        (line("s1"), False),
        (line("s1", stay("СОШ № 9")), True),
        (line("s1", born="2016-05-07"), True),
        (line("s3", name="Цой Ари"), False),
    ],
    ids=["third-account", "same-line", "other-stay", "other-birth-date", "other-child"],
)
def test_a_table_that_was_not_read_leaves_its_children_in_doubt_and_no_others(
    unread: Mention, incomplete: bool
) -> None:
    (group,) = grouped_beside([line("s1"), line("s2", stay("СОШ № 2"))], unread)
    assert keys(group) == ["s1", "s2"]
    assert group.incomplete is incomplete

"""Mentions of one account become one account, and what they disagree on has no value."""

from datetime import date

from sverka.matching.accounts import Account, join_mentions
from sverka.pages.records import Mention
from sverka.people.names import Sex
from tests.unit.matching.people import KEYS, line, stay


def joined(*lines: Mention) -> list[Account]:
    return join_mentions(lines, KEYS)


def test_mentions_with_one_number_are_one_account() -> None:
    (account,) = joined(line("s1"), line("s001", stay("СОШ № 2", "2025-09-05")))
    assert account.key == "sgo.example.ru:443:s1"
    assert not account.weak_key
    assert [found.organisation for found in account.stays] == ["СОШ № 1", "СОШ № 2"]


def test_a_pupil_and_a_record_of_the_pool_are_two_accounts() -> None:
    assert len(joined(line("s1"), line("p1"))) == 2


def test_equal_rows_without_a_number_are_never_taken_for_one_account() -> None:
    first, second = joined(line(None), line(None))
    assert first.key != second.key
    assert first.weak_key
    assert second.weak_key
    assert (first.account_id, second.account_id) == (None, None)


def test_weak_keys_are_the_same_when_the_page_is_read_again() -> None:
    lines = (line(None), line(None), line(None, stay("СОШ № 2")))
    assert [account.key for account in joined(*lines)] == [
        account.key for account in joined(*lines)
    ]


def test_accounts_stand_in_the_order_of_their_first_mention() -> None:
    accounts = joined(line("s9"), line("s1"), line("s9"), line(None), line("s5"))
    assert [account.key.rpartition(":")[2] for account in accounts if not account.weak_key] == [
        "s9",
        "s1",
        "s5",
    ]


def test_a_mention_that_prints_no_person_adds_none_and_takes_none() -> None:
    (account,) = joined(line("s1", name=None), line("s1"))
    assert account.name is not None
    assert account.birth_date == date(2015, 5, 7)
    assert account.contradictions == frozenset()


def test_two_spellings_of_a_name_are_no_contradiction() -> None:
    (account,) = joined(
        line("s1", name="Семёнов Пётр Ильич"), line("s1", name="СЕМЕНОВ ПЕТР ИЛЬИЧ")
    )
    assert account.contradictions == frozenset()
    assert account.name is not None


def test_facts_that_contradict_each_other_are_named_and_have_no_value() -> None:
    (account,) = joined(
        line("s1", sex=Sex.MALE),
        line("s1", name="Петров Пётр Петрович", born="2016-05-07", sex=Sex.FEMALE),
    )
    assert account.contradictions == {"name", "birth_date", "sex"}
    assert (account.name, account.birth_date, account.sex) == (None, None, None)
    assert account.identity is None


def test_a_stay_printed_twice_is_one_stay_with_what_says_more() -> None:
    (account,) = joined(line("s1", stay(class_="")), line("s1", stay("сош 1", class_="4а")))
    assert [found.classes for found in account.stays] == [("4а",)]


def test_a_stay_without_an_organisation_says_nothing_beside_one_with_it() -> None:
    (account,) = joined(line("s1", stay(None, None)), line("s1"))
    assert [found.organisation for found in account.stays] == ["СОШ № 1"]


def test_stays_stand_in_the_order_of_enrolment() -> None:
    (account,) = joined(
        line("s1", stay("СОШ № 3", None)),
        line("s1", stay("СОШ № 2", "2025-09-05")),
        line("s1", stay("СОШ № 1", "2024-09-02")),
    )
    assert [found.organisation for found in account.stays] == ["СОШ № 1", "СОШ № 2", "СОШ № 3"]


def test_the_first_enrolment_is_unknown_where_a_stay_does_not_tell_its_own() -> None:
    (known,) = joined(line("s1"), line("s1", stay("СОШ № 2", "2023-09-01")))
    (unknown,) = joined(line("s1"), line("s1", stay("СОШ № 2", None)))
    assert known.first_enrolled() == date(2023, 9, 1)
    assert unknown.first_enrolled() is None


def test_a_surname_alone_identifies_nobody() -> None:
    (account,) = joined(line("s1", name="Иванов"))
    assert account.identity is None

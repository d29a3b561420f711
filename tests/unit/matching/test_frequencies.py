"""The term frequencies are shares of all people, in the forms that the model compares."""

import pytest

from sverka.matching.forms import name_form, patronymic_form, surname_form
from sverka.matching.frequencies import Terms, frequencies


@pytest.fixture(params=["surname", "name", "patronymic"])
def terms(request: pytest.FixtureRequest) -> Terms:
    found = getattr(frequencies(), request.param)
    assert isinstance(found, Terms)
    return found


def test_shares_are_no_more_than_all_people(terms: Terms) -> None:
    assert 0.2 < sum(terms.share(term) for term in terms.counts) <= 1


def test_a_rare_term_is_never_more_frequent_than_a_listed_one(terms: Terms) -> None:
    assert 0 < terms.rest <= min(map(terms.share, terms.counts))
    assert terms.share("no such term") == terms.rest


@pytest.mark.parametrize(
    ("table", "form"),
    [
        ("surname", surname_form("Семёнов")),
        ("name", name_form("Артём")),
        ("patronymic", patronymic_form("Артёмович")),
    ],
)
def test_terms_are_looked_up_in_the_form_of_the_model(table: str, form: str | None) -> None:
    assert form in getattr(frequencies(), table).counts


def test_frequent_names_have_the_share_that_the_source_counts() -> None:
    assert frequencies().surname.share("IVANOV") == pytest.approx(0.0017, rel=0.1)

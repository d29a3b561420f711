"""The answer is put together as the contract says, key by key."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from sverka.advice.catalogue import catalogue
from sverka.advice.vocabulary import Action, Advice, Cause, Confidence, Risk
from sverka.analysis import installation_of
from sverka.contract import SCHEMA, PageContext, PageRequest
from sverka.matching.vocabulary import Verdict
from sverka.pages.vocabulary import EntryWay, Module, Source
from sverka.people.organisations import OrgKind
from sverka.pipeline import analyse_page
from sverka.settings import Settings
from tests.stand.scenarios import Layout, Scenario, render_saved
from tests.unit.pages.page import DATES, FIRST, dates_page
from tests.unit.test_pipeline import CAPTURED, analyse

ADDRESS = "https://sgo.example.ru/asp/EDUC_MANAGER/Reports/ReportDoublingStudents.asp"
CONTEXT = PageContext(module=Module.UO, authority="УО города")
KEYS = {
    "": {"schema", "page", "groups", "findings", "movement", "listing", "rules"},
    "page": {
        *("kind", "layout", "title", "installation", "module", "authority", "period"),
        *("generated_at", "version", "rows", "first_data_tr", "table", "warnings", "run"),
        "account_key",
        "linked",
    },
    "warnings": {"code", "message", "row", "column"},
    "groups": {
        *("id", "verdict", "score_bits", "overlap_days", "risk", "confidence", "cause"),
        *("not_duplicate", "pairs", "steps", "accounts", "state", "change"),
    },
    "pairs": {"a", "b", "verdict", "bits", "guard", "fields"},
    "fields": {"field", "level", "bits", "left", "right"},
    "steps": {"n", "who", "org_key", "action", "account_key", "text", "due", "rule", "if"},
    "accounts": {
        *("key", "weak_key", "account_id", "row", "places", "name", "birth_date"),
        *("organisation", "org_kind", "class", "enrolled", "departed", "entry", "advice"),
        *("rules", "why", "confidence", "who"),
    },
    "places": {"tr", "col", "role"},
}


def answer(layout: Layout = Layout.DATES, *cases: str) -> dict[str, Any]:
    request = PageRequest(
        schema=SCHEMA,
        url=ADDRESS,
        html=render_saved(Scenario(layout=layout, cases=cases)),
        captured_at=CAPTURED,
        source=Source.CONTENT,
        context=CONTEXT,
    )
    analysis = analyse_page(request, secret=b"secret", settings=Settings(risk_watch_days=0))
    read: dict[str, Any] = json.loads(analysis.to_json())
    return read


def check_keys(name: str, value: Any) -> None:
    """Every object under a name of the contract has exactly the keys of the contract."""
    if isinstance(value, list):
        for item in value:
            check_keys(name, item)
    elif isinstance(value, dict):
        if name in KEYS:
            assert set(value) == KEYS[name], name
        for key, item in value.items():
            check_keys(key, item)


@pytest.mark.parametrize("layout", Layout)
def test_the_answer_has_the_keys_of_the_contract(layout: Layout) -> None:
    read = answer(layout)
    check_keys("", read)
    assert read["schema"] == 1
    assert read["findings"] == []


def test_every_word_of_a_closed_vocabulary_is_in_it() -> None:
    for group in (group for layout in Layout for group in answer(layout)["groups"]):
        assert Verdict(group["verdict"])
        assert Risk(group["risk"])
        assert Cause(group["cause"])
        assert {Action(step["action"]) for step in group["steps"]} <= set(Action)
        for account in group["accounts"]:
            assert Advice(account["advice"])
            assert Confidence(account["confidence"])
            assert OrgKind(account["org_kind"])
            assert account["entry"] is None or EntryWay(account["entry"])


def test_a_page_tells_where_it_comes_from() -> None:
    page = answer()["page"]
    assert page["installation"] == "sgo.example.ru:443"
    assert page["module"] == "uo"
    assert page["authority"] == "УО города"
    assert page["period"] == ["2025-09-01", "2025-09-30"]
    assert page["generated_at"] == "2025-09-30T17:40:20"
    assert page["version"] == "5.56.0"


def test_an_account_is_told_as_it_is_printed() -> None:
    (group,) = answer(Layout.DATES, "not_departed")["groups"]
    account = group["accounts"][1]
    assert account["key"] == f"sgo.example.ru:443:{account['account_id']}"
    assert (account["row"], account["places"]) == (1, [{"tr": 2, "col": 1, "role": "main"}])
    assert (account["organisation"], account["class"]) == ("МБОУ СОШ № 2 г. Заречного", "4б")
    assert (account["enrolled"], account["departed"]) == ("2025-09-05", None)
    assert (account["org_kind"], account["entry"]) == ("school", "quick")
    assert account["who"] == account["organisation"]
    assert account["rules"] == ["D-03", "D-01", "D-02", "D-13"]


@pytest.mark.parametrize("layout", [Layout.DATES, Layout.POOL])
def test_the_weight_of_a_pair_is_the_sum_of_its_fields(layout: Layout) -> None:
    pairs = [pair for group in answer(layout)["groups"] for pair in group["pairs"]]
    assert pairs
    for pair in pairs:
        weights = [found["bits"] for found in pair["fields"] if found["bits"] is not None]
        assert pair["bits"] == pytest.approx(sum(weights), abs=1e-9)


def test_a_group_weighs_as_much_as_its_weakest_pair() -> None:
    for group in answer()["groups"]:
        assert group["score_bits"] == min((pair["bits"] for pair in group["pairs"]), default=None)


def test_a_pair_has_a_weight_where_both_sides_print_what_the_model_weighs() -> None:
    pairs = [pair for group in answer(Layout.PERIODS)["groups"] for pair in group["pairs"]]
    weighed = {
        (pair["bits"] is not None, any(found["bits"] for found in pair["fields"])) for pair in pairs
    }
    assert weighed == {(True, True), (False, False)}


@pytest.mark.parametrize("layout", Layout)
def test_every_rule_that_the_answer_names_is_explained_in_it(layout: Layout) -> None:
    read = answer(layout)
    named = {
        rule
        for group in read["groups"]
        for account in group["accounts"]
        for rule in account["rules"]
    } | {step["rule"] for group in read["groups"] for step in group["steps"]}
    assert set(read["rules"]) == named
    for name, told in read["rules"].items():
        rule = catalogue().rules[name]
        assert told == {"text": rule.text, "quote": rule.quote, "source": rule.source}


def test_what_the_page_says_of_the_authority_stands_in_for_the_senders_knowledge() -> None:
    header, cells = (*DATES, "Орган управления"), (*FIRST, "УО района")
    assert analyse(dates_page(cells, header=header)).page.authority == "УО района"


@pytest.mark.parametrize(
    ("address", "installation"),
    [
        ("https://sgo.example.ru/asp/Report.asp", "sgo.example.ru:443"),
        ("http://sgo.example.ru/", "sgo.example.ru:80"),
        ("http://10.0.0.5:8080/app/", "10.0.0.5:8080"),
        ("https://SGO.Example.RU/", "sgo.example.ru:443"),
        ("file:///home/clerk/report.html", None),
        ("about:blank", None),
        ("", None),
    ],
)
def test_the_installation_is_host_and_port(address: str, installation: str | None) -> None:
    assert installation_of(address) == installation


@pytest.mark.parametrize("groups", [0, 1, 16, 17, 50])
def test_the_pieces_of_an_answer_make_the_answer(groups: int) -> None:
    """Of however many groups, and whatever the page's own texts say."""
    whole = analyse(render_saved(Scenario(rows=150)))
    page = replace(whole.page, title='"groups":[]')
    answer = replace(whole, page=page, groups=whole.groups[:groups])
    assert len(answer.groups) == groups
    assert b"".join(answer.json_pieces()) == answer.to_json()

"""The door for pages: what it takes, what it complains of."""

import pytest

from sverka.pairing.clients import ClientStore
from tests.api.extension import Extension, page
from tests.clock import Clock


def test_answer_is_the_analysis_of_schema_1(paired: Extension) -> None:
    answer = paired.send_page(paired.greet())
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json["schema"] == 1
    assert set(answer.json) == {
        "schema",
        "page",
        "groups",
        "findings",
        "movement",
        "listing",
        "rules",
    }


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ("url", page(url="https://sgo.example.test/report?at=secret")),
        ("captured_at", page(captured_at="2025-10-01T09:00:00")),
        ("source", page(source="elsewhere")),
        ("context.module", page(context={"module": "none"})),
        ("title", page(title=None)),
        ("more", page(more=1)),
    ],
)
def test_wrong_field_is_named(paired: Extension, field: str, body: object) -> None:
    answer = paired.send_page(paired.greet(), body)
    assert (answer.status, answer.code) == (400, "bad-request")
    assert f"«{field}»" in answer.json["error"]["message"]


def test_other_schema_is_a_matter_of_versions(paired: Extension) -> None:
    answer = paired.send_page(paired.greet(), page(schema=2))
    assert (answer.status, answer.code) == (426, "version")


def test_broken_json_is_a_bad_request(paired: Extension) -> None:
    answer = paired.send_page(paired.greet(), b'{"schema": 1, "html": "')
    assert (answer.status, answer.code) == (400, "bad-request")


def test_unknown_path_has_the_error_shape(paired: Extension) -> None:
    answer = paired.post("/api/v1/none", {})
    assert (answer.status, answer.code) == (404, "not-found")


def test_last_use_is_shown_to_the_minute(
    paired: Extension, clients: ClientStore, clock: Clock
) -> None:
    paired.send_page(paired.greet())
    first = clients.all()[0].last_used
    clock.move(30)
    paired.send_page(paired.greet())
    assert clients.all()[0].last_used == first
    clock.move(30)
    paired.send_page(paired.greet())
    assert clients.all()[0].last_used != first


def test_damaged_client_list_is_told_with_the_remedy(
    paired: Extension, clients: ClientStore
) -> None:
    nonce = paired.greet()
    clients.file.write_text("{", encoding="utf-8")
    answer = paired.send_page(nonce)
    assert (answer.status, answer.code) == (500, "internal")
    assert "sverka pair" in answer.json["error"]["hint"]

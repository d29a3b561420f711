"""What the operator reads and does on the helper's own pages."""

import json

import pytest

from sverka import __version__
from sverka.datadir import DataDir
from sverka.pairing.clients import ClientStore
from tests.api.extension import CHROMIUM, PORT, Extension
from tests.api.ui.visitor import Visitor
from tests.unit.ledger.seen import Desk, pair, report


def test_state_names_version_port_and_data_folder(visitor: Visitor, data_dir: DataDir) -> None:
    page = visitor.get("/ui/state").body.decode()
    for shown in (__version__, str(PORT), str(data_dir.path), "Сопряжённых браузеров нет."):
        assert f">{shown}<" in page


def test_state_lists_paired_browsers_without_their_secrets(
    visitor: Visitor, clients: ClientStore
) -> None:
    client, token = clients.add(CHROMIUM, "Кабинет <5>")
    page = visitor.get("/ui/state").body.decode()
    assert "Кабинет &lt;5&gt;" in page
    assert client.id in page
    assert "ещё нет" in page
    assert token not in page
    assert client.token_sha256 not in page


def test_code_from_the_page_pairs_the_extension(visitor: Visitor, stranger: Extension) -> None:
    made = visitor.post("/ui/code").json
    assert set(made) == {"code", "expires_at"}
    assert stranger.pair(made["code"]).token


def test_revoked_browser_is_gone(visitor: Visitor, clients: ClientStore) -> None:
    client, _ = clients.add(CHROMIUM, "Кабинет 5")
    assert visitor.post(f"/ui/clients/{client.id}/revoke").status == 200
    assert clients.all() == ()
    again = visitor.post(f"/ui/clients/{client.id}/revoke")
    assert (again.status, again.code) == (404, "not-found")


def test_extension_gets_a_ticket_that_lets_its_browser_in(
    paired: Extension, stranger_here: Visitor
) -> None:
    answer = paired.post("/api/v1/ticket", {}, Authorization=f"Bearer {paired.token}")
    assert answer.status == 200
    assert stranger_here.enter(answer.json["ticket"]).get().status == 200


def test_mistyped_address_is_told_on_a_page(visitor: Visitor) -> None:
    answer = visitor.get("/ui/none")
    assert answer.status == 404
    assert "Такой страницы нет" in answer.body.decode()


def test_damaged_client_list_is_told_on_a_page_with_the_remedy(
    visitor: Visitor, clients: ClientStore
) -> None:
    clients.file.write_text("{", encoding="utf-8")
    answer = visitor.get("/ui/state")
    assert answer.status == 500
    assert answer.headers["Content-Type"].startswith("text/html")
    assert str(clients.file) in answer.body.decode()
    assert "sverka pair" in answer.body.decode()


def test_address_without_the_last_slash_leads_to_the_page(visitor: Visitor) -> None:
    answer = visitor.get("/ui")
    assert answer.status == 308
    assert answer.headers["Location"].endswith("/ui/")


@pytest.mark.parametrize(
    "name", ["ui.css", "ledger.css", "page.js", "state.js", "worklist.js", "group.js", "icon.svg"]
)
def test_pages_find_their_styles_and_scripts(visitor: Visitor, name: str) -> None:
    assert visitor.get(f"/ui/static/{name}").status == 200


@pytest.mark.parametrize("path", ["/ui/", "/ui/runs", "/ui/state", "/ui/groups/{id}"])
def test_nothing_in_a_page_needs_more_than_its_own_files(
    visitor: Visitor, desk: Desk, path: str
) -> None:
    """The policy of the pages forbids it, and a browser would show half a page."""
    seen = desk.open(report(pair(0)))
    page = visitor.get(path.format(id=seen.groups[0].id)).body.decode()
    for forbidden in ("<style", "style=", "onclick=", "javascript:", "https:", "http:"):
        assert forbidden not in page


def test_action_on_a_page_that_is_none_is_answered_in_the_error_shape(visitor: Visitor) -> None:
    assert json.loads(visitor.post("/ui/none").body)["error"]["code"] == "not-found"

"""A whole working day against a real helper, and nothing of it in any log or file."""

import json
from pathlib import Path

import pytest

from sverka.datadir import DataDir
from tests.api.extension import Extension, page, through_socket, worker_headers
from tests.api.helper_process import command, running_helper
from tests.api.ui.visitor import Visitor
from tests.unit.pages.page import DATES, dates_page

# One canary for every field that can carry a person, a school or a secret.
PUPIL = "Канарейкина Синица Чижовна"
WEAK_PUPIL = "Щеглов Снегирь Дроздович"
NUMBER = "s700700700"
SCHOOL = "СОШ имени Пеночки"
BIRTH = "29.02.2012"
# Long enough that encrypted bytes do not hold it by chance.
CLASS = "9ъыэщ"
ENROLLED, DEPARTED = "17.08.2025", "23.09.2025"
TITLE, AUTHORITY, OPENER = "Заголовок-зяблик", "Управление-удод", "s800800800"
PATH, QUERY, HEADER = "path-canary", "query-canary", "header-canary"
WRONG_CODE, LABEL = "13572468", "Кабинет-кукушка"

CANARIES = (
    *PUPIL.split(),
    *WEAK_PUPIL.split(),
    *(NUMBER, NUMBER[1:], "Пеночки", BIRTH, "2012-02-29", CLASS, ENROLLED, DEPARTED),
    *(TITLE, AUTHORITY, OPENER, PATH, QUERY, HEADER, WRONG_CODE),
)


def report() -> str:
    """A report that is read, with canaries in every column; one pupil has no number."""
    pupil = ("1", PUPIL, NUMBER, BIRTH, SCHOOL, CLASS, ENROLLED, DEPARTED)
    double = ("2", PUPIL, OPENER, BIRTH, SCHOOL, CLASS, ENROLLED, "")
    weak = ("3", WEAK_PUPIL, "", BIRTH, SCHOOL, CLASS, DEPARTED, ENROLLED)
    assert len(DATES) == len(pupil)
    return dates_page(pupil, double, weak)


def request(html: str) -> dict[str, object]:
    return page(
        html,
        url=f"https://sgo.example.test/{PATH}",
        title=TITLE,
        context={"module": "uo", "authority": AUTHORITY, "opener_account": OPENER},
    )


@pytest.mark.parametrize("to_file", [False, True], ids=["log on stderr", "log in a file"])
def test_whole_session_leaves_no_canary(data_dir: DataDir, to_file: bool) -> None:
    with running_helper(data_dir, options=["--log"] * to_file) as helper:
        secrets = use_everything(data_dir, helper.port)
        assert command(data_dir, "stop").returncode == 0
        assert helper.process.stdout is not None
        printed = helper.process.stdout.read()
    written = helper.log.read_text(encoding="utf-8") + printed
    kept = everything_in(data_dir.path)
    assert "refused: " in (kept["helper.log"].decode() if to_file else written)
    for canary in (*CANARIES, *secrets):
        assert canary not in written
        for name, content in kept.items():
            assert canary.encode() not in content, f"{canary} in {name}"
    assert LABEL not in written
    assert [name for name, content in kept.items() if LABEL.encode() in content] == ["clients.json"]


def use_everything(data_dir: DataDir, port: int) -> list[str]:
    """Pair, send pages good and bad, open the pages, revoke; returns the secrets on the way."""
    extension = Extension(through_socket(port), port=port)
    extension.try_code(WRONG_CODE)
    code = json.loads(command(data_dir, "pair", "--json").stdout)["code"]
    extension.pair(code, LABEL)
    nonces = send_pages(extension)
    ticket = extension.post("/api/v1/ticket", {}, Authorization=f"Bearer {extension.token}")
    visitor = Visitor(extension.send, port).enter(ticket.json["ticket"])
    assert LABEL in visitor.get("/ui/state").body.decode()
    shown = visitor.post("/ui/code").json["code"]
    printed = command(data_dir, "open", "--print").stdout.strip().partition("=")[2]
    visitor.try_ticket(printed)
    visitor.get(f"/ui/{PATH}?{QUERY}")
    visitor.post(f"/ui/clients/{PATH}/revoke")
    visitor.post("/ui/code", X_Sverka_Csrf=HEADER)
    secrets = [code, shown, extension.token, visitor.csrf, visitor.cookie.partition("=")[2]]
    return [*secrets, *nonces, ticket.json["ticket"], printed]


def send_pages(extension: Extension) -> list[str]:
    """A report that is read, and every way of sending one that is not."""
    nonces = [extension.greet() for _ in range(5)]
    answer = extension.send_page(nonces[0], request(report()))
    assert answer.status == 200
    assert PUPIL in answer.body.decode()
    extension.send_page(nonces[0], request(report()))
    extension.send_page(nonces[1], request(report()) | {"source": PUPIL})
    extension.send_page(nonces[2], json.dumps(request(report())).encode()[:-20])
    extension.send_page(nonces[3], request(f"<p>{PUPIL}</p>"))
    extension.send_page(nonces[4], request(report()) | {"schema": 2})
    extension.post(f"/api/v1/{PATH}?name={QUERY}", {"name": PUPIL})
    headers = worker_headers() | {"Sec-Fetch-Site": HEADER, "Authorization": f"Bearer {HEADER}"}
    extension.send("POST", f"/{PATH}?{QUERY}", PUPIL.encode(), headers)
    return nonces


def everything_in(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}

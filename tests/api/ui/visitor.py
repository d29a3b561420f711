"""Plays the operator's browser on the helper's own pages, with headers as browsers send them."""

import json
import re
from dataclasses import dataclass

from bs4 import BeautifulSoup

from tests.api.extension import PORT, Answer, Send

CSRF = re.compile(r'<meta name="csrf" content="([0-9a-f]{64})">')


@dataclass
class Visitor:
    """One browser window; after `enter` it holds its cookie and the secret of its pages."""

    send: Send
    port: int = PORT
    cookie: str = ""
    csrf: str = ""

    def enter(self, ticket: str) -> "Visitor":
        """Follow the ticket's address to the first page."""
        entered = self.try_ticket(ticket)
        assert entered.status == 303, entered
        self.cookie = entered.headers["Set-Cookie"].partition(";")[0]
        page = self.get(entered.headers["Location"])
        found = CSRF.search(page.body.decode())
        assert found, page
        self.csrf = found[1]
        return self

    def try_ticket(self, ticket: str) -> Answer:
        return self.get(f"/ui/enter?ticket={ticket}")

    def get(self, path: str = "/ui/") -> Answer:
        return self.send("GET", path, b"", {"Sec-Fetch-Site": "none", "Cookie": self.cookie})

    def read(self, path: str) -> BeautifulSoup:
        """A page that is there, as a tree."""
        answer = self.get(path)
        assert answer.status == 200, answer.body.decode()
        return BeautifulSoup(answer.body, "lxml")

    def post(self, path: str, body: object = None, **headers: str) -> Answer:
        """Press a button of the page; `headers` replace what its script sends."""
        usual = {
            "Origin": f"http://127.0.0.1:{self.port}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json",
            "X-Sverka": "1",
            "X-Sverka-Csrf": self.csrf,
            "Cookie": self.cookie,
        }
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.send("POST", path, json.dumps(body or {}).encode(), usual | named)

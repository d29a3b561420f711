"""Plays the extension's part of the loopback protocol, with headers as browsers send them."""

import hashlib
import hmac
import http.client
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient

from sverka.pairing.extension_id import EXTENSION_ID

PORT = 8765
CHROMIUM = f"chrome-extension://{EXTENSION_ID}"
FIREFOX = "moz-extension://0f8fad5b-d9cb-469f-a165-70867728950e"

Headers = Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """A response, whichever way it came."""

    status: int
    headers: Headers
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.body)
        return answer

    @property
    def code(self) -> str:
        """The code of the JSON error shape, whose keys are checked on the way."""
        error = self.json["error"]
        assert set(error) == {"code", "message", "hint"}
        return str(error["code"])


Send = Callable[[str, str, bytes, Headers], Answer]


def through_flask(client: FlaskClient, port: int = PORT) -> Send:
    """Ask the application in this process."""

    def send(method: str, path: str, body: bytes, headers: Headers) -> Answer:
        base_url = f"http://127.0.0.1:{port}"
        with client.open(
            path, method=method, base_url=base_url, data=body, headers=headers
        ) as response:
            return Answer(response.status_code, dict(response.headers), response.get_data())

    return send


def through_socket(port: int) -> Send:
    """Ask a helper that runs as a process of its own."""

    def send(method: str, path: str, body: bytes, headers: Headers) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        try:
            connection.request(method, path, body, dict(headers))
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    return send


def worker_headers(origin: str = CHROMIUM) -> dict[str, str]:
    """What a service worker's POST carries."""
    return {
        "Origin": origin,
        "Sec-Fetch-Site": "none" if origin == CHROMIUM else "same-origin",
        "Content-Type": "application/json",
        "X-Sverka": "1",
    }


def page(html: str = "<p>Это не отчёт.</p>", **changes: object) -> dict[str, object]:
    """A page request that passes every check of the door."""
    return {
        "schema": 1,
        "url": "https://sgo.example.test/report",
        "html": html,
        "title": "Отчёт",
        "captured_at": "2025-10-01T09:00:00+03:00",
        "source": "content",
        "context": {"module": "uo"},
        **changes,
    }


@dataclass
class Extension:
    """One installed extension; after `pair` it holds its token."""

    send: Send
    origin: str = CHROMIUM
    port: int = PORT
    token: str = ""
    client: str = ""
    server_id: str = ""

    def post(self, path: str, body: object, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.send("POST", path, data, worker_headers(self.origin) | named)

    def try_code(self, code: str, label: str = "Рабочий браузер") -> Answer:
        return self.post("/api/v1/pair", {"code": code, "label": label})

    def pair(self, code: str, label: str = "Рабочий браузер") -> "Extension":
        answer = self.try_code(code, label)
        assert answer.status == 200, answer.body
        given = answer.json
        self.token, self.client = given["token"], given["client"]
        self.server_id = given["server_id"]
        return self

    def greet(self, nonce: str | None = None) -> str:
        """Ask for a proof, check it, and return the nonce that is proven now."""
        nonce = nonce or secrets.token_hex(32)
        answer = self.post("/api/v1/hello", {"client": self.client, "nonce": nonce})
        assert answer.json["proof"] == self.expected_proof(nonce)
        return nonce

    def expected_proof(self, nonce: str) -> str:
        key = hashlib.sha256(self.token.encode()).digest()
        message = f"sverka-proof-v1|{self.client}|{nonce}|{self.server_id}|{self.port}"
        return hmac.new(key, message.encode(), hashlib.sha256).hexdigest()

    def send_page(self, nonce: str, body: object = None) -> Answer:
        return self.post(
            "/api/v1/pages",
            page() if body is None else body,
            Authorization=f"Bearer {self.token}",
            X_Sverka_Nonce=nonce,
        )

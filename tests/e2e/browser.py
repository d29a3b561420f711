"""Chromium with the extension in it, and names for the stand's hosts."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, ViewportSize, Worker

from sverka.pairing.extension_id import EXTENSION_ID
from tests.e2e.screens.waiting import eventually

CHROMIUM = "/usr/bin/chromium"
EXTENSION = Path(__file__).parents[2] / "extension"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WORKER_TIMEOUT_MS = 15_000
VIEWPORT = ViewportSize(width=1400, height=900)
NO_DETOURS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ExtensionBrowser:
    """A running browser and the extension it has loaded."""

    context: BrowserContext
    extension_id: str

    @property
    def worker(self) -> Worker:
        """The service worker as it runs now."""
        workers = [worker for worker in self.context.service_workers if is_ours(worker)]
        return workers[-1]

    def open(self, page: str) -> Page:
        """A page of the extension in a tab of its own."""
        tab = self.context.new_page()
        tab.goto(f"chrome-extension://{self.extension_id}/{page}")
        return tab

    def in_content_script(self, page: Page, expression: str) -> Any:
        """What `expression` gives in the extension's own world on a page."""
        session = self.context.new_cdp_session(page)
        worlds: list[dict[str, Any]] = []
        session.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]))
        session.send("Runtime.enable")
        origin = f"chrome-extension://{self.extension_id}"
        ours = eventually(
            page, lambda: [world["id"] for world in worlds if world["origin"] == origin], bool
        )
        assert ours, "the content script does not run there"
        asked = {"expression": expression, "contextId": ours[-1]}
        options = {"awaitPromise": True, "returnByValue": True}
        answer = session.send("Runtime.evaluate", {**asked, **options})
        session.detach()
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def kill_worker(self, page: Page) -> None:
        """End the service worker as the browser does with an idle one."""
        session = self.context.new_cdp_session(page)
        for worker in running_workers(session):
            session.send("Target.closeTarget", {"targetId": worker})
        left = eventually(page, lambda: running_workers(session), lambda found: not found)
        assert not left, "the service worker lives on"
        session.detach()


def is_ours(worker: Worker) -> bool:
    """Whether it is the worker of our extension and not of one loaded beside it."""
    return urlsplit(worker.url).netloc == EXTENSION_ID


def running_workers(session: CDPSession) -> list[str]:
    """The target ids of the service workers that run now."""
    targets = session.send("Target.getTargets")["targetInfos"]
    return [target["targetId"] for target in targets if target["type"] == "service_worker"]


def copy_for_hosts(target: Path, hosts: list[str]) -> Path:
    """A copy of the extension that already has the permission a person grants in the prompt."""
    shutil.copytree(EXTENSION, target)
    manifest_file = target / "manifest.json"
    manifest = json.loads(manifest_file.read_text(encoding="utf-8"))
    manifest["host_permissions"] += [f"http://{host}/*" for host in hosts]
    manifest_file.write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")
    return target


@contextmanager
def browser_with(
    playwright: Playwright,
    extension: Path,
    profile: Path,
    hosts: Mapping[str, str],
    *,
    headless: bool = True,
    display: str | None = None,
    detours: Mapping[str, str] = NO_DETOURS,
    beside: Sequence[Path] = (),
) -> Iterator[ExtensionBrowser]:
    """Launch Chromium; `hosts` says which local address answers for which host name.

    With a `display` of X it is shown there instead of running headless. `detours` lead from an
    address that is dialled to the one that answers; `beside` are foreign extensions.
    """
    extensions = ",".join(str(folder) for folder in (extension, *beside))
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        headless=headless and display is None,
        locale="ru-RU",
        viewport=VIEWPORT,
        env={**os.environ, "LANGUAGE": "ru", **({"DISPLAY": display} if display else {})},
        args=[
            *FLAGS,
            resolver_rule(hosts, detours),
            public_addresses(hosts),
            f"--disable-extensions-except={extensions}",
            f"--load-extension={extensions}",
        ],
    )
    try:
        # A broken manifest gives no error at all, only no worker.
        if not any(map(is_ours, context.service_workers)):
            context.wait_for_event("serviceworker", is_ours, timeout=WORKER_TIMEOUT_MS)
        yield ExtensionBrowser(context, EXTENSION_ID)
    finally:
        context.close()


def resolver_rule(hosts: Mapping[str, str], detours: Mapping[str, str] = NO_DETOURS) -> str:
    """The flag that sends each host name to the local address that answers for it."""
    rules = {f"{host}:80": urlsplit(url).netloc for host, url in hosts.items()} | dict(detours)
    return f"--host-resolver-rules={','.join(f'MAP {a} {b}' for a, b in rules.items())}"


def public_addresses(hosts: Mapping[str, str]) -> str:
    """The flag that makes the stands count as sites of the internet, as СГО mostly is.

    Chromium then watches what such a site asks of this computer.
    """
    spaces = (f"{urlsplit(url).netloc}=public" for url in hosts.values())
    return f"--ip-address-space-overrides={','.join(spaces)}"

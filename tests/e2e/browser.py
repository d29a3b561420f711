"""Chromium with the extension in it, and names for the stand's hosts."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, ViewportSize, Worker

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


@dataclass(frozen=True, slots=True)
class ExtensionBrowser:
    """A running browser and the extension it has loaded."""

    context: BrowserContext
    extension_id: str

    @property
    def worker(self) -> Worker:
        """The service worker as it runs now."""
        return self.context.service_workers[-1]

    def open(self, page: str) -> Page:
        """A page of the extension in a tab of its own."""
        tab = self.context.new_page()
        tab.goto(f"chrome-extension://{self.extension_id}/{page}")
        return tab

    def kill_worker(self, page: Page) -> None:
        """End the service worker as the browser does with an idle one."""
        session = self.context.new_cdp_session(page)
        for worker in running_workers(session):
            session.send("Target.closeTarget", {"targetId": worker})
        left = eventually(page, lambda: running_workers(session), lambda found: not found)
        assert not left, "the service worker lives on"
        session.detach()


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
) -> Iterator[ExtensionBrowser]:
    """Launch Chromium; `hosts` says which local address answers for which host name.

    With a `display` of X it is shown there instead of running headless.
    """
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        headless=headless and display is None,
        locale="ru-RU",
        viewport=VIEWPORT,
        env={**os.environ, "LANGUAGE": "ru", **({"DISPLAY": display} if display else {})},
        args=[
            *FLAGS,
            resolver_rule(hosts),
            public_addresses(hosts),
            f"--disable-extensions-except={extension}",
            f"--load-extension={extension}",
        ],
    )
    try:
        # A broken manifest gives no error at all, only no worker.
        workers = context.service_workers
        worker = workers[0] if workers else _wait_for_worker(context)
        yield ExtensionBrowser(context, urlsplit(worker.url).netloc)
    finally:
        context.close()


def _wait_for_worker(context: BrowserContext) -> Worker:
    worker: Worker = context.wait_for_event("serviceworker", timeout=WORKER_TIMEOUT_MS)
    return worker


def resolver_rule(hosts: Mapping[str, str]) -> str:
    """The flag that sends each host name to the local address that answers for it."""
    rules = (f"MAP {host}:80 {urlsplit(url).netloc}" for host, url in hosts.items())
    return f"--host-resolver-rules={','.join(rules)}"


def public_addresses(hosts: Mapping[str, str]) -> str:
    """The flag that makes the stands count as sites of the internet, as СГО mostly is.

    Chromium then watches what such a site asks of this computer.
    """
    spaces = (f"{urlsplit(url).netloc}=public" for url in hosts.values())
    return f"--ip-address-space-overrides={','.join(spaces)}"

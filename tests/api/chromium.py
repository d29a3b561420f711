"""Chromium for tests of the helper alone: without our extension, or with one of the test."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, Worker

from tests.e2e.browser import CHROMIUM, FLAGS, WORKER_TIMEOUT_MS


@contextmanager
def with_extension(
    playwright: Playwright, folder: Path, manifest: Mapping[str, object]
) -> Iterator[tuple[BrowserContext, Worker]]:
    """Chromium with an extension that has this manifest and an empty worker.

    The profile is `folder / "profile"`.
    """
    extension = folder / "extension"
    extension.mkdir(parents=True)
    usual = {"manifest_version": 3, "name": "test", "version": "1"}
    background = {"background": {"service_worker": "worker.js"}}
    (extension / "worker.js").touch()
    (extension / "manifest.json").write_text(json.dumps({**usual, **background, **manifest}))
    loaded = [f"--disable-extensions-except={extension}", f"--load-extension={extension}"]
    with playwright.chromium.launch_persistent_context(
        folder / "profile", executable_path=CHROMIUM, args=[*FLAGS, *loaded]
    ) as context:
        workers = context.service_workers
        yield (
            context,
            workers[0]
            if workers
            else context.wait_for_event("serviceworker", timeout=WORKER_TIMEOUT_MS),
        )

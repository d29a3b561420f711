"""A real browser starts the helper by native messaging, and the helper outlives the browser."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, Worker

from sverka.datadir import DataDir
from sverka.native.browsers import Browser, Family
from sverka.native.manifests import launcher_of, write_launcher
from sverka.native.names import HOST_NAME
from sverka.native.places import LinuxPlaces
from sverka.process import find_answering, find_running
from tests.api.chromium import with_extension
from tests.api.extension import Extension, through_socket
from tests.api.helper_process import command

OUR_MANIFEST = Path(__file__).parents[3] / "extension" / "manifest.json"
ASK = f"""() => chrome.runtime.sendNativeMessage("{HOST_NAME}", {{schema: 1, command: "start"}})"""


@pytest.fixture
def profile(tmp_path: Path, data_dir: DataDir) -> Path:
    """The folder of a browser whose profile was told of the host."""
    folder = tmp_path / "browser"
    (folder / "profile").mkdir(parents=True)
    browser = Browser("chromium", Family.CHROMIUM, "profile/NativeMessagingHosts", "")
    write_launcher(data_dir)
    LinuxPlaces(folder, launcher_of(data_dir)).tell(browser)
    return folder


def test_extension_is_answered_and_the_helper_outlives_the_browser(
    playwright: Playwright, profile: Path, data_dir: DataDir, port: int
) -> None:
    key = json.loads(OUR_MANIFEST.read_text(encoding="utf-8"))["key"]
    ours = {"key": key, "permissions": ["nativeMessaging"]}
    with with_extension(playwright, profile, ours) as (_, worker):
        answer = worker.evaluate(ASK)
    assert answer["port"] == port
    assert find_answering(data_dir)
    extension = Extension(through_socket(port), port=port).pair(answer["code"])
    assert extension.send_page(extension.greet()).status == 200
    assert command(data_dir, "stop").stdout == "«Сверка» остановлена.\n"


def test_foreign_extension_is_refused_by_the_browser(
    playwright: Playwright, profile: Path, data_dir: DataDir
) -> None:
    foreign = {"permissions": ["nativeMessaging"]}
    with with_extension(playwright, profile, foreign) as (_, worker):
        assert "forbidden" in refusal(worker)
    assert find_running(data_dir) is None


def refusal(worker: Worker) -> str:
    return str(worker.evaluate(f"() => ({ASK})().catch((error) => error.message)"))

"""What `install-native` writes, for which browsers, and that nothing of it stays behind."""

import json
import subprocess
from pathlib import Path

import pytest

from sverka.datadir import DataDir
from sverka.native.browsers import Family, browsers
from sverka.native.install import Outcome, install, uninstall
from sverka.native.manifests import batch_file, launcher_of, manifest, shell_script
from sverka.native.names import CHROMIUM_ORIGIN, FIREFOX_ID, HOST_NAME
from sverka.native.places import LinuxPlaces, Places, WindowsPlaces
from tests.unit.native.talk import START, framed, unframed

ROOT = Path(__file__).parents[3]


class FakeRegistry:
    """The registry as a dictionary of keys and their default values."""

    def __init__(self, *keys: str) -> None:
        self.keys = dict.fromkeys(keys, "")

    def has(self, key: str) -> bool:
        return any(known == key or known.startswith(f"{key}\\") for known in self.keys)

    def read(self, key: str) -> str | None:
        return self.keys.get(key)

    def write(self, key: str, value: str) -> None:
        self.keys[key] = value

    def delete(self, key: str) -> None:
        del self.keys[key]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home where Chrome and Firefox were started once."""
    home = tmp_path / "home"
    for folder in (".config/google-chrome/Default", ".mozilla/firefox"):
        (home / folder).mkdir(parents=True)
    return home


@pytest.fixture
def linux(home: Path, data_dir: DataDir) -> LinuxPlaces:
    return LinuxPlaces(home, launcher_of(data_dir))


@pytest.fixture
def registry() -> FakeRegistry:
    """A registry where Yandex Browser and Firefox left their keys."""
    return FakeRegistry(r"Software\Yandex\YandexBrowser\BLBeacon", r"Software\Mozilla\Firefox")


@pytest.fixture
def windows(registry: FakeRegistry, data_dir: DataDir) -> WindowsPlaces:
    return WindowsPlaces(registry, launcher_of(data_dir))


def tree(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def told(data_dir: DataDir, places: Places, *chosen: str) -> dict[str, Outcome]:
    return {done.browser.id: done.outcome for done in install(data_dir, places, chosen)}


def test_browsers_that_are_there_are_told_and_the_others_named(
    data_dir: DataDir, linux: LinuxPlaces, home: Path
) -> None:
    assert told(data_dir, linux) == {
        "chrome": Outcome.TOLD,
        "firefox": Outcome.TOLD,
        **dict.fromkeys(("chromium", "chromium-gost", "edge", "yandex"), Outcome.NOT_THERE),
    }
    assert {str(file.relative_to(home)) for file in home.rglob("*.json")} == {
        f".config/google-chrome/NativeMessagingHosts/{HOST_NAME}.json",
        f".mozilla/native-messaging-hosts/{HOST_NAME}.json",
    }


def test_chosen_browser_alone_is_told(data_dir: DataDir, linux: LinuxPlaces, home: Path) -> None:
    assert told(data_dir, linux, "firefox") == {"firefox": Outcome.TOLD}
    assert len(list(home.rglob("*.json"))) == 1


def test_uninstalling_leaves_home_and_data_as_they_were(
    data_dir: DataDir, linux: LinuxPlaces, home: Path
) -> None:
    before = tree(home), tree(data_dir.path)
    install(data_dir, linux)
    outcomes = {done.browser.id: done.outcome for done in uninstall(data_dir, linux)}
    assert outcomes["chrome"] is Outcome.FORGOTTEN
    assert outcomes["edge"] is Outcome.NOT_TOLD
    assert (tree(home), tree(data_dir.path)) == before


def test_uninstalling_leaves_other_programs_hosts(
    data_dir: DataDir, linux: LinuxPlaces, home: Path
) -> None:
    install(data_dir, linux)
    other = home / ".config/google-chrome/NativeMessagingHosts/org.example.other.json"
    other.write_text("{}", encoding="utf-8")
    uninstall(data_dir, linux)
    assert tree(other.parent) == {other.name}


def test_uninstalling_leaves_what_another_installation_wrote(
    data_dir: DataDir, linux: LinuxPlaces, home: Path
) -> None:
    install(data_dir, linux)
    other = DataDir.locate(data_dir.path.parent / "other")
    outcomes = {d.outcome for d in uninstall(other, LinuxPlaces(home, launcher_of(other)))}
    assert outcomes == {Outcome.NOT_TOLD}
    assert len(list(home.rglob("*.json"))) == 2
    assert launcher_of(data_dir).exists()


def test_launcher_stays_while_a_browser_calls_it(data_dir: DataDir, linux: LinuxPlaces) -> None:
    install(data_dir, linux)
    uninstall(data_dir, linux, ["chrome"])
    assert launcher_of(data_dir).exists()
    uninstall(data_dir, linux, ["firefox"])
    assert not data_dir.native_folder.exists()


def test_installing_twice_changes_nothing(
    data_dir: DataDir, linux: LinuxPlaces, home: Path
) -> None:
    install(data_dir, linux)
    before = tree(home), tree(data_dir.path)
    install(data_dir, linux)
    assert (tree(home), tree(data_dir.path)) == before


def test_keys_lead_to_manifests_beside_the_launcher(
    data_dir: DataDir, windows: WindowsPlaces, registry: FakeRegistry
) -> None:
    outcomes = told(data_dir, windows)
    assert {name for name, outcome in outcomes.items() if outcome is Outcome.TOLD} == {
        "yandex",
        "firefox",
    }
    for key, allowed in (
        (r"Software\Yandex\YandexBrowser\NativeMessagingHosts", "allowed_origins"),
        (r"Software\Mozilla\NativeMessagingHosts", "allowed_extensions"),
    ):
        named = json.loads(Path(registry.keys[f"{key}\\{HOST_NAME}"]).read_text(encoding="utf-8"))
        assert allowed in named
        assert named["path"] == str(launcher_of(data_dir))


def test_uninstalling_leaves_the_registry_as_it_was(
    data_dir: DataDir, windows: WindowsPlaces, registry: FakeRegistry
) -> None:
    before = dict(registry.keys)
    install(data_dir, windows)
    assert len(registry.keys) == len(before) + 2
    uninstall(data_dir, windows)
    assert registry.keys == before
    assert not data_dir.native_folder.exists()


def test_uninstalling_leaves_a_key_that_leads_elsewhere(
    data_dir: DataDir, windows: WindowsPlaces, registry: FakeRegistry
) -> None:
    install(data_dir, windows)
    key = rf"Software\Mozilla\NativeMessagingHosts\{HOST_NAME}"
    registry.write(key, r"C:\other\firefox.json")
    uninstall(data_dir, windows)
    assert registry.read(key) == r"C:\other\firefox.json"


def test_place_is_shown_as_the_operator_finds_it(
    linux: LinuxPlaces, windows: WindowsPlaces, home: Path
) -> None:
    edge = browsers()["edge"]
    folder = home / ".config/microsoft-edge/NativeMessagingHosts"
    assert linux.place(edge) == str(folder / f"{HOST_NAME}.json")
    assert windows.place(edge) == (
        rf"HKEY_CURRENT_USER\Software\Microsoft\Edge\NativeMessagingHosts\{HOST_NAME}"
    )


def test_manifests_admit_our_extension_alone(tmp_path: Path) -> None:
    launcher = tmp_path / "launcher"
    chromium, firefox = (json.loads(manifest(launcher, family)) for family in Family)
    assert chromium["allowed_origins"] == [CHROMIUM_ORIGIN]
    assert firefox["allowed_extensions"] == [FIREFOX_ID]
    for content in (chromium, firefox):
        assert (content["name"], content["type"]) == (HOST_NAME, "stdio")
        assert Path(content["path"]).is_absolute()
        assert ("allowed_origins" in content) != ("allowed_extensions" in content)


def test_extension_of_firefox_is_the_one_its_manifest_names() -> None:
    source = (ROOT / "extension" / "manifest.json").read_text(encoding="utf-8")
    assert json.loads(source)["browser_specific_settings"]["gecko"]["id"] == FIREFOX_ID


def test_launcher_starts_the_host_from_any_folder(
    data_dir: DataDir, linux: LinuxPlaces, port: int, tmp_path: Path
) -> None:
    install(data_dir, linux)
    said = subprocess.run(
        [launcher_of(data_dir), CHROMIUM_ORIGIN],
        input=framed(START),
        env={"PATH": "/usr/bin:/bin"},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        check=True,
    )
    ((answer,), rest) = unframed(said.stdout)
    assert (answer["port"], rest) == (port, b"")


def test_shell_script_takes_folders_as_they_are_called() -> None:
    script = shell_script(Path("/opt/o'ne two/python"), Path("/home/Иван $HOME"))
    ended = subprocess.run(
        ["/bin/sh", "-c", script.replace("exec ", "; exec printf '%s|' \"$SVERKA_DATA_DIR\" ")],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert ended.stdout.startswith("/home/Иван $HOME|/opt/o'ne two/python|-P|-m|sverka.native|")


def test_batch_file_takes_folders_as_they_are_called() -> None:
    script = batch_file(Path("C:/Program Files/python.exe"), Path("C:/100% Иван"))
    assert script.startswith("@echo off\r\nchcp 65001 >nul\r\n")
    assert 'set "SVERKA_DATA_DIR=C:/100%% Иван"\r\n' in script
    assert '"C:/Program Files/python.exe" -P -m sverka.native %*\r\n' in script

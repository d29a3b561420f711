"""What surrounds the ledger: disk, private files, port, browsers, versions."""

import platform
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from sverka import __version__
from sverka.datadir import DataDir
from sverka.doctor.findings import Finding, fault, fine, notice, told
from sverka.errors import SverkaError
from sverka.native.browsers import browsers
from sverka.native.places import places_of
from sverka.pairing.clients import ClientStore
from sverka.process import find_answering, listening
from sverka.settings import load_settings

_MEGABYTE = 1024 * 1024
_LITTLE_SPACE = 1024
_NO_SPACE = 100
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
#: Beside the helper where it runs from its source code.
_EXTENSION = Path(__file__).resolve().parents[3] / "extension" / "manifest.json"


def examine_computer(data_dir: DataDir) -> Iterator[Finding]:
    """Look at everything but the ledger."""
    yield _disk(data_dir)
    yield _modes(data_dir)
    yield _port(data_dir)
    yield _pairing(data_dir)
    yield _native(data_dir)
    yield _versions()


def _disk(data_dir: DataDir) -> Finding:
    free = shutil.disk_usage(data_dir.path).free // _MEGABYTE
    if free < _NO_SPACE:
        return fault("disk", "disk-full", free=free)
    if free < _LITTLE_SPACE:
        return notice("disk", "disk-little", free=free)
    return fine("disk", "disk-fine", free=free)


def _modes(data_dir: DataDir) -> Finding:
    """Files that others might read if they could enter the directory, as the operator's own can."""
    if sys.platform == "win32":
        return fine("files", "files-fine")
    own = {data_dir.settings_file, data_dir.native_folder}
    wide = [
        file.name
        for file in sorted(data_dir.path.iterdir())
        if file not in own and _is_open_to_others(file)
    ]
    if wide:
        return notice("files", "files-wide", files=", ".join(wide), folder=data_dir.path)
    return fine("files", "files-fine")


def _is_open_to_others(file: Path) -> bool:
    try:
        return bool(file.stat().st_mode & _OTHERS)
    except OSError:
        # The draft of a file has taken its place meanwhile, or a link leads nowhere.
        return False


def _port(data_dir: DataDir) -> Finding:
    try:
        settings = load_settings(data_dir.settings_file)
        if running := find_answering(data_dir):
            return fine("port", "port-running", port=running.port)
        with listening(settings.port, data_dir):
            return fine("port", "port-free", port=settings.port)
    except SverkaError as trouble:
        return told("port", trouble)


def _pairing(data_dir: DataDir) -> Finding:
    try:
        count = len(ClientStore(data_dir.clients_file, time.time).all())
    except SverkaError as trouble:
        return told("pairing", trouble)
    return fine("pairing", "pairing-fine", count=count) if count else notice("pairing", "unpaired")


def _native(data_dir: DataDir) -> Finding:
    places = places_of(data_dir)
    named = [browser.name for browser in browsers().values() if places.is_told(browser)]
    if named:
        return fine("native", "native-told", names=", ".join(named))
    return fine("native", "native-not-told")


def _versions() -> Finding:
    values = {
        "helper": __version__,
        "python": platform.python_version(),
        "sqlcipher": _sqlcipher(),
    }
    extension = _extension()
    if extension not in (None, __version__):
        return notice("versions", "versions-differ", extension=extension, **values)
    return fine("versions", "versions-fine", **values)


def _sqlcipher() -> str:
    connection = sqlcipher.connect(":memory:")
    try:
        (version,) = connection.execute("PRAGMA cipher_version").fetchone()
        return str(version)
    finally:
        connection.close()


def _extension() -> str | None:
    if not _EXTENSION.exists():
        return None
    return str(msgspec.json.decode(_EXTENSION.read_bytes())["version"])

"""What tests start from: an empty data directory, settings, a clock, and the HTTP door."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from sverka.app import create_app
from sverka.datadir import DataDir
from sverka.pairing.clients import ClientStore
from sverka.pairing.codes import PairingCodes
from sverka.settings import Settings
from sverka.web.services import services_of
from tests.api.extension import PORT, Extension, Send, through_flask
from tests.api.helper_process import HelperProcess, running_helper
from tests.clock import Clock


@pytest.fixture(autouse=True, scope="session")
def no_key_store() -> Iterator[None]:
    """Neither a test nor a helper that it starts reaches for the key store of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield


@pytest.fixture
def far_east() -> Iterator[None]:
    """The clock of Kamchatka, where a working day begins on the evening before by UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "PETT-12")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    return DataDir.locate(tmp_path / "data")


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(data_dir: DataDir, settings: Settings, clock: Clock) -> Iterator[Flask]:
    app = create_app(data_dir, settings, PORT, now=clock, steady=clock.steady)
    yield app
    services_of(app).ledger_keeper.close()


@pytest.fixture
def send(app: Flask) -> Send:
    return through_flask(app.test_client())


@pytest.fixture
def codes(data_dir: DataDir, clock: Clock) -> PairingCodes:
    return PairingCodes(data_dir.pairing_file, clock)


@pytest.fixture
def clients(data_dir: DataDir, clock: Clock) -> ClientStore:
    return ClientStore(data_dir.clients_file, clock)


@pytest.fixture
def stranger(send: Send) -> Extension:
    """The extension before it was paired."""
    return Extension(send)


@pytest.fixture
def paired(send: Send, codes: PairingCodes) -> Extension:
    return Extension(send).pair(codes.make().code)


@pytest.fixture
def helper_process(data_dir: DataDir) -> Iterator[HelperProcess]:
    with running_helper(data_dir) as process:
        yield process

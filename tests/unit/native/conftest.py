"""A place to start the helper from, where none is left running."""

from collections.abc import Iterator

import pytest

from sverka.datadir import DataDir
from tests.api.helper_process import free_port


@pytest.fixture
def port(data_dir: DataDir) -> Iterator[int]:
    """The port the helper will be started on."""
    with free_port(data_dir) as port:
        yield port

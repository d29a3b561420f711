"""The clock for what lives in memory goes its own way."""

import pytest

from sverka.steady import steady_seconds


def test_setting_the_computers_time_does_not_move_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = steady_seconds()
    monkeypatch.setattr("time.time", lambda: -3600.0)
    assert 0 <= steady_seconds() - before < 3600

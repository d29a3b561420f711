"""Clocks that go when the test says so."""


class Clock:
    """Stands still until it is moved; called, it says the time in seconds."""

    def __init__(self) -> None:
        self._seconds = 1_800_000_000.0
        self._steady_seconds = 0.0

    def __call__(self) -> float:
        return self._seconds

    def steady(self) -> float:
        """The seconds that have really passed."""
        return self._steady_seconds

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self._seconds += seconds
        self._steady_seconds += seconds

    def set_back(self, seconds: float) -> None:
        """Somebody sets the computer's clock; no time passes."""
        self._seconds -= seconds

"""A clock that goes when the test says so."""


class Clock:
    """Stands still until it is moved; called, it says the time in seconds."""

    def __init__(self) -> None:
        self._seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self._seconds

    def move(self, seconds: float) -> None:
        self._seconds += seconds

"""A clock for what lives in memory: it counts on while nobody's setting of the time moves it."""

import sys
import time


def steady_seconds() -> float:
    """Seconds since some moment, the computer's sleep included where the system tells."""
    if sys.platform == "linux":
        # The monotonic clock of Linux stands still in sleep, and a visit would outlast the night.
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()

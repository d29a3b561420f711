"""How a command ends that has worked on a page."""

from typing import NamedTuple


class Worked(NamedTuple):
    """What a command ended with, and what it worked on, kept until the process is gone."""

    code: int
    kept: object

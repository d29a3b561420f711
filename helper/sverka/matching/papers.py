"""What the numbers of two accounts' papers prove: one child, or perhaps two."""

from enum import StrEnum

from sverka.matching.accounts import Account
from sverka.pages.records import NO_PAPERS


class Paper(StrEnum):
    """The papers whose numbers no two people share."""

    SNILS = "snils"
    CERTIFICATE = "certificate"


def same_paper(a: Account, b: Account) -> Paper | None:
    """The paper that is printed for both with one number."""
    if _tell_nothing(a, b):
        return None
    return next((paper for paper in Paper if _numbers(a, b, paper) == 1), None)


def papers_differ(a: Account, b: Account) -> Paper | None:
    """The paper that is printed for both with two numbers.

    A certificate may have been issued anew: where СНИЛС is the same, another number proves nothing.
    """
    if _tell_nothing(a, b):
        return None
    snils = _numbers(a, b, Paper.SNILS)
    if snils > 1:
        return Paper.SNILS
    differ = snils == 0 and _numbers(a, b, Paper.CERTIFICATE) > 1
    return Paper.CERTIFICATE if differ else None


def _tell_nothing(a: Account, b: Account) -> bool:
    """As on every report: thousands of pairs are asked, and should not wait."""
    return a.papers is NO_PAPERS or b.papers is NO_PAPERS


def _numbers(a: Account, b: Account, paper: Paper) -> int:
    """How many numbers of it the two have; 0 where only one of them tells any."""
    left, right = getattr(a.papers, paper), getattr(b.papers, paper)
    return len({left, right}) if left and right else 0

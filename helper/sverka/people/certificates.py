"""The Russian birth certificate: `IV-АИ № 123456`."""

from enum import StrEnum

from msgspec import Struct

from sverka.people.blanks import is_blank
from sverka.people.documents import join_cells, read_roman_series, spelled
from sverka.people.folding import fold_name
from sverka.texts import text

_NO_NUMBER = "000000"


class CertificateProblem(StrEnum):
    """What is wrong with the series and number of a birth certificate."""

    NOT_ROMAN = "not-roman"
    NUMERAL = "numeral"
    LETTERS = "letters"
    NUMBER = "number"
    PLACEHOLDER = "placeholder"


class ReadCertificate(Struct, frozen=True, gc=False):
    """The series and number as `IV-АИ № 123456`, or the problem."""

    value: str | None = None
    problem: CertificateProblem | None = None

    @property
    def message(self) -> str:
        """What is wrong and what to check; empty where nothing is wrong."""
        return text(f"people.certificate.{self.problem}") if self.problem else ""


def read_certificate(series_and_number: str) -> ReadCertificate:
    """Read a Russian birth certificate; what says «none» is none, and no problem."""
    if is_blank(fold_name(series_and_number)):
        return ReadCertificate()
    read = read_roman_series(spelled(series_and_number))
    if read.problem:
        return ReadCertificate(problem=CertificateProblem(read.problem.value))
    if read.number == _NO_NUMBER:
        return ReadCertificate(problem=CertificateProblem.PLACEHOLDER)
    return ReadCertificate(f"{read.series} № {read.number}")


def read_certificate_cells(series: str, number: str) -> ReadCertificate:
    """Read a certificate whose series and number stand in cells of their own."""
    return read_certificate(join_cells(series, number))

"""The histories of the stand: each case tells how a pair of the report is decided by movement.

A history is a document other than the account's own first enrolment in its present organisation.
"""

from collections.abc import Callable
from datetime import date

from tests.stand import cases as families
from tests.stand.cases import by_dates, delete, keep, undecided
from tests.stand.cast import Cast
from tests.stand.model import Family, Line, Organisation, Truth
from tests.stand.movement.model import Document, History, Kind, Movement

OTHER_ORGANISATION = "В другую образовательную организацию"
OTHER_REGION = "За пределы региона"
PRIMARY = "Начальное общее образование"


def enrolment(line: Line, day: str | None = None, source: str = "") -> Document:
    """The account's enrolment in its present organisation."""
    enrolled = date.fromisoformat(day) if day else line.enrolled
    if enrolled is None:
        raise ValueError("this line prints no date of enrolment: give one")
    target = tuple(text for text in (line.place.name, line.class_) if text)
    number = f"{line.number % 90 + 1}-у"
    return Document(
        Kind.ENROLMENT,
        number,
        enrolled,
        line.place.name,
        (source,) if source else (),
        target,
        PRIMARY,
    )


def departure(line: Line, target: str, kind: Kind = Kind.DEPARTURE) -> Document:
    """The account's departure on the day the report prints."""
    if line.departed is None:
        raise ValueError("this line prints no date of departure")
    source = (line.place.name, line.class_)
    return Document(kind, "17-в", line.departed, line.place.name, source, (target,), PRIMARY)


def earlier(place: Organisation, left: int = 2022) -> History:
    """Some years in another organisation before the present one."""
    name, group = place.name, "Подготовительная группа"
    return (
        Document(Kind.ENROLMENT, "3-д", date(left - 3, 9, 2), name, (), (name, group)),
        Document(Kind.DEPARTURE, "9-д", date(left, 5, 31), name, (name, group), ("В школу",)),
    )


def inside(line: Line, kind: Kind, day: str, class_before: str) -> Document:
    """A document of the same organisation: two lines in «из» and two in «в»."""
    name = line.place.name
    source, target = (name, class_before), (name, line.class_)
    return Document(kind, "44-у", date.fromisoformat(day), name, source, target, PRIMARY)


def next_year(line: Line) -> Document:
    """The transfer from class 3 to class 4."""
    return inside(line, Kind.YEAR_CHANGE, "2025-08-29", f"3{line.class_[-1]}")


def decided(
    family: Family,
    histories: tuple[History, ...],
    *truth: Truth,
    notes: tuple[tuple[str, ...], ...] = (),
    parent_on: int = 0,
) -> Movement:
    """Without `notes` nothing annotates."""
    return Movement(family, histories, truth, notes or ((),) * len(truth), parent_on)


def attached_with_history(cast: Cast) -> Movement:
    """Cause 3: the attached account came from a kindergarten, so it is the one to keep."""
    family = families.attached(cast)
    first, second = family.lines
    histories = ((*earlier(cast.kindergarten(), 2025), enrolment(first)), (enrolment(second),))
    return decided(family, histories, keep("D-11"), delete("D-11"))


def equal_dates_with_history(cast: Cast) -> Movement:
    """Dates tell nothing; the second account was moved on from year to year."""
    family = families.equal_dates(cast)
    first, second = family.lines
    histories = ((enrolment(first),), (*earlier(cast.kindergarten()), enrolment(second)))
    return decided(family, histories, delete("D-11"), keep("D-11"), parent_on=1)


def equal_dates_both_with_history(cast: Cast) -> Movement:
    """Both accounts hold a history: deleting either would lose one."""
    family = families.equal_dates(cast)
    first, second = family.lines
    histories = (
        (*earlier(cast.kindergarten(0)), enrolment(first)),
        (*earlier(cast.kindergarten(1)), enrolment(second)),
    )
    return decided(family, histories, undecided("D-11"), undecided("D-11"))


def equal_dates_without_history(cast: Cast) -> Movement:
    """Neither account holds a history and the documents are of one day: the numbers remain."""
    family = families.equal_dates(cast)
    first, second = family.lines
    return decided(
        family, ((enrolment(first),), (enrolment(second),)), keep("D-25"), delete("D-25")
    )


def dates_from_documents(cast: Cast) -> Movement:
    """The report prints no dates; the documents of enrolment do."""
    family = families.no_dates(cast)
    first, second = family.lines
    histories = ((enrolment(first, "2024-09-02"),), (enrolment(second, "2025-09-05"),))
    return decided(family, histories, keep("D-03"), delete("D-03"))


def history_against_number(cast: Cast) -> Movement:
    """Date and number point to different accounts; the history to the one created first."""
    family = families.number_against_date(cast)
    back_dated, first_created = family.lines
    histories = (
        (enrolment(back_dated),),
        (
            *earlier(cast.kindergarten()),
            enrolment(first_created),
            inside(first_created, Kind.TRANSFER, "2025-09-15", "4а"),
        ),
    )
    return decided(family, histories, delete("D-11"), keep("D-11"), parent_on=1)


def history_against_entry(cast: Cast) -> Movement:
    """Date and way of entry point to different accounts; the earlier one holds the history."""
    family = families.entry_against_date(cast)
    first, second = family.lines
    stayed = inside(first, Kind.STAYING, "2025-08-29", first.class_)
    histories = ((enrolment(first), stayed), (enrolment(second),))
    return decided(family, histories, keep("D-11"), delete("D-11"))


def additional_without_history(cast: Cast) -> Movement:
    """Additional education was first, but the school's account came from a kindergarten."""
    family = families.additional_first(cast)
    additional, pupil = family.lines
    histories = ((enrolment(additional),), (*earlier(cast.kindergarten()), enrolment(pupil)))
    return decided(family, histories, delete("D-11"), keep("D-11"), parent_on=1)


def parent_on_the_later(cast: Cast) -> Movement:
    """The only link to the parent is on the account that would be deleted (D-12)."""
    family = families.not_departed(cast)
    first, second = family.lines
    histories = ((enrolment(first), next_year(first)), (enrolment(second),))
    return decided(family, histories, keep("D-11"), undecided("D-12"), parent_on=1)


def graduated_but_enrolled(cast: Cast) -> Movement:
    """«Выпуск» out of class 4, and yet enrolled elsewhere: the reason is wrong (D-19)."""
    family = families.departed_in_time(cast)
    first, second = family.lines
    left = departure(first, OTHER_REGION, Kind.GRADUATION)
    histories = ((enrolment(first), left), (enrolment(second),))
    return decided(family, histories, keep("D-11"), delete("D-11"), notes=(("D-19",), ()))


def lost_between_schools(cast: Cast) -> Movement:
    """Departed to another organisation in March, enrolled nowhere until September (D-20)."""
    first = cast.line(1, cast.school(0), "4а", "2022-09-01", "2025-03-03")
    second = cast.line(2, cast.school(1), "4б", "2025-09-01")
    family = families.family(by_dates(keep("D-01"), delete("D-01")), first, second)
    histories = (
        (enrolment(first), departure(first, OTHER_ORGANISATION)),
        (enrolment(second, source=first.place.name),),
    )
    return decided(family, histories, keep("D-11"), delete("D-11"), notes=(("D-20",), ()))


MOVEMENTS: tuple[Callable[[Cast], Movement], ...] = (
    attached_with_history,
    equal_dates_with_history,
    equal_dates_both_with_history,
    equal_dates_without_history,
    dates_from_documents,
    history_against_number,
    history_against_entry,
    additional_without_history,
    parent_on_the_later,
    graduated_but_enrolled,
    lost_between_schools,
)

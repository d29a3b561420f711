"""The table of the rules: for each one where it fires, and where its neighbour takes over.

The title says what the case is about; of two accounts the first is the earlier one.
"""

from sverka.advice.vocabulary import Advice, Cause, Confidence
from sverka.pages.records import NO_PAPERS, Papers
from sverka.people.names import Sex
from tests.unit.advice.people import (
    ADDITIONAL,
    COLLEGE,
    EARLY,
    IMPORT,
    KINDERGARTEN,
    LATE,
    LINKED,
    ORDER,
    OTHER_ADDITIONAL,
    OTHER_SCHOOL,
    PAPERS,
    QUICK,
    SCHOOL,
    THIRD_SCHOOL,
    Expected,
    account,
    case,
    clone,
)

KEEP_EARLIER = (Advice.KEEP, Advice.DELETE)
UNDECIDED = (Advice.UNDECIDED,)
NOT_DUPLICATE = (Advice.NOT_DUPLICATE,)
FIX = (Advice.FIX_DATES,)

FIX_DATES = Expected("D-00", "dates", FIX, Cause.OTHER)
FIX_UNKNOWN = Expected("D-00", "dates-unknown", FIX, Cause.OTHER)
FIX_TOUCHING = Expected("D-00", "dates", FIX, Cause.SAME_DATE)
PRINTED_TWICE = Expected("D-00", "repeated", NOT_DUPLICATE, Cause.OTHER)
EARLIER_STAYS = Expected("D-01", "remove", KEEP_EARLIER, Cause.OTHER)
NOT_DEPARTED = Expected("D-03", "remove", KEEP_EARLIER, Cause.NOT_DEPARTED)
DEPARTED_LATE = Expected("D-03", "late", KEEP_EARLIER, Cause.NOT_DEPARTED)
KINDERGARTEN_LATE = Expected("D-04", "late", KEEP_EARLIER, Cause.NOT_DEPARTED)
KINDERGARTEN_STAYS = Expected("D-04", "remove", KEEP_EARLIER, Cause.NOT_DEPARTED)
SCHOOL_EARLIER = Expected("D-04", "school-earlier", UNDECIDED, Cause.NOT_DEPARTED)
SAME_DATE = Expected("D-05", "remove", KEEP_EARLIER, Cause.SAME_DATE)
ATTACHED = Expected("D-06", "attached", UNDECIDED, Cause.ATTACHED)
TWO_CLASSES = Expected("D-06", "two-classes", UNDECIDED, Cause.OTHER)
ADDITIONAL_EARLIER = Expected("D-07", "additional-earlier", UNDECIDED, Cause.ADDITIONAL_EDUCATION)
ENTRY_UNKNOWN = Expected("D-07", "entry-unknown", UNDECIDED, Cause.ADDITIONAL_EDUCATION)
KIND_UNKNOWN = Expected("D-07", "kind-unknown", UNDECIDED, Cause.ADDITIONAL_EDUCATION)
SCHOOL_LEFT = Expected("D-07", "school-left", UNDECIDED, Cause.ADDITIONAL_EDUCATION)
ORDER_UNKNOWN = Expected("D-07", "order-unknown", UNDECIDED, Cause.ADDITIONAL_EDUCATION)
ENTERED_ANEW = Expected("D-07", "remove", KEEP_EARLIER, Cause.ADDITIONAL_EDUCATION)
LAWFUL = Expected("D-08", "legal", NOT_DUPLICATE, Cause.ADDITIONAL_EDUCATION)
ADDITIONAL_UNKNOWN = Expected("D-09", "order-unknown", UNDECIDED, Cause.ADDITIONAL_EDUCATION)
ADDITIONAL_TWICE = Expected("D-09", "remove", KEEP_EARLIER, Cause.ADDITIONAL_EDUCATION)
ALONE = Expected("D-10", "alone", UNDECIDED, Cause.UNKNOWN)
DATES_DOUBTFUL = Expected("D-10", "dates-doubtful", UNDECIDED, Cause.UNKNOWN)
DATES_EQUAL = Expected("D-10", "dates-equal", UNDECIDED, Cause.UNKNOWN)
DATES_MISSING = Expected("D-10", "dates-missing", UNDECIDED, Cause.UNKNOWN)
BOTH_DEPARTED = Expected("D-10", "both-departed", UNDECIDED, Cause.UNKNOWN)
UNREAD = Expected("D-10", "identity-unread", UNDECIDED, Cause.UNKNOWN)
ONE_QUICK = Expected("D-10", "one-quick", UNDECIDED, Cause.UNKNOWN)
ORGANISATION_UNKNOWN = Expected("D-10", "organisation-unknown", UNDECIDED, Cause.UNKNOWN)
TWINS = Expected("D-15", "twins", NOT_DUPLICATE, Cause.OTHER)
OTHER_SNILS = Expected("D-16", "snils", UNDECIDED, Cause.UNKNOWN)
OTHER_CERTIFICATE = Expected("D-16", "certificate", UNDECIDED, Cause.UNKNOWN)
ONE_SNILS = Expected("D-17", "snils", UNDECIDED, Cause.UNKNOWN)
ONE_CERTIFICATE = Expected("D-17", "certificate", UNDECIDED, Cause.UNKNOWN)
BY_NUMBERS = Expected("D-25", "remove", KEEP_EARLIER, Cause.UNKNOWN, Confidence.LOW)
ENTRY_DISAGREES = Expected("D-26", "entry", UNDECIDED, Cause.UNKNOWN)
HISTORIES = Expected("D-26", "history", UNDECIDED, Cause.UNKNOWN)
NUMBERS_DISAGREE = Expected("D-26", "numbers", UNDECIDED, Cause.UNKNOWN)
CONTRADICTION = Expected("D-27", "contradiction", UNDECIDED, Cause.UNKNOWN)
GRADES_APART = Expected("D-27", "grades", UNDECIDED, Cause.UNKNOWN)
OTHER_CHILD = Expected("D-27", "identity", UNDECIDED, Cause.UNKNOWN)
SIMILAR_DATA = Expected("D-27", "similar-data", UNDECIDED, Cause.UNKNOWN)
SIMILAR_NAMES = Expected("D-27", "similar-names", UNDECIDED, Cause.UNKNOWN)

ONE_ACCOUNT = (
    case(
        FIX_DATES,
        "its stays overlap",
        account("s1", departed="2025-09-10"),
        account("s1", OTHER_SCHOOL, LATE),
    ),
    case(
        FIX_TOUCHING,
        "departed on the day of enrolment",
        account("s1", departed=LATE),
        account("s1", OTHER_SCHOOL, LATE),
    ),
    case(
        PRINTED_TWICE,
        "departed the day before",
        account("s1", departed="2025-09-04"),
        account("s1", OTHER_SCHOOL, LATE),
    ),
    case(PRINTED_TWICE, "one stay printed twice", account("s1"), account("s1")),
    case(
        FIX_DATES,
        "the report links it to itself",
        account("s1", enrolled=None),
        account("s1", OTHER_SCHOOL, None, name=None),
        overlaps=LINKED,
    ),
    case(
        FIX_UNKNOWN,
        "in two schools, no date of enrolment",
        account("s1", enrolled=None),
        account("s1", OTHER_SCHOOL, None),
    ),
    case(LAWFUL, "school and additional education", account("s1"), account("s1", ADDITIONAL, LATE)),
    case(
        LAWFUL,
        "kindergarten and additional education",
        account("s1", ADDITIONAL),
        account("s1", KINDERGARTEN, LATE),
    ),
    case(
        FIX_DATES,
        "two schools and additional education",
        account("s1"),
        account("s1", OTHER_SCHOOL, LATE),
        account("s1", ADDITIONAL, LATE),
    ),
    case(
        FIX_DATES,
        "additional education twice",
        account("s1", ADDITIONAL),
        account("s1", OTHER_ADDITIONAL, LATE),
    ),
    case(
        FIX_DATES,
        "additional education and no known kind",
        account("s1", COLLEGE),
        account("s1", ADDITIONAL, LATE),
    ),
    case(
        CONTRADICTION,
        "printed with two birth dates",
        account("s1"),
        account("s1", ADDITIONAL, LATE, born="2016-05-07"),
    ),
    case(ALONE, "alone on the page", account("s1")),
    case(UNREAD, "birth date unread", account("s1", born=None)),
)

BY_DATES = (
    case(
        EARLIER_STAYS,
        "departed the day before",
        account("s1", departed="2025-09-04"),
        account("s2", OTHER_SCHOOL, LATE),
    ),
    case(
        EARLIER_STAYS,
        "departed before, back to the same school",
        account("s1", departed="2025-09-04"),
        account("s2", SCHOOL, LATE),
    ),
    case(
        EARLIER_STAYS,
        "no column of departures",
        account("s1", departure_known=False),
        account("s2", OTHER_SCHOOL, LATE, departure_known=False),
    ),
    case(NOT_DEPARTED, "never departed", account("s1"), account("s2", OTHER_SCHOOL, LATE)),
    case(
        DEPARTED_LATE,
        "departed the day after",
        account("s1", departed="2025-09-06"),
        account("s2", OTHER_SCHOOL, LATE),
    ),
    case(
        NOT_DEPARTED,
        "not departed, without numbers",
        account(None),
        account(None, OTHER_SCHOOL, LATE),
    ),
    case(
        KINDERGARTEN_STAYS,
        "kindergarten and class 1",
        account("s1", KINDERGARTEN, class_=""),
        account("s2", SCHOOL, LATE, class_="1а"),
    ),
    case(
        NOT_DEPARTED,
        "kindergarten and class 2",
        account("s1", KINDERGARTEN, class_=""),
        account("s2", SCHOOL, LATE, class_="2а"),
    ),
    case(
        NOT_DEPARTED,
        "kindergarten and no class",
        account("s1", KINDERGARTEN, class_=""),
        account("s2", SCHOOL, LATE, class_=""),
    ),
    case(
        SCHOOL_EARLIER,
        "school before kindergarten",
        account("s1", SCHOOL, class_="1а"),
        account("s2", KINDERGARTEN, LATE, class_=""),
    ),
    case(
        EARLIER_STAYS,
        "kindergarten departed in time",
        account("s1", KINDERGARTEN, departed="2025-08-29", class_=""),
        account("s2", SCHOOL, LATE, class_="1а"),
    ),
    case(
        SAME_DATE,
        "departed on the day of enrolment",
        account("s1", departed=LATE),
        account("s2", OTHER_SCHOOL, LATE),
    ),
    case(
        SAME_DATE,
        "kindergarten departed on that day",
        account("s1", KINDERGARTEN, departed=LATE, class_=""),
        account("s2", SCHOOL, LATE, class_="1а"),
    ),
    case(
        NOT_DEPARTED,
        "school and class 1 of another school",
        account("s1", class_="1а"),
        account("s2", OTHER_SCHOOL, LATE, class_="1а"),
    ),
)

BY_ORGANISATION = (
    case(
        ATTACHED,
        "attached, then enrolled",
        account("s1", class_=""),
        account("s2", "МБОУ СОШ №1", LATE, entry=QUICK),
    ),
    case(
        TWO_CLASSES,
        "two classes of one school",
        account("s1", class_="4а"),
        account("s2", SCHOOL, LATE, class_="4б"),
    ),
    case(
        ATTACHED,
        "one school and no dates",
        account("s1", enrolled=None, class_=""),
        account("s2", SCHOOL, None),
    ),
    case(
        ENTERED_ANEW,
        "additional education by quick entry",
        account("s1"),
        account("s2", ADDITIONAL, LATE, entry=QUICK),
    ),
    case(
        ENTERED_ANEW,
        "additional education by import",
        account("s1", KINDERGARTEN),
        account("s2", ADDITIONAL, LATE, entry=IMPORT),
    ),
    case(
        ENTRY_UNKNOWN,
        "additional education by order",
        account("s1"),
        account("s2", ADDITIONAL, LATE, entry=ORDER),
    ),
    case(
        ENTRY_UNKNOWN,
        "additional education, way unknown",
        account("s1"),
        account("s2", ADDITIONAL, LATE),
    ),
    case(
        ADDITIONAL_EARLIER,
        "additional education first",
        account("s1", ADDITIONAL, entry=QUICK),
        account("s2", SCHOOL, LATE, entry=QUICK),
    ),
    case(
        ORDER_UNKNOWN,
        "additional education, equal dates",
        account("s1", enrolled=LATE),
        account("s2", ADDITIONAL, LATE, entry=QUICK),
    ),
    case(
        ORDER_UNKNOWN,
        "additional education, doubtful dates",
        account("s1", doubtful=True),
        account("s2", ADDITIONAL, LATE, entry=QUICK),
    ),
    case(
        KIND_UNKNOWN,
        "additional education beside a college",
        account("s1", COLLEGE),
        account("s2", ADDITIONAL, LATE, entry=QUICK),
    ),
    case(
        ADDITIONAL_TWICE,
        "additional education twice",
        account("s1", ADDITIONAL),
        account("s2", OTHER_ADDITIONAL, LATE),
    ),
    case(
        ADDITIONAL_UNKNOWN,
        "additional education twice, equal dates",
        account("s1", ADDITIONAL, LATE),
        account("s2", OTHER_ADDITIONAL, LATE),
    ),
    case(
        ADDITIONAL_UNKNOWN,
        "additional education twice, doubtful dates",
        account("s1", ADDITIONAL),
        account("s2", OTHER_ADDITIONAL, LATE, doubtful=True),
    ),
    case(
        ATTACHED, "enrolled, then attached", account("s1"), account("s2", SCHOOL, LATE, class_="")
    ),
    case(EARLIER_STAYS, "pool, one organisation", account("p1"), account("p2", SCHOOL, LATE)),
    case(
        NOT_DEPARTED,
        "pool, school and additional education",
        account("p1"),
        account("p2", ADDITIONAL, LATE, entry=QUICK),
    ),
    case(
        NOT_DEPARTED,
        "pool, additional education twice",
        account("p1", ADDITIONAL),
        account("p2", OTHER_ADDITIONAL, LATE),
    ),
)

BY_NUMBERS_OR_NOTHING = (
    case(BY_NUMBERS, "equal dates and numbers", account("s1"), account("s2", OTHER_SCHOOL)),
    case(
        BY_NUMBERS,
        "one date only",
        account("s1", enrolled=None),
        account("s2", OTHER_SCHOOL, EARLY),
    ),
    case(
        BY_NUMBERS,
        "the report links them by number",
        account("s1", enrolled=None),
        account("s2", OTHER_SCHOOL, None, name=None),
        overlaps=LINKED,
    ),
    case(
        BY_NUMBERS,
        "records of the pool",
        account("p1", None, None, class_=""),
        account("p2", None, None, class_=""),
    ),
    case(
        DATES_MISSING,
        "numbers of two kinds",
        account("s1", enrolled=None),
        account("p2", OTHER_SCHOOL, None),
    ),
    case(DATES_EQUAL, "equal dates, no numbers", account(None), account(None, OTHER_SCHOOL)),
    case(
        DATES_MISSING,
        "one date, no numbers",
        account(None, enrolled=None),
        account(None, OTHER_SCHOOL),
    ),
    case(
        ONE_QUICK,
        "equal dates, only one by quick entry",
        account(None, entry=ORDER),
        account(None, OTHER_SCHOOL, entry=QUICK),
    ),
    case(
        DATES_EQUAL,
        "equal dates, both by quick entry",
        account(None, entry=QUICK),
        account(None, OTHER_SCHOOL, entry=QUICK),
    ),
    case(
        DATES_DOUBTFUL,
        "doubtful dates",
        account("s1", doubtful=True),
        account("s2", OTHER_SCHOOL, LATE),
    ),
    case(
        DATES_DOUBTFUL,
        "no dates but doubtful ones",
        account("s1", enrolled=None),
        account("s2", OTHER_SCHOOL, None, doubtful=True),
    ),
    case(
        ORGANISATION_UNKNOWN, "organisation not printed", account("s1"), account("s2", None, LATE)
    ),
    case(
        DATES_MISSING,
        "the date of the second is missing",
        account(None),
        account(None, OTHER_SCHOOL, None),
    ),
    case(
        DATES_DOUBTFUL,
        "doubtful, departed on the day of enrolment",
        account("s1", departed=LATE, doubtful=True),
        account("s2", OTHER_SCHOOL, LATE),
    ),
    case(
        DATES_DOUBTFUL,
        "doubtful, kindergarten and class 1",
        account("s1", KINDERGARTEN, class_=""),
        account("s2", SCHOOL, LATE, class_="1а", doubtful=True),
    ),
    case(
        ORGANISATION_UNKNOWN,
        "organisation not printed, departed on the day of enrolment",
        account("s1", departed=LATE),
        account("s2", None, LATE),
    ),
)

CONTRADICTING = (
    case(
        ENTRY_DISAGREES,
        "quick entry came first",
        account("s1", entry=QUICK),
        account("s2", OTHER_SCHOOL, LATE, entry=ORDER),
    ),
    case(
        NOT_DEPARTED,
        "both by quick entry",
        account("s1", entry=QUICK),
        account("s2", OTHER_SCHOOL, LATE, entry=QUICK),
    ),
    case(
        BY_NUMBERS,
        "quick entry without dates",
        account("s1", enrolled=None, entry=QUICK),
        account("s2", OTHER_SCHOOL, None, entry=ORDER),
    ),
    case(
        NUMBERS_DISAGREE,
        "the earlier date has the later number",
        account("s2"),
        account("s1", OTHER_SCHOOL, LATE, entry=QUICK),
    ),
    case(
        NOT_DEPARTED,
        "numbers of two kinds do not disagree",
        account("s2"),
        account("p1", OTHER_SCHOOL, LATE),
    ),
    case(
        GRADES_APART,
        "classes two years apart",
        account("s1", class_="4а"),
        account("s2", OTHER_SCHOOL, LATE, class_="6а"),
    ),
    case(
        NOT_DEPARTED,
        "classes one year apart",
        account("s1", class_="4а"),
        account("s2", OTHER_SCHOOL, LATE, class_="5а"),
    ),
    case(
        EARLIER_STAYS,
        "classes apart at two dates",
        account("s1", departed="2025-05-30", class_="2а"),
        account("s2", OTHER_SCHOOL, LATE, class_="5а"),
    ),
    case(
        NOT_DEPARTED,
        "one of several classes is near",
        account("s1", class_="4а"),
        account("s2", OTHER_SCHOOL, LATE, class_="9а, 4б"),
    ),
    case(
        NOT_DEPARTED,
        "a group's number is no grade",
        account("s1", KINDERGARTEN, class_="12 группа"),
        account("s2", SCHOOL, LATE, class_="2а"),
    ),
    case(
        OTHER_CHILD,
        "linked, but born on two days",
        account("s1"),
        account("s2", OTHER_SCHOOL, LATE, born="2016-05-07"),
        overlaps=LINKED,
    ),
    case(
        OTHER_CHILD,
        "linked, but of two sexes",
        account("s1", sex=Sex.MALE),
        account("s2", OTHER_SCHOOL, LATE, sex=Sex.FEMALE),
        overlaps=LINKED,
    ),
    case(
        SIMILAR_NAMES,
        "names one letter apart",
        account("s1", name="Иванов Данил Иванович"),
        account("s2", OTHER_SCHOOL, LATE, name="Иванов Даниил Иванович"),
    ),
    case(
        CONTRADICTION,
        "one account of the pair contradicts itself",
        account("s1"),
        account("s2", OTHER_SCHOOL, LATE),
        account("s2", THIRD_SCHOOL, LATE, born="2016-05-07"),
        overlaps=LINKED,
    ),
    case(TWINS, "first names differ", account("p1"), account("p2", name="Иванов Пётр Иванович")),
    case(
        TWINS,
        "boy and girl",
        account("p1", name="Шевчук Александр Сергеевич"),
        account("p2", name="Шевчук Александра Сергеевна"),
    ),
    case(
        CONTRADICTION,
        "the earlier account contradicts itself",
        account("s1"),
        account("s2", OTHER_SCHOOL, LATE),
        account("s1", born="2016-05-07"),
        overlaps=LINKED,
    ),
)

REVIEWED = (
    case(
        KINDERGARTEN_LATE,
        "the kindergarten let the child go too late",
        account("s1", KINDERGARTEN, departed="2025-09-19", class_=""),
        account("s2", SCHOOL, LATE, class_="1а"),
    ),
    case(
        HISTORIES,
        "the later account has moved on",
        account("s1"),
        account("s2", OTHER_SCHOOL, "2024-12-01", "2025-06-01"),
        account("s2", THIRD_SCHOOL, LATE),
    ),
    case(
        HISTORIES,
        "the earlier account went on after the later one began",
        account("s1", departed="2024-12-01"),
        account("s2", OTHER_SCHOOL, "2025-01-13", "2025-06-01"),
        account("s1", THIRD_SCHOOL, LATE),
    ),
    case(
        ATTACHED,
        "attached, departed, then enrolled in a class",
        account("s1", departed="2025-09-04", class_="", attached=True),
        account("s2", SCHOOL, LATE),
    ),
    case(
        ATTACHED,
        "attached in another school",
        account("s1", class_="", attached=True),
        account("s2", OTHER_SCHOOL, LATE),
    ),
    case(
        TWO_CLASSES,
        "one school by a short name",
        account("s1", "МБОУ СОШ № 1 г. Заречного"),
        account("s2", "СОШ № 1", LATE),
    ),
    case(
        EARLIER_STAYS,
        "left the school and came back to it",
        account("s1", departed="2025-06-01", class_="3а"),
        account("s2", SCHOOL, LATE),
    ),
    case(
        ORGANISATION_UNKNOWN,
        "an organisation of no certain kind",
        account("s1", "МБУ «Радуга»"),
        account("s2", SCHOOL, LATE),
    ),
    case(
        SCHOOL_LEFT,
        "additional education after the school let the child go",
        account("s1", departed="2025-06-01"),
        account("s2", ADDITIONAL, LATE, entry=QUICK),
    ),
    case(
        BOTH_DEPARTED,
        "graduates",
        account("s1", departed="2025-05-25"),
        account("s2", OTHER_SCHOOL, "2025-06-02", "2025-06-20"),
    ),
    case(
        GRADES_APART,
        "grades that run backwards",
        account("s1", departed="2025-05-31", class_="IX а"),
        account("s2", OTHER_SCHOOL, LATE, class_="класс 3"),
    ),
)

REGISTRY = (
    case(
        BY_NUMBERS,
        "the registry prints no dates",
        clone("s1", SCHOOL),
        clone("s2", OTHER_SCHOOL),
        registry=True,
    ),
    case(
        BOTH_DEPARTED,
        "both inactive",
        clone("s1", SCHOOL, left=True),
        clone("s2", OTHER_SCHOOL, left=True),
        registry=True,
    ),
    case(
        OTHER_SNILS,
        "two valid СНИЛС",
        clone("s1", SCHOOL),
        clone("s2", OTHER_SCHOOL, papers=Papers("087-654-303 00", PAPERS.certificate)),
        registry=True,
    ),
    case(
        OTHER_CERTIFICATE,
        "two certificates and no СНИЛС",
        clone("s1", SCHOOL, papers=Papers(certificate="IV-АИ № 123456")),
        clone("s2", OTHER_SCHOOL, papers=Papers(certificate="IV-АИ № 654321")),
        registry=True,
    ),
    case(
        ONE_SNILS,
        "one СНИЛС, another surname",
        clone("s1", SCHOOL),
        clone("s2", OTHER_SCHOOL, name="Петров Иван Иванович"),
        registry=True,
    ),
    case(
        ONE_SNILS,
        "one СНИЛС, names as of twins",
        clone("s1", SCHOOL),
        clone("s2", OTHER_SCHOOL, name="Иванов Пётр Иванович"),
        registry=True,
    ),
    case(
        ONE_CERTIFICATE,
        "one certificate, another birth date",
        clone("s1", SCHOOL, papers=Papers(certificate="IV-АИ № 123456")),
        clone("s2", OTHER_SCHOOL, born="2015-05-08", papers=Papers(certificate="IV-АИ № 123456")),
        registry=True,
    ),
    case(
        TWINS,
        "brothers born on one day",
        clone("s1", SCHOOL),
        clone("s2", SCHOOL, name="Иванов Пётр Иванович", papers=Papers("087-654-303 00")),
        registry=True,
    ),
    case(
        SIMILAR_DATA,
        "a letter less in the patronymic",
        clone("s1", SCHOOL, papers=NO_PAPERS),
        clone("s2", OTHER_SCHOOL, name="Иванов Иван Иваович", papers=NO_PAPERS),
        registry=True,
    ),
    case(
        OTHER_CHILD,
        "only surname and birth date in common",
        clone("s1", SCHOOL, papers=NO_PAPERS),
        clone("s2", OTHER_SCHOOL, name="Иванов Глеб Олегович", papers=NO_PAPERS),
        registry=True,
    ),
)

CASES = (
    *ONE_ACCOUNT,
    *BY_DATES,
    *BY_ORGANISATION,
    *BY_NUMBERS_OR_NOTHING,
    *CONTRADICTING,
    *REVIEWED,
    *REGISTRY,
)

"""The stand's watch: every request is recorded, and one that would write fails the test."""

import re
from dataclasses import dataclass
from threading import Lock

LOGIN = "/asp/postlogin.asp"
REPORT_PAGE = "/asp/EDUC_MANAGER/Reports/ReportDoublingStudents.asp"
REPORT_CLASSIC = "/asp/EDUC_MANAGER/Reports/GetReport.asp"
REPORT_MODERN = "/webapi/reports/duplicates/queue"
LIST = "/asp/Admin/Users/StudentList.asp"
PARENT_LIST = "/asp/Admin/Users/ParentList.asp"
LIST_CLASSIC = "/asp/Admin/Users/GetUserList.asp"
LIST_MODERN = "/webapi/users/list"
CARD = "/asp/Admin/Users/UserInfo.asp"
REPORTS = frozenset({REPORT_CLASSIC, REPORT_MODERN})
ORDER = "/asp/Movement/EnrolmentOrder.asp"
LISTS = frozenset({LIST, PARENT_LIST, LIST_CLASSIC, LIST_MODERN})
CLICKS = frozenset({LOGIN, REPORT_PAGE, CARD, ORDER}) | REPORTS | LISTS
READING = frozenset({"GET", "HEAD"})
WRITING_NAME = re.compile(r"merge|archive|save|delete|link|update|insert", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """What came in."""

    method: str
    path: str

    @property
    def writes(self) -> bool:
        """Whether no click on login, list, card, order or report explains it."""
        if self.method in READING:
            return bool(WRITING_NAME.search(self.path))
        return self.path not in CLICKS


class Watch:
    """The record of one stand, filled by its server threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: list[SeenRequest] = []

    def allows(self, method: str, path: str) -> bool:
        """Record the request and say whether it may be answered."""
        request = SeenRequest(method, path)
        with self._lock:
            self._seen.append(request)
        return not request.writes

    @property
    def violations(self) -> list[SeenRequest]:
        """The requests that would have written."""
        with self._lock:
            return [request for request in self._seen if request.writes]

    @property
    def reports(self) -> int:
        """How often a report was asked for."""
        with self._lock:
            return sum(request.path in REPORTS for request in self._seen)

    def forget(self) -> None:
        """Begin a new record."""
        with self._lock:
            self._seen.clear()

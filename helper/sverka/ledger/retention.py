"""How long people's data are kept: what was not seen for longer is to be purged."""

import calendar
import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from sverka.errors import ErrorCode, SverkaError
from sverka.ledger.tables import Account, KeptHistory, Run
from sverka.settings import Settings
from sverka.texts import text

_MONTHS = 12
#: `180d` or `12m`, in Russian letters too.
_AGE = re.compile(r"(?P<count>[1-9]\d{0,3})\s*(?:(?P<days>[dд])|[mм])", re.IGNORECASE)


def moment_before(age: str) -> datetime:
    """The moment that lies so long ago: `180d` (days) or `12m` (months).

    Raises `SverkaError` (`age-unreadable`).
    """
    read = _AGE.fullmatch(age.strip())
    if read is None:
        raise SverkaError(ErrorCode.BAD_REQUEST, "age-unreadable", age=age)
    now = datetime.now(UTC)
    count = int(read["count"])
    try:
        return now - timedelta(days=count) if read["days"] else months_before(now, count)
    except (OverflowError, ValueError):
        raise SverkaError(ErrorCode.BAD_REQUEST, "age-unreadable", age=age) from None


def months_before(moment: datetime, months: int) -> datetime:
    """The same day so many months earlier, or the last of a shorter month."""
    year, month = divmod(moment.year * _MONTHS + moment.month - 1 - months, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def unseen_since(moment: datetime) -> ColumnElement[bool]:
    """Accounts that no report, card, list or movement has shown since `moment`."""
    shown = select(Run.id).where(Run.seen_again_at >= moment)
    in_report = Account.last_run_id.is_not(None) & Account.last_run_id.in_(shown)
    elsewhere = Account.seen_at.is_not(None) & (Account.seen_at >= moment)
    moved = select(KeptHistory.account_key).where(KeptHistory.read_at >= moment)
    return ~in_report & ~elsewhere & Account.key.not_in(moved)


def known_by_movement_alone() -> ColumnElement[bool]:
    """Accounts whose movement was opened, and that no report has named."""
    return KeptHistory.account_key.not_in(select(Account.key))


def overdue(session: Session, settings: Settings) -> int:
    """How many accounts are kept for longer than the operator has set."""
    if settings.retention_months == 0:
        return 0
    moment = months_before(datetime.now(UTC), settings.retention_months)
    unseen = select(func.count()).select_from(Account).where(unseen_since(moment))
    unread = select(func.count()).select_from(KeptHistory)
    unread = unread.where(known_by_movement_alone(), KeptHistory.read_at < moment)
    return (session.scalar(unseen) or 0) + (session.scalar(unread) or 0)


def reminder(session: Session, settings: Settings) -> str | None:
    """What the operator is told of data that are kept for too long, if there are any."""
    count = overdue(session, settings)
    if not count:
        return None
    return text("purge.reminder", count=count, months=settings.retention_months)

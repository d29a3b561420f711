"""Takes the advice on a group again when something was read that may decide it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sverka.ledger.following import follow_advice
from sverka.ledger.past import known_by_past
from sverka.ledger.restoring import report_of
from sverka.ledger.tables import Account, Group, Member, Run
from sverka.matching.groups import group_report
from sverka.people.accounts import AccountKeys
from sverka.pipeline import advise_groups
from sverka.settings import Settings


def advise_again(session: Session, account_key: str, settings: Settings, secret: bytes) -> None:
    """Bring what lists show of the account's groups up to date."""
    query = (
        select(Group)
        .join(Member, Member.group_id == Group.id)
        .join(Account, Account.id == Member.account_id)
        .where(Account.key == account_key)
    )
    for group in session.scalars(query).all():
        run = session.get_one(Run, group.run_id)
        report = report_of(session, group)
        groups = group_report(report, AccountKeys(run.installation, secret))
        for advised in advise_groups(report, groups, settings, known_by_past(session, groups)):
            if advised.group.id == group.key:
                follow_advice(session, group, advised)

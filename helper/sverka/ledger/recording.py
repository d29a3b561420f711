"""Tells in tables what a page said: the report, its organisations, accounts, people, enrolments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from sverka.ledger.arrivals import Seen
from sverka.ledger.bulk import add, add_missing
from sverka.ledger.identify import among
from sverka.ledger.naming import Told, organisation_numbers, people_numbers, told_of
from sverka.ledger.runs import Comparison
from sverka.ledger.tables import (
    Account,
    Arrival,
    Enrolment,
    PrintedOverlap,
    Run,
)
from sverka.matching.accounts import Account as SeenAccount
from sverka.matching.groups import Group as SeenGroup
from sverka.pages.records import Mention, Report

_LAST_SEEN_IN = (
    update(Account)
    .where(
        Account.id.in_(select(Enrolment.account_id).where(Enrolment.run_id == bindparam("run"))),
        Account.last_run_id != bindparam("run"),
    )
    .values(last_run_id=bindparam("run"))
)


def record_run(session: Session, arrival: Arrival, seen: Seen, comparison: Comparison) -> Run:
    """A new run for a report that was not seen before."""
    facts = seen.facts
    start, end = facts.period or (None, None)
    run = Run(
        kind=facts.kind,
        layout=facts.layout,
        installation=seen.installation,
        authority=facts.authority,
        period_start=start,
        period_end=end,
        selection=seen.selection(),
        today=seen.today,
        generated_at=seen.generated_at(),
        title=facts.title,
        rows=facts.rows,
        complete=seen.complete,
        digest=seen.digest(),
        captured_at=seen.captured_at,
        received_at=arrival.received_at,
        seen_again_at=arrival.received_at,
        user=arrival.user,
        client=arrival.client,
        source=seen.source,
        previous_id=comparison.previous.id if comparison.previous else None,
        proof=comparison.proof,
    )
    session.add(run)
    session.flush()
    return run


def note_seen_again(session: Session, run: Run, seen: Seen, at: datetime) -> None:
    """The very same report was opened once more: its accounts were seen at that moment, too."""
    run.seen_again_at = at
    made = seen.generated_at()
    if made and run.generated_at:
        run.generated_at = max(made, run.generated_at)
    session.execute(
        _LAST_SEEN_IN, {"run": run.id}, execution_options={"synchronize_session": False}
    )


def record_accounts(
    session: Session, run: Run, report: Report, groups: Sequence[SeenGroup]
) -> Mapping[str, int]:
    """Everything the report says of the accounts of its groups; returns their numbers by key."""
    accounts = [account for group in groups for account in group.accounts]
    numbers = _accounts(session, run, accounts)
    incomplete = {numbers[a.key] for group in groups if group.incomplete for a in group.accounts}
    owner = {id(mention): numbers[a.key] for a in accounts for mention in a.mentions}
    mentions = report.mentions
    owners = [owner[id(mention)] for mention in mentions]
    people = _people(session, mentions, owners)
    printed = {mention.stay.organisation for mention in mentions if mention.stay.organisation}
    organisations = organisation_numbers(session, printed)
    first = (session.scalar(select(func.max(Enrolment.id))) or 0) + 1
    add(
        session,
        Enrolment,
        (
            _enrolment(run, mention, account, people, organisations)
            | {"id": number, "incomplete": account in incomplete}
            for number, (mention, account) in enumerate(
                zip(mentions, owners, strict=True), start=first
            )
        ),
    )
    add(
        session,
        PrintedOverlap,
        (
            {
                "main_id": first + overlap.main,
                "double_id": first + overlap.double,
                "start": overlap.start,
                "end": overlap.end,
            }
            for overlap in dict.fromkeys(report.overlaps)
        ),
    )
    return numbers


def _accounts(session: Session, run: Run, accounts: Sequence[SeenAccount]) -> dict[str, int]:
    keys = [account.key for account in accounts]
    rows = [
        {
            "key": account.key,
            "number": account.account_id,
            "weak": account.weak_key,
            "last_run_id": run.id,
        }
        for account in accounts
    ]
    add_missing(session, Account, rows)
    session.execute(update(Account).where(among(Account.key, keys)).values(last_run_id=run.id))
    query = select(Account.key, Account.id).where(among(Account.key, keys))
    return dict(session.execute(query).all())


def _told(mention: Mention) -> Told | None:
    return told_of(mention.name, mention.birth_date, mention.sex)


def _people(
    session: Session, mentions: Sequence[Mention], owners: Sequence[int]
) -> Mapping[tuple[int, Told], int]:
    named = {
        (account, told): mention.name.folded() if mention.name else ""
        for mention, account in zip(mentions, owners, strict=True)
        if (told := _told(mention))
    }
    return people_numbers(session, named)


def _enrolment(
    run: Run,
    mention: Mention,
    account: int,
    people: Mapping[tuple[int, Told], int],
    organisations: Mapping[str, int],
) -> dict[str, Any]:
    stay, told = mention.stay, _told(mention)
    return {
        "run_id": run.id,
        "account_id": account,
        "person_id": people[account, told] if told else None,
        "row": mention.row,
        "tr": mention.place.tr,
        "col": mention.place.col,
        "role": mention.place.role,
        "organisation_id": organisations[stay.organisation] if stay.organisation else None,
        "classes": list(stay.classes),
        "attached": stay.attached,
        "enrolled": stay.enrolled,
        "departed": stay.departed,
        "entry": stay.entry,
        "departure_known": stay.departure_known,
        "doubtful": stay.doubtful,
    }

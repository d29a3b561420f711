"""Gives back what a report said of one group, so that it can be advised on once more."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sverka.ledger.tables import (
    Account,
    Enrolment,
    Group,
    Member,
    Organisation,
    Person,
    PrintedOverlap,
    Run,
)
from sverka.pages.records import Mention, Overlap, Place, Report, ReportFacts, Stay
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName


def report_of(session: Session, group: Group) -> Report:
    """The part of the report where `group` was last seen that speaks of its accounts."""
    run = session.get_one(Run, group.run_id)
    found = session.execute(
        select(Enrolment, Account.number, Person, Organisation.name)
        .join(Account, Account.id == Enrolment.account_id)
        .join(Member, Member.account_id == Account.id)
        .outerjoin(Person, Person.id == Enrolment.person_id)
        .outerjoin(Organisation, Organisation.id == Enrolment.organisation_id)
        .where(Enrolment.run_id == run.id, Member.group_id == group.id)
        .order_by(Enrolment.id)
    ).all()
    mentions = tuple(
        _mention(enrolment, number, person, organisation)
        for enrolment, number, person, organisation in found
    )
    overlaps = _overlaps(session, [enrolment.id for enrolment, *_ in found])
    return Report(_facts(run, len(found)), run.today, mentions, overlaps)


def _mention(
    enrolment: Enrolment, number: str | None, person: Person | None, organisation: str | None
) -> Mention:
    return Mention(
        row=enrolment.row,
        place=Place(enrolment.tr, enrolment.col, enrolment.role),
        number=AccountNumber.read(number) if number else None,
        name=_name(person),
        birth_date=person.birth_date if person else None,
        sex=person.sex if person else None,
        stay=Stay(
            organisation=organisation,
            classes=tuple(enrolment.classes),
            attached=enrolment.attached,
            enrolled=enrolment.enrolled,
            departed=enrolment.departed,
            entry=enrolment.entry,
            departure_known=enrolment.departure_known,
            doubtful=enrolment.doubtful,
        ),
        incomplete=enrolment.incomplete,
    )


def _name(person: Person | None) -> PersonName | None:
    if person is None or person.surname is None:
        return None
    return PersonName(person.surname, person.name or "", person.patronymic or "")


def _overlaps(session: Session, enrolments: Sequence[int]) -> tuple[Overlap, ...]:
    place = {number: index for index, number in enumerate(enrolments)}
    query = select(PrintedOverlap).where(PrintedOverlap.main_id.in_(enrolments))
    return tuple(
        Overlap(place[printed.main_id], place[printed.double_id], printed.start, printed.end)
        for printed in session.scalars(query)
        if printed.double_id in place
    )


def _facts(run: Run, rows: int) -> ReportFacts:
    return ReportFacts(
        kind=run.kind,
        layout=run.layout,
        title=run.title,
        authority=run.authority,
        period=run.period,
        generated_at=run.generated_at,
        version=None,
        rows=rows,
        first_data_tr=None,
        table=None,
    )

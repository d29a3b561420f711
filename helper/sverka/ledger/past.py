"""What pages that were open before say of the accounts of groups: their movement, their cards."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from sverka.known import KnownGroup, Past
from sverka.ledger.identify import NAMED, listed
from sverka.ledger.movements import histories_of
from sverka.ledger.tables import Account, KeptHistory, Kinship, Profile
from sverka.matching.groups import Group
from sverka.pages.records import Papers
from sverka.pages.vocabulary import LinkState

#: A pupil's next document may follow the last one by weeks: reports come every month.
_FRESH = timedelta(days=45)

_READ = (
    select(KeptHistory.account_key, KeptHistory.read_at)
    .select_from(NAMED)
    .join(KeptHistory, KeptHistory.account_key == NAMED.c.value)
)
#: A parent's card may tell of a child whose own was never open.
_LINKED = exists().where(Kinship.child_id == Account.id)
_CARDS = (
    select(Account.key, Profile.links, Profile.snils, _LINKED)
    .select_from(NAMED)
    .join(Account, Account.key == NAMED.c.value)
    .join(Profile, Profile.account_id == Account.id, isouter=True)
    .where(or_(Profile.account_id.is_not(None), _LINKED))
)


def pasts(session: Session, groups: Sequence[Group]) -> Mapping[str, Past]:
    """What is known of the accounts of these groups, by the groups' ids; of most there is none."""
    keys = listed([account.key for group in groups for account in group.accounts])
    read = dict(session.execute(_READ, {"listed": keys}).all())
    histories = histories_of(session, read) if read else {}
    long_ago = datetime.now(UTC) - _FRESH
    stale = {key for key, moment in read.items() if moment < long_ago}
    cards = session.execute(_CARDS, {"listed": keys}).all()
    told = ((key, LinkState.LINKED if linked else links) for key, links, _, linked in cards)
    links = {key: state for key, state in told if state}
    papers = {key: Papers(snils) for key, _, snils, _ in cards if snils}
    found = {}
    for group in groups if histories or links or papers else ():
        own = [account.key for account in group.accounts]
        past = Past(
            {key: histories[key] for key in own if key in histories},
            {key: links[key] for key in own if key in links},
            {key: papers[key] for key in own if key in papers},
            frozenset(own) & stale,
        )
        if past.histories or past.papers or LinkState.LINKED in past.links.values():
            found[group.id] = past
    return found


def known_by_past(session: Session, groups: Sequence[Group]) -> Mapping[str, KnownGroup]:
    """The same for whoever asks for nothing but advice."""
    return {key: KnownGroup(past=past) for key, past in pasts(session, groups).items()}

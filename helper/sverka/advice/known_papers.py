"""What cards that were open before prove of accounts whose page prints no papers."""

from collections.abc import Mapping

from msgspec.structs import replace

from sverka.matching.accounts import Account
from sverka.matching.groups import Group, Pair, joint_verdict
from sverka.matching.papers import papers_differ, same_paper
from sverka.matching.vocabulary import Verdict
from sverka.pages.records import NO_PAPERS, Papers


def with_papers(group: Group, papers: Mapping[str, Papers]) -> Group:
    """The group with the papers that its page does not print and the cards tell."""
    if not papers:
        return group
    accounts = {account.key: _completed(account, papers) for account in group.accounts}
    pairs = tuple(_proved(pair, accounts) for pair in group.pairs)
    verdict = joint_verdict(pairs) if pairs else group.verdict
    return replace(group, accounts=tuple(accounts.values()), pairs=pairs, verdict=verdict)


def _completed(account: Account, papers: Mapping[str, Papers]) -> Account:
    if account.papers is not NO_PAPERS or account.key not in papers:
        return account
    return replace(account, papers=papers[account.key])


def _proved(pair: Pair, accounts: Mapping[str, Account]) -> Pair:
    """The pair, doubtful where papers speak against equal names, or for names of brothers."""
    a, b, verdict = accounts[pair.a.key], accounts[pair.b.key], pair.verdict
    if verdict is Verdict.SAME and papers_differ(a, b):
        verdict = Verdict.UNKNOWN
    elif verdict is Verdict.DIFFERENT and same_paper(a, b):
        verdict = Verdict.POSSIBLE
    return replace(pair, a=a, b=b, verdict=verdict)

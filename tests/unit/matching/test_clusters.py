"""Groups of one child, and what keeps two children out of one group."""

from hypothesis import given
from hypothesis import strategies as st

from sverka.matching.clusters import Edge, Member, clusters
from sverka.matching.vocabulary import Verdict

SAME, POSSIBLE, DIFFERENT = Verdict.SAME, Verdict.POSSIBLE, Verdict.DIFFERENT
EDGES = st.lists(
    st.builds(
        Edge,
        st.integers(0, 9),
        st.integers(10, 19),
        st.floats(15, 60),
        st.sampled_from([SAME, POSSIBLE, DIFFERENT]),
        st.booleans(),
    ),
    max_size=30,
)


def groups(*edges: Edge) -> list[list[int]]:
    found: dict[int, list[int]] = {}
    for member in clusters(edges):
        found.setdefault(member.group, []).append(member.record)
    return list(found.values())


def flagged(*edges: Edge) -> set[int]:
    return {member.record for member in clusters(edges) if member.flagged}


def test_links_that_meet_make_one_group() -> None:
    assert groups(Edge(1, 2, 40, SAME), Edge(3, 2, 30, SAME)) == [[1, 2, 3]]


def test_records_that_are_two_children_make_no_group() -> None:
    assert groups(Edge(1, 2, 40, DIFFERENT)) == []


def test_a_twin_is_not_drawn_into_the_group_of_its_twin() -> None:
    twins = Edge(1, 2, 35, DIFFERENT)
    assert groups(Edge(1, 3, 40, SAME), Edge(2, 3, 25, POSSIBLE), twins) == [[1, 3]]


def test_two_groups_with_a_contradiction_between_them_stay_apart_and_are_flagged() -> None:
    edges = (
        Edge(1, 2, 50, SAME),
        Edge(3, 4, 45, SAME),
        Edge(2, 3, 30, SAME),
        Edge(1, 4, 28, POSSIBLE, contradiction=True),
    )
    assert groups(*edges) == [[1, 2], [3, 4]]
    assert flagged(*edges) == {1, 2, 3, 4}


def test_two_records_whose_identifiers_differ_are_shown_and_flagged() -> None:
    assert clusters([Edge(1, 2, 30, POSSIBLE, contradiction=True)]) == [
        Member(1, 1, 30, POSSIBLE, flagged=True),
        Member(2, 1, 30, POSSIBLE, flagged=True),
    ]


def test_a_chain_whose_ends_are_not_linked_is_flagged() -> None:
    chain = (Edge(1, 2, 40, SAME), Edge(2, 3, 30, SAME))
    assert flagged(*chain) == {1, 2, 3}


def test_two_records_of_one_account_need_no_link() -> None:
    links = [Edge(1, 3, 40, SAME), Edge(2, 3, 30, SAME)]
    accounts = {1: "s1", 2: "s1", 3: None}
    assert {member.flagged for member in clusters(links, accounts)} == {False}
    assert {member.flagged for member in clusters(links, accounts | {2: None})} == {True}


def test_a_doubtful_pair_among_sure_ones_is_flagged() -> None:
    sure = (Edge(1, 2, 40, SAME), Edge(2, 3, 30, SAME))
    assert flagged(*sure, Edge(1, 3, 20, POSSIBLE)) == {1, 2, 3}
    assert flagged(*sure, Edge(1, 3, 25, SAME)) == set()


def test_a_record_that_is_linked_doubtfully_to_all_needs_no_flag() -> None:
    assert (
        flagged(Edge(1, 2, 40, SAME), Edge(2, 3, 20, POSSIBLE), Edge(1, 3, 18, POSSIBLE)) == set()
    )


def test_a_record_tells_its_strongest_link() -> None:
    edges = (Edge(1, 2, 40, SAME), Edge(2, 3, 20, POSSIBLE), Edge(1, 3, 25, SAME))
    told = {member.record: (member.bits, member.verdict) for member in clusters(edges)}
    assert told == {1: (40, SAME), 2: (40, SAME), 3: (25, SAME)}


@given(EDGES)
def test_two_known_children_are_never_in_one_group_without_a_flag(edges: list[Edge]) -> None:
    found = clusters(edges)
    records = [member.record for member in found]
    assert len(records) == len(set(records))
    member_of = {member.record: member for member in found}
    for edge in edges:
        left, right = member_of.get(edge.left), member_of.get(edge.right)
        if left and right and left.group == right.group:
            assert left.flagged or not (edge.contradiction or edge.verdict is DIFFERENT)


@given(EDGES)
def test_the_order_of_the_links_changes_nothing(edges: list[Edge]) -> None:
    assert clusters(edges) == clusters(edges[::-1])

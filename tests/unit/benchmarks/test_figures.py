"""How several runs of a benchmark become one number."""

import pytest

from benchmarks.figures import Figure


def test_what_slows_one_side_of_a_round_does_not_decide_the_ratio() -> None:
    rounds = [(200.0, 100.0), (330.0, 150.0), (300.0, 100.0)]
    ours, peer = zip(*rounds, strict=True)
    # The medians of either side, 300 and 100, are of no round in which both were alike.
    assert Figure("a page", ours, "ms", 2.5, peer).measured == pytest.approx(2.2)


def test_a_peer_that_was_not_measured_as_often_is_no_peer() -> None:
    figure = Figure("a page", [200.0, 200.0], "ms", 2.5, [100.0])
    with pytest.raises(ValueError, match="shorter"):
        assert figure.measured


def test_without_a_peer_the_median_counts() -> None:
    assert Figure("a page", [3.0, 1.0, 2.0], "ms", 5).measured == 2

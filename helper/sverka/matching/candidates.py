"""Pairs worth scoring among the records of a page: those that share the keys of a blocking rule."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sverka.matching.forms import Forms
from sverka.matching.keys import KEY_OF
from sverka.matching.model import Model


def candidate_pairs(records: Sequence[Forms], model: Model) -> Iterator[tuple[int, int]]:
    """Indices of two records, the smaller first, each pair once."""
    keys = {key for rule in model.blocking for key in rule.keys}
    values = {key: [KEY_OF[key](record) for record in records] for key in keys}
    seen: set[tuple[int, int]] = set()
    for rule in model.blocking:
        blocks: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
        for index, shared in enumerate(zip(*(values[key] for key in rule.keys), strict=True)):
            blocks[shared].append(index)
        for shared, block in blocks.items():
            if len(block) > 1 and None not in shared:
                seen.update(combinations(block, 2))
    return iter(seen)

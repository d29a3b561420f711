"""How the ledger looks up what a page names: thousands of keys at once, while somebody waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from tests.unit.ledger.seen import Desk, pair, report

_NAMED = "json_each(?) AS named"


@contextmanager
def asked_by_name() -> Iterator[dict[str, Any]]:
    """The statements about what a page names, with what they were asked."""
    asked: dict[str, Any] = {}

    def note(_connection: object, _cursor: object, statement: str, given: Any, *_: object) -> None:
        if _NAMED in statement:
            asked[statement] = given

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_what_a_page_names_is_found_by_indexes_and_no_table_is_looked_through(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    with asked_by_name() as asked:
        desk.open(report(pair(0), pair(1), pair(2)))
    assert len(asked) == 4
    with desk.ledger.database.bare() as connection:
        for statement, given in asked.items():
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", given).fetchall()
            (first, *others) = [detail for *_, detail in plan]
            assert first.startswith("SCAN named VIRTUAL TABLE")
            assert not [step for step in others if step.startswith("SCAN")]

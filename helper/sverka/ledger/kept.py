"""What a page says where the ledger could not keep it."""

from collections.abc import Sequence
from concurrent.futures import Future

from sverka.errors import SverkaError
from sverka.known import Kept
from sverka.pages.records import Notice


def told_when_kept(written: Future[None], code: str) -> Kept:
    """Waits for what is being written, and tells under `code` why it was not."""

    def wait() -> Sequence[Notice]:
        try:
            written.result()
        except SverkaError as trouble:
            values = (("problem", trouble.message), ("hint", trouble.hint))
            return (Notice(code, values=values),)
        return ()

    return wait

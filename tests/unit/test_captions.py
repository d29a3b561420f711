"""Two caption files ask two questions of the same pages: they must know the same headings."""

import json
from pathlib import Path

from sverka.pages.labels import labels
from sverka.pages.vocabulary import PageKind
from sverka.people.folding import fold_caption

CAPTIONS = json.loads(
    (Path(__file__).parents[2] / "extension/site/captions.json").read_text(encoding="utf-8")
)


def test_what_the_extension_sends_by_its_heading_the_helper_understands_and_no_less() -> None:
    sent = {
        fold_caption(heading): PageKind(kind)
        for kind, headings in CAPTIONS["headings"].items()
        for heading in headings
    }
    assert sent == labels().titles


def test_a_report_sent_as_empty_is_read_as_empty() -> None:
    unread = [
        message
        for message in CAPTIONS["emptyMessages"]
        if not any(phrase in message.casefold() for phrase in labels().empty)
    ]
    assert unread == []

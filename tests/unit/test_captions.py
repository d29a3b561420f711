"""Two caption files ask two questions of the same pages: they must know the same words."""

import json
from pathlib import Path

from sverka.pages.card_labels import card_labels
from sverka.pages.labels import labels
from sverka.pages.vocabulary import CardField, PageKind
from sverka.people.folding import fold_caption, fold_words

CAPTIONS = json.loads(
    (Path(__file__).parents[2] / "extension/site/captions.json").read_text(encoding="utf-8")
)
HEADINGS = [
    (PageKind(kind), heading)
    for kind, headings in CAPTIONS["headings"].items()
    for heading in headings
]
CARDS = {PageKind.STUDENT_CARD, PageKind.PARENT_CARD}


def test_what_the_extension_sends_by_its_heading_the_helper_understands_and_no_less() -> None:
    sent = {fold_caption(heading): kind for kind, heading in HEADINGS if kind not in CARDS}
    assert sent == labels().titles


def test_a_card_that_the_extension_sends_the_helper_understands_and_no_less() -> None:
    sent = {fold_words(heading): kind for kind, heading in HEADINGS if kind in CARDS}
    assert sent == {words: kind for words, (kind, _) in card_labels().titles.items()}


def test_the_extension_finds_every_field_that_the_helper_reads() -> None:
    found = {
        fold_caption(caption): CardField(field)
        for field, captions in CAPTIONS["cardFields"].items()
        for caption in captions
    }
    assert found == card_labels().fields


def test_a_report_sent_as_empty_is_read_as_empty() -> None:
    unread = [
        message
        for message in CAPTIONS["emptyMessages"]
        if not any(phrase in message.casefold() for phrase in labels().empty)
    ]
    assert unread == []

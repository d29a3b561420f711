"""Two caption files ask two questions of the same pages: they must know the same words."""

import json
from pathlib import Path

from sverka.pages.card_labels import card_labels
from sverka.pages.labels import Column, labels
from sverka.pages.list_labels import list_labels
from sverka.pages.movement_labels import MovementColumn, movement_labels
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
#: By these columns a movement is recognised; a table with one of the others is of many pupils.
NEEDED = frozenset(MovementColumn) - {
    *(MovementColumn.NUMBER, MovementColumn.ORGANISATION, MovementColumn.PROGRAMME)
}
OF_MANY = {Column.PERSON, Column.SURNAME, Column.ACCOUNT_ID, Column.BIRTH_DATE}
CARDS = {PageKind.STUDENT_CARD, PageKind.PARENT_CARD}
LISTS = {PageKind.STUDENT_LIST, PageKind.PARENT_LIST}


def test_what_the_extension_sends_by_its_heading_the_helper_understands_and_no_less() -> None:
    sent = {fold_caption(heading): kind for kind, heading in HEADINGS if kind not in CARDS | LISTS}
    assert sent == labels().titles


def test_a_card_that_the_extension_sends_the_helper_understands_and_no_less() -> None:
    sent = {fold_words(heading): kind for kind, heading in HEADINGS if kind in CARDS}
    assert sent == {words: kind for words, (kind, _) in card_labels().titles.items()}


def test_a_list_that_the_extension_sends_the_helper_understands_and_no_less() -> None:
    sent = {fold_caption(heading): kind for kind, heading in HEADINGS if kind in LISTS}
    assert sent == list_labels().titles
    assert tuple(map(fold_caption, CAPTIONS["notLoaded"])) == list_labels().not_loaded


def test_the_extension_finds_every_field_that_the_helper_reads() -> None:
    found = {
        fold_caption(caption): CardField(field)
        for field, captions in CAPTIONS["cardFields"].items()
        for caption in captions
    }
    assert found == card_labels().fields


def test_a_movement_that_the_extension_sends_the_helper_reads_and_no_less() -> None:
    sent = {
        fold_caption(caption): MovementColumn(column)
        for column, captions in CAPTIONS["movement"]["columns"].items()
        for caption in captions
    }
    read = movement_labels().columns
    assert sent == {caption: column for caption, column in read.items() if column in NEEDED}


def test_a_table_of_pupils_is_no_movement_for_either_side() -> None:
    unsent = {fold_caption(caption) for caption in CAPTIONS["movement"]["pupils"]}
    assert unsent == {caption for caption, column in labels().columns.items() if column in OF_MANY}


def test_a_report_sent_as_empty_is_read_as_empty() -> None:
    unread = [
        message
        for message in CAPTIONS["emptyMessages"]
        if not any(phrase in message.casefold() for phrase in labels().empty)
    ]
    assert unread == []

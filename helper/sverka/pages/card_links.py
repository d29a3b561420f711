"""The block of a card that tells whom the person is linked to."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.card_labels import card_labels
from sverka.pages.card_values import words_of
from sverka.pages.empty_blocks import holds_value, is_surely_empty
from sverka.pages.html import all_selected, text_of
from sverka.pages.markup import is_busy, is_content, is_control, is_custom, is_within_hidden
from sverka.pages.record_links import action_of, record_of
from sverka.pages.records import LinkedPerson, Links
from sverka.pages.vocabulary import CardField, LinkState, PageKind
from sverka.people.accounts import PARENT_PREFIX, PUPIL_PREFIX, AccountNumber
from sverka.people.folding import fold_caption
from sverka.people.names import PersonName

FIELD_OF = {PageKind.STUDENT_CARD: CardField.PARENTS, PageKind.PARENT_CARD: CardField.CHILDREN}
_PREFIX = {PageKind.STUDENT_CARD: PARENT_PREFIX, PageKind.PARENT_CARD: PUPIL_PREFIX}
_ELEMENT = {PageKind.STUDENT_CARD: "student-parents", PageKind.PARENT_CARD: "parent-students"}
#: The call by which the card of a linked person is opened, wherever on the card it stands.
_CALL = {PageKind.STUDENT_CARD: "gotoParentEdit(", PageKind.PARENT_CARD: "gotoUserEdit("}
_DASHES = "-–— "
_UNREAD = Links(LinkState.UNREAD)


class LinkBlock(Struct, frozen=True, eq=False):
    """What stands behind one caption of the block; `opened`: by a press on the caption."""

    parts: tuple[Element, ...]
    opened: bool


def read_links(root: Element, kind: PageKind, captioned: Sequence[LinkBlock]) -> Links:
    """Whom the card is linked to: nobody only where the block says so or is plainly empty.

    The site's own element needs no caption: it is looked for.
    """
    blocks = [*root.iter(_ELEMENT[kind]), *(part for block in captioned for part in block.parts)]
    anchors = [e for block in blocks for e in block.iter("a")]
    anchors += (e for e in root.iter("a") if _CALL[kind] in action_of(e))
    people = list(_linked(anchors, _PREFIX[kind]))
    people += (person for block in blocks for person in _chosen(block, _PREFIX[kind]))
    if people:
        complete = not any(map(_may_offer_others, blocks))
        return Links(LinkState.LINKED, tuple(_each_once(people)), complete)
    return _without_links(blocks, opened=any(block.opened for block in captioned))


def _each_once(people: Sequence[LinkedPerson]) -> Iterator[LinkedPerson]:
    """Everybody by the words that are a name: a picture and «Изменить» lead to the same card."""
    for number in dict.fromkeys(person.number for person in people):
        own = [person for person in people if person.number == number]
        named = [person for person in own if _is_person(person.name)]
        yield next(iter(named or [person for person in own if person.name] or own))


def _linked(anchors: Sequence[Element], prefix: str) -> Iterator[LinkedPerson]:
    for anchor in anchors:
        digits = record_of(anchor) if is_content(anchor) else None
        if digits is not None:
            yield LinkedPerson(text_of(anchor), AccountNumber(prefix, digits))


def _chosen(block: Element, prefix: str) -> Iterator[LinkedPerson]:
    """The people whom drop-downs show; the value of an option is the account's number."""
    for select in block.iter("select"):
        for option in all_selected(select):
            number = AccountNumber.read(option.get("value") or "")
            if words_of(option) and number and number.digits:
                yield LinkedPerson(words_of(option), AccountNumber(prefix, number.digits))


def _may_offer_others(block: Element) -> bool:
    """Whether a drop-down lists people beside the one it shows: they may be linked as well."""
    return any(
        words_of(option)
        for select in block.iter("select")
        for option in set(select.iter("option")).difference(all_selected(select))
    )


def _without_links(blocks: Sequence[Element], *, opened: bool) -> Links:
    """Nobody, names without links, or a block of which that cannot be said."""
    inside = [e for block in blocks for e in _content(block)]
    if not blocks or any(map(_is_unfinished, inside)):
        return _UNREAD
    texts = [e for e in inside if len(e) == 0 and _says_something(e) and text_of(e)]
    # A page keeps «Родители не указаны» ready and hides it while it does not hold.
    said = [text_of(e) for e in texts if not (_says_nobody(text_of(e)) and is_within_hidden(e))]
    if not said:
        is_empty = not (texts or opened) and is_surely_empty(blocks)
        return Links(LinkState.NOBODY) if is_empty else _UNREAD
    if all(map(_says_nobody, said)):
        return Links(LinkState.NOBODY)
    if all(_is_person(text) for text in said):
        return Links(LinkState.LINKED, tuple(LinkedPerson(text) for text in said))
    return _UNREAD


def _content(element: Element) -> Iterator[Element]:
    if is_content(element):
        yield element
        if not is_control(element):
            for child in element:
                yield from _content(child)


def _is_unfinished(element: Element) -> bool:
    """Whether something may still come, or is there and not shown."""
    unfilled = is_custom(element) and not text_of(element)
    return unfilled or is_busy(element) or _offers_people(element) or holds_value(element)


def _offers_people(element: Element) -> bool:
    """A drop-down that shows nobody and could show somebody: whom it lists is not told."""
    return element.tag == "select" and any(map(words_of, element.iter("option")))


def _says_something(element: Element) -> bool:
    """Whether a text is about somebody: captions of the block and links that only act are not."""
    text = text_of(element)
    if is_control(element):
        return False
    if any(True for _ in element.iterancestors("a")) or element.tag == "a":
        return _is_person(text)
    return card_labels().fields.get(fold_caption(text)) not in FIELD_OF.values()


def _says_nobody(text: str) -> bool:
    return not text.strip(_DASHES) or fold_caption(text) in card_labels().nobody


def _is_person(text: str) -> bool:
    name = PersonName.from_full(text)
    return name.is_told_in_full() and name.is_capitalised()

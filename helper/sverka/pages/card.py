"""The card of a pupil or a parent: which it is, and what each of its fields says."""

from collections.abc import Iterable, Sequence

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.card_documents import PARTS, Part, read_documents
from sverka.pages.card_labels import card_labels
from sverka.pages.card_links import FIELD_OF, LinkBlock, read_links
from sverka.pages.card_values import is_typed, read_value
from sverka.pages.empty_blocks import opens_something
from sverka.pages.html import text_of
from sverka.pages.markup import input_type, is_busy, is_content, is_custom
from sverka.pages.outline import Caption, Outline
from sverka.pages.records import Card, CardPage, Document, Filled, Notice
from sverka.pages.vocabulary import CardField, LinkState, PageKind
from sverka.people.accounts import PARENT_PREFIX, PUPIL_PREFIX, AccountNumber
from sverka.people.blanks import is_blank
from sverka.people.folding import collapse, fold_caption, fold_name

_LONGEST_HEADING = 200
_CRUMBS = ("/", "›", "»", ">")
_PREFIX = {PageKind.STUDENT_CARD: PUPIL_PREFIX, PageKind.PARENT_CARD: PARENT_PREFIX}
_LINKS_UNREAD = {
    PageKind.STUDENT_CARD: "parents-unread",
    PageKind.PARENT_CARD: "children-unread",
}
_NAMES = (CardField.SURNAME, CardField.NAME)
_FEWEST_FOREIGN_CAPTIONS = 2
#: More than any card has; a table of thousands of rows is not searched for the captions of one.
_MOST_ELEMENTS = 8000


class _Heading(Struct, frozen=True, eq=False):
    """A heading of a card; without an element it is the title that the sender saw."""

    kind: PageKind
    title: str
    element: Element | None = None


class _Field(Struct, frozen=True):
    """A field of the card; `value` is `None` where it could not be read."""

    field: CardField
    caption: Caption
    value: str | None


def read_card(root: Element, given_title: str) -> CardPage | None:
    """Read a page as a card; `None` where it is no card. The tree belongs to the reader.

    Where it cannot be told what the card says, there is a notice and no card.
    """
    headings = _headings(root, given_title)
    if not headings and sum(1 for _ in root.iter("*")) > _MOST_ELEMENTS:
        return None
    outline = Outline(root, card_labels().is_caption)
    fields = _fields(outline, headings)
    kinds = {heading.kind for heading in headings} or _kinds_by_links(fields)
    trouble = _trouble(root, kinds, fields)
    title = headings[0].title if headings else ""
    if trouble:
        return CardPage(title, None, (Notice(trouble),))
    if not kinds:
        return None
    (kind,) = kinds
    card = _card(outline, root, kind, fields)
    return CardPage(title, card, tuple(_doubts(card)))


def _trouble(root: Element, kinds: set[PageKind], fields: Sequence[_Field]) -> str | None:
    """Why nothing can be said of the card, if that is so."""
    surnames = sum(field.field is CardField.SURNAME for field in fields)
    if len(kinds) > 1 or (kinds and surnames > 1):
        return "several-cards"
    values = {field.field: field.value for field in fields if field.value is not None}
    named = all(name in values for name in _NAMES)
    if not named and _is_in_another_language(root):
        return "card-language"
    if not kinds:
        return None
    if not named and any(is_busy(e) or _is_unfilled(e) for e in root.iter("*")):
        return "card-not-loaded"
    if not named or not any((values[name] or "").strip() for name in _NAMES):
        return "card-unread"
    return None


def _doubts(card: Card) -> Iterable[Notice]:
    if CardField.BIRTH_DATE not in card.fields:
        yield Notice("card-incomplete")
    if card.links.state is LinkState.UNREAD:
        yield Notice(_LINKS_UNREAD[card.kind])


def _headings(root: Element, given_title: str) -> list[_Heading]:
    found = [
        _Heading(*title, element)
        for element in root.iter("*")
        if is_content(element) and element.tag != "title" and (title := _title_in(element))
    ]
    if found:
        return found
    given = card_labels().title(collapse(given_title))
    return [_Heading(*given)] if given else []


def _title_in(element: Element) -> tuple[PageKind, str] | None:
    """The heading that the element begins with, or that ends the path in it."""
    if sum(map(len, map(str, element.itertext()))) > _LONGEST_HEADING:
        return None
    text = text_of(element)
    last = text
    for crumb in _CRUMBS:
        last = last.rpartition(crumb)[2]
    return card_labels().title(text) or card_labels().title(last)


def _fields(outline: Outline, headings: Sequence[_Heading]) -> list[_Field]:
    """The known fields; what stands above the first heading is the page's, not the card's."""
    captions = [caption for caption in outline.captions if caption.known]
    start = headings[0].element if headings else None
    if start is not None:
        captions = _behind(start, captions) or captions
    known = card_labels().fields
    return [
        _Field(field, caption, _read(outline, field, caption))
        for caption in captions
        if (field := known.get(fold_caption(caption.text)))
    ]


def _read(outline: Outline, field: CardField, caption: Caption) -> str | None:
    """What the field says; a card that only prints its fields may keep the login to itself."""
    parts = outline.value_parts(caption)
    value = read_value(outline, parts)
    if field is CardField.LOGIN and not value and not is_typed(parts):
        return None
    return value


def _behind(start: Element, captions: Sequence[Caption]) -> list[Caption]:
    order = {element: at for at, element in enumerate(start.getroottree().iter("*"))}
    return [caption for caption in captions if order[caption.element] > order[start]]


def _kinds_by_links(fields: Sequence[_Field]) -> set[PageKind]:
    """What a card without a heading is: pupils have «Родители», parents «Дети»."""
    shown = {field.field for field in fields}
    if not shown.issuperset(_NAMES):
        return set()
    return {kind for kind, link in FIELD_OF.items() if link in shown}


def _is_in_another_language(root: Element) -> bool:
    foreign = card_labels().other_language
    words = (fold_caption(text_of(e)) for e in root.iter("*") if is_content(e) and len(e) < 3)
    return len(set(filter(foreign.__contains__, words))) >= _FEWEST_FOREIGN_CAPTIONS


def _is_unfilled(element: Element) -> bool:
    return is_custom(element) and not text_of(element)


def _card(outline: Outline, root: Element, kind: PageKind, fields: Sequence[_Field]) -> Card:
    labels = card_labels()
    values = _values(fields)
    citizenship = values.get(CardField.CITIZENSHIP, "")
    return Card(
        kind=kind,
        number=_number(root, kind, values),
        fields=values,
        required=frozenset(field.field for field in fields if field.caption.required),
        no_patronymic=_has_no_patronymic(outline, root, values),
        documents=_documents(fields),
        links=read_links(root, kind, _blocks(outline, kind, fields)),
        health=_health(outline),
        departed=labels.has_departed(values.get(CardField.STATUS, "")),
        foreign_citizen=_is_foreign(citizenship),
    )


def _is_foreign(citizenship: str) -> bool | None:
    if is_blank(fold_name(citizenship)):
        return None
    return fold_caption(citizenship) not in card_labels().russian


def _values(fields: Sequence[_Field]) -> dict[CardField, str]:
    """Each field once: of several with one meaning (two telephones) the first that is filled."""
    values: dict[CardField, str] = {}
    for found in fields:
        if found.value is not None and not values.get(found.field, "").strip():
            values[found.field] = found.value
    for part in PARTS | set(FIELD_OF.values()):
        values.pop(part, None)
    return values


def _blocks(outline: Outline, kind: PageKind, fields: Sequence[_Field]) -> list[LinkBlock]:
    """What stands behind the captions of the block of links."""
    return [
        LinkBlock(outline.block_parts(found.caption), opens_something(found.caption.element))
        for found in fields
        if found.field is FIELD_OF[kind]
    ]


def _documents(fields: Sequence[_Field]) -> tuple[Document, ...]:
    return read_documents(
        Part(found.field, found.caption.text, found.value)
        for found in fields
        if found.field in PARTS
    )


def _number(root: Element, kind: PageKind, values: dict[CardField, str]) -> AccountNumber | None:
    """The account's own number: that of the record, else what the card prints."""
    hidden = {
        (field.get("name") or field.get("id") or "").casefold(): field.get("value") or ""
        for field in root.iter("input")
        if input_type(field) == "hidden"
    }
    written = [hidden.get(name, "") for name in card_labels().record]
    written += [element.get("user-id") or "" for element in root.iter("user-info")]
    for text in (*written, values.get(CardField.ACCOUNT_ID, "")):
        number = AccountNumber.read(text)
        if number and number.digits:
            return AccountNumber(_PREFIX[kind], number.digits)
    return None


def _has_no_patronymic(outline: Outline, root: Element, values: dict[CardField, str]) -> bool:
    """Whether «Нет отчества» is ticked, or printed in the patronymic's place."""
    said = card_labels().no_patronymic
    ticked = (
        tick
        for tick in root.iter("input")
        if input_type(tick) == "checkbox" and tick.get("checked") is not None
    )
    if any(fold_caption(outline.label_of(tick)) in said for tick in ticked):
        return True
    return fold_caption(values.get(CardField.PATRONYMIC, "")) in said


def _health(outline: Outline) -> Filled:
    """How many fields on health are filled; what stands in them is not kept."""
    captions = [c for c in outline.captions if fold_caption(c.text) in card_labels().health]
    values = [read_value(outline, outline.value_parts(caption)) for caption in captions]
    shown = [value for value in values if value is not None]
    return Filled(sum(bool(value.strip()) for value in shown), len(shown))

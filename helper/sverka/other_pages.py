"""Pages that are no report. Only such a page loads this, so that reports do not wait for it."""

from lxml.etree import _Element as Element

from sverka.card_analysis import analyse_card
from sverka.contract import Analysis, PageContext
from sverka.list_analysis import analyse_list
from sverka.movement_analysis import analyse_movement
from sverka.order_analysis import analyse_order
from sverka.pages.records import Report
from sverka.people.accounts import AccountKeys
from sverka.seen import NobodySeen, SeenPeople

#: In the order in which they are asked whether the page is theirs. A list can have the columns
#: that a card has as captions, and a card the path that begins with a list: only the reader of
#: lists looks for both.
_ANALYSERS = (analyse_list, analyse_card, analyse_movement, analyse_order)


def analyse_other(
    root: Element, report: Report, keys: AccountKeys, context: PageContext, seen: SeenPeople | None
) -> Analysis | None:
    """The analysis of whatever the page is; `None` where nothing recognises it.

    `report` is that page read as a report: what it says of itself. The tree may be used up.
    """
    remembered = seen or NobodySeen()
    analyses = (analyse(root, report, keys, context, remembered) for analyse in _ANALYSERS)
    return next((analysis for analysis in analyses if analysis), None)

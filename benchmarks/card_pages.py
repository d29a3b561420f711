"""From the moment a card stands in the browser until it is annotated, in each generation of СГО."""

from collections.abc import Iterator

from benchmarks.figures import Figure
from benchmarks.stands import browser_at_stands
from benchmarks.undebugged import times_of_cards
from tests.e2e.browser import ExtensionBrowser
from tests.e2e.screens.card import CardScreen
from tests.e2e.session import HOSTS
from tests.stand.plot import Mode
from tests.stand.school.model import Card, Role
from tests.stand.school.plot import Generation, SchoolScenario
from tests.stand.school.world import school
from tests.stand.server import Stand

RUNS = 7
CLASSIC_RUNS = 31
_LIMIT = 100.0
# A card of custom elements counts as standing when nothing has changed for so long (site/card.js).
_STANDS_AFTER = 300.0
_SETTLE_MS = 300
# When the site last wrote into what is annotated, and when the annotations were there.
_OBSERVE = """
window.written = [];
window.done = 0;
new MutationObserver((records) => {
  const now = performance.now();
  for (const { type, target } of records) if (type === "childList") written.push([now, target]);
  if (!window.done && document.querySelector("[data-sverka-state=done]")) window.done = now;
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
_TIME = """
() => {
  const root = document.querySelector("[data-sverka-state]");
  const moments = written.filter(([at, target]) => at < window.done && root.contains(target));
  return window.done - Math.max(...moments.map(([at]) => at));
}
"""


def card_page_figures() -> Iterator[Figure]:
    cards = school().cards(Role.PUPIL)
    for generation in (Generation.EDITABLE, Generation.READ_ONLY):
        scenario = SchoolScenario(read_only=generation is Generation.READ_ONLY)
        numbers = [card.number for card in cards[: CLASSIC_RUNS + 1]]
        yield Figure(_what(generation), times_of_cards(scenario, numbers), "ms", _LIMIT)
    with browser_at_stands([Mode.MODERN]) as (browser, stands):
        current = [_open(browser, stands[Mode.MODERN], card) for card in cards[: RUNS + 1]]
        yield Figure(_what(Generation.CURRENT), current[1:], "ms", _LIMIT + _STANDS_AFTER)


def _what(generation: Generation) -> str:
    return f"{generation} card: from its last change to its annotations"


def _open(browser: ExtensionBrowser, stand: Stand, card: Card) -> float:
    page = browser.context.new_page()
    page.add_init_script(_OBSERVE)
    screen = CardScreen(page, stand.mode, HOSTS[stand.mode])
    screen.log_in()
    # The view that is shown after the login may be annotated, too.
    page.evaluate("window.done = 0")
    screen.open_checked(card)
    page.wait_for_timeout(_SETTLE_MS)
    took = float(page.evaluate(_TIME))
    page.close()
    return took

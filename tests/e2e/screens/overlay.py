"""The extension's own overlay: seen through its closed shadow root by the debugger alone.

Clicks are real clicks of the mouse at the place where an element is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.e2e.screens.waiting import eventually

Node = Mapping[str, Any]

TEXTS = """
function (selector) {
  return [...this.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => element.textContent.trim());
}
"""
CENTRES = """
function (selector, words) {
  return [...this.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility() && element.textContent.includes(words))
    .map((element) => element.getBoundingClientRect())
    .map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
}
"""
VALUES = """
function (selector, attribute) {
  return [...this.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => [element.getAttribute(attribute), element.textContent.trim()]);
}
"""
BOXES = """
function (selector, attribute) {
  return [...this.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => [element.getAttribute(attribute), element.getBoundingClientRect()])
    .map(([name, { left, right, height }]) => [name, { left, right, height }]);
}
"""
SCROLL = (
    "function (selector) { this.querySelector(selector)?.scrollIntoView({ block: 'center' }); }"
)
FILL = """
function (selector, value) {
  const control = this.querySelector(selector);
  if (!control) return false;
  if (control.type === "checkbox" || control.type === "radio") control.checked = Boolean(value);
  else control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}
"""
COUNT = "function (selector) { return this.querySelectorAll(selector).length; }"


@dataclass(frozen=True, slots=True)
class Box:
    """Where an element is shown, in pixels of the window."""

    left: float
    right: float
    height: float


class Overlay:
    """What the extension shows over a page: the summary bar, the card, the messages."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)

    def texts(self, selector: str) -> list[str]:
        """The words of every visible element that fits."""
        return [words for found in self._ask(TEXTS, selector) for words in found]

    def values(self, selector: str, attribute: str) -> dict[str, str]:
        """The words of every visible element that fits, by the value of its attribute."""
        return {
            name: words for found in self._ask(VALUES, selector, attribute) for name, words in found
        }

    def boxes(self, selector: str, attribute: str) -> dict[str, Box]:
        """Where every visible element that fits is shown, by the value of its attribute."""
        asked = self._ask(BOXES, selector, attribute)
        return {name: Box(**box) for found in asked for name, box in found}

    def scroll_to(self, selector: str) -> None:
        """Bring the first element that fits to the middle of what is seen."""
        self._ask(SCROLL, selector)

    def wait_for_text(self, selector: str, words: str) -> str:
        """Wait until an element that fits says `words`; gives all it says."""
        said = eventually(
            self._page,
            lambda: self.texts(selector),
            lambda texts: bool(texts) and words in " ".join(texts),
        )
        assert said, f"nothing is shown: {selector}"
        assert words in " ".join(said), said
        return " ".join(said)

    def wait_for_change(self, selector: str, before: list[str]) -> str:
        """Wait until what fits says something else; gives all it says."""
        said = eventually(self._page, lambda: self.texts(selector), lambda texts: texts != before)
        assert said != before, said
        return " ".join(said)

    def wait_for_none(self, selector: str) -> None:
        """Wait until nothing that fits is visible."""
        left = eventually(self._page, lambda: self.texts(selector), lambda texts: not texts)
        assert not left, left

    def click(self, selector: str, words: str = "") -> None:
        """Click the first visible element that fits and contains `words`."""
        centres = eventually(
            self._page,
            lambda: [spot for found in self._ask(CENTRES, selector, words) for spot in found],
            bool,
        )
        assert centres, f"nothing to click: {selector} {words}"
        self._page.mouse.click(centres[0]["x"], centres[0]["y"])

    def fill(self, selector: str, value: str) -> None:
        """Fill a control of a form as a person would; any value but an empty one sets a tick."""
        self.scroll_to(selector)
        assert any(self._ask(FILL, selector, value)), f"nothing to fill: {selector}"

    def count(self, selector: str) -> int:
        """How many elements fit, visible or not."""
        return sum(self._ask(COUNT, selector))

    def exists(self) -> bool:
        """Whether the page holds an overlay at all."""
        return any(True for _ in self._roots())

    def _ask(self, function: str, *arguments: str) -> list[Any]:
        """Call `function` on every closed shadow root of the page."""
        return [self._call(root, function, arguments) for root in self._roots()]

    def _call(self, root: Node, function: str, arguments: tuple[str, ...]) -> Any:
        resolved = self._session.send("DOM.resolveNode", {"backendNodeId": root["backendNodeId"]})
        answer = self._session.send(
            "Runtime.callFunctionOn",
            {
                "objectId": resolved["object"]["objectId"],
                "functionDeclaration": function,
                "arguments": [{"value": argument} for argument in arguments],
                "returnByValue": True,
            },
        )
        return answer["result"].get("value")

    def _roots(self) -> Iterator[Node]:
        document = self._session.send("DOM.getDocument", {"depth": -1, "pierce": True})
        return closed_roots(document["root"])


def closed_roots(node: Node) -> Iterator[Node]:
    """The closed shadow roots below `node`; the browser's own are of another type."""
    for root in node.get("shadowRoots", ()):
        if root["shadowRootType"] == "closed":
            yield root
    for child in (*node.get("children", ()), *node.get("shadowRoots", ())):
        yield from closed_roots(child)

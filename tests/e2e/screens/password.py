"""The dialog «Сменить пароль» and the help that the extension offers beside it."""

import json

from playwright.sync_api import Locator, Page

from tests.e2e.screens.overlay import Overlay

BOX = "section.password"


class PasswordScreen:
    """The dialog over one card."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._overlay = Overlay(page)
        self._first = page.locator("[name=NEWPASSWORD]")
        self._second = page.locator("[name=CONFIRMPASSWORD]")

    def open(self) -> None:
        """Press «Сменить пароль» on the card and wait for the help."""
        self._page.get_by_role("button", name="Сменить пароль").click()
        self._overlay.wait_for_text(BOX, "")

    def close(self) -> None:
        self._page.locator(".modal .close").click()

    def wait_until_gone(self) -> None:
        self._overlay.wait_for_none(BOX)

    def fill(self) -> None:
        """Press «Подставить надёжный пароль»."""
        before = self.typed()
        self._overlay.click(f"{BOX} .fill")
        self._overlay.wait_for_text(f"{BOX} .outcome", "обоих полях")
        assert self.typed() != before

    def print(self) -> None:
        """Press «Напечатать памятку» and wait until it is printed."""
        self._overlay.click(f"{BOX} .print")
        self._overlay.wait_for_text(f"{BOX} .outcome", "отправлена на печать")

    def type(self, first: str, second: str) -> None:
        self._first.fill(first)
        self._second.fill(second)

    def typed(self) -> tuple[str, str]:
        return self._first.input_value(), self._second.input_value()

    def tick(self) -> Locator:
        """«Пользователь должен сменить пароль при первом входе в систему»."""
        return self._page.get_by_label("Пользователь должен сменить пароль")

    def complaint(self) -> str:
        return " ".join(self._overlay.texts(f"{BOX} .complaint"))

    def marked(self) -> Locator:
        return self._page.locator("[data-sverka-password]")

    def can_print(self) -> bool:
        return self._overlay.count(f"{BOX} .print:not(:disabled)") > 0

    def everything_drawn(self) -> str:
        """The whole document with frames and shadow roots, as the debugger sees it."""
        session = self._page.context.new_cdp_session(self._page)
        document = session.send("DOM.getDocument", {"depth": -1, "pierce": True})
        session.detach()
        return json.dumps(without_values(document["root"]), ensure_ascii=False)


def without_values(node: dict[str, object]) -> dict[str, object]:
    """The tree without the inner text of password fields, which the browser itself draws."""
    children = [child for key in ("children", "shadowRoots") for child in listed(node, key)]
    is_field = node.get("nodeName") == "INPUT"
    kept = {key: value for key, value in node.items() if key not in ("children", "shadowRoots")}
    return {**kept, "inside": [] if is_field else [without_values(child) for child in children]}


def listed(node: dict[str, object], key: str) -> list[dict[str, object]]:
    found = node.get(key, [])
    assert isinstance(found, list)
    return found

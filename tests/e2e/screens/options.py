"""The extension's options page: port, pairing, the hosts where it is on."""

import re

from playwright.sync_api import Locator, Page, expect

KIND = "data-kind"


class OptionsScreen:
    """The page as the operator fills it in."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def pair(self, port: int, code: str) -> None:
        """Say where the helper listens and type the code."""
        self.say_port(port)
        self.try_code(code)
        self._wait_for_outcome("#pairing-outcome")
        self._wait_for_outcome("#connection")

    def say_port(self, port: int) -> None:
        """Type where the helper listens."""
        self.page.locator("#port [name=port]").fill(str(port))
        self.page.locator("#port button").click()
        self._wait_for_outcome("#port-outcome")

    def pairing_outcome(self) -> str:
        """How the last try of a code has ended: `fine` or `bad`."""
        outcome = self.page.locator("#pairing-outcome")
        expect(outcome).to_have_attribute(KIND, re.compile("fine|bad"))
        return outcome.get_attribute(KIND) or ""

    def try_code(self, code: str) -> None:
        """Type a code and press «Сопрячь»."""
        self.page.locator("#pairing [name=code]").fill(code)
        self.page.locator("#pairing button").click()

    def wait_until_connected(self) -> None:
        """Wait until it says that the helper answers."""
        self._wait_for_outcome("#connection")

    def check_connection(self) -> None:
        """Press «Проверить связь»."""
        self.page.locator("#check").click()

    def forget_pairing(self) -> None:
        """Press «Забыть сопряжение»."""
        self.page.locator("#forget").click()
        self._wait_for_outcome("#pairing-outcome")
        expect(self.page.locator("#forget")).to_be_hidden()

    def ask_to_switch_on(self, address: str) -> None:
        """Type an address and press «Включить»; the browser may ask for permission."""
        self.page.locator("#adding [name=address]").fill(address)
        self.page.locator("#adding button").click()

    def switch_on(self, address: str) -> None:
        """Switch the extension on for an address."""
        self.ask_to_switch_on(address)
        self.wait_until_on(address)

    def wait_until_on(self, address: str) -> None:
        self._wait_for_outcome("#adding-outcome")
        expect(self._host(address)).to_have_count(1)

    def switch_off(self, address: str) -> None:
        """Switch it off again."""
        self._host(address).get_by_role("button").click()
        expect(self._host(address)).to_have_count(0)

    def _host(self, address: str) -> Locator:
        return self.page.locator("#hosts li").filter(has_text=address)

    def _wait_for_outcome(self, place: str) -> None:
        expect(self.page.locator(place)).to_have_attribute(KIND, "fine")

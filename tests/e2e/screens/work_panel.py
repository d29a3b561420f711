"""The side panel with the work list, opened in a tab of its own."""

from playwright.sync_api import Locator, Page, expect

GROUP = "data-sverka-group"


class WorkPanel:
    """What the operator sees in the panel."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def items(self) -> Locator:
        """The groups of the list."""
        return self.page.locator("#items li")

    def wait_for_items(self, count: int) -> None:
        """Wait until the list shows so many groups."""
        expect(self.items()).to_have_count(count)

    def wait_until_loaded(self) -> None:
        """Wait until the list is there, whatever it holds."""
        expect(self.page.locator("#states button").first).to_be_visible()

    def wait_for_words(self, words: str) -> None:
        """Wait until the line above the list says `words`."""
        expect(self.page.locator("#found")).to_contain_text(words)

    def problem(self) -> Locator:
        """What stands in the way."""
        return self.page.locator("#problem")

    def retry(self) -> None:
        """Press «Повторить»."""
        self.problem().get_by_role("button", name="Повторить").click()

    def search(self, words: str) -> None:
        self.page.locator("[name=search]").fill(words)
        self.page.get_by_role("button", name="Найти").click()

    def order_by(self, words: str) -> None:
        """Choose what stands first."""
        order = self.page.locator("[name=order]")
        if not order.is_visible():
            self.page.locator("#filter summary").click()
        order.select_option(words)

    def show_state(self, state: str) -> None:
        """Show the groups of one state alone, by its word."""
        self.page.locator("#states button", has_text=state).click()

    def count(self, state: str) -> int:
        """How many groups are in a state, by its word; 0 where it is not named."""
        named = self.page.locator("#states button", has_text=state)
        return int(named.inner_text().rpartition(":")[2]) if named.count() else 0

    def select(self, *places: int) -> None:
        """Tick the groups at these places."""
        for place in places:
            self.items().nth(place).locator("input").check()

    def assign_selected(self, organisation: str, due: str) -> None:
        """Assign what is selected to an organisation that the list does not name."""
        selection = self.page.locator("#selection")
        selection.locator("summary").click()
        selection.locator("select").select_option("")
        selection.locator("[name=other_organisation]").fill(organisation)
        selection.locator("[name=due]").fill(due)
        selection.get_by_role("button", name="Назначить выбранные").click()

    def outcome(self) -> Locator:
        """How the last assignment of several groups has ended."""
        return self.page.locator("#selection [role=status]")

    def open(self, place: int) -> None:
        """Open the group at a place."""
        self.items().nth(place).locator(".open").click()
        expect(self.card()).to_be_visible()

    def card(self) -> Locator:
        """The state of the group that is open."""
        return self.page.locator("#group section.state")

    def title(self) -> Locator:
        """Whom the open group is about."""
        return self.page.locator("#group h2")

    def history(self) -> Locator:
        """The lines of what was done with the open group."""
        return self.page.locator("#group .history li")

    def reports(self) -> Locator:
        """Open «Прочитанные отчёты»; gives its lines."""
        self.page.locator("#reports summary").click()
        return self.page.locator("#reports li")

    def next(self) -> None:
        self.page.get_by_role("button", name="Следующая").click()

    def back(self) -> None:
        self.page.get_by_role("button", name="К списку").click()

"""Firefox: the extension loads, pairs by the code and annotates the report."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.e2e.browser import copy_for_hosts
from tests.e2e.firefox.browser import EXTENSION_UUID, Firefox, firefox_with
from tests.e2e.helper import Helper, running_helper
from tests.e2e.screens.annotations import MARKS, STATE, Mark, by_row
from tests.e2e.screens.stand import LISTENING
from tests.e2e.session import HOSTS
from tests.e2e.truths import advised, data_rows
from tests.stand.plot import Mode
from tests.stand.render import fragment
from tests.stand.scenarios import Scenario
from tests.stand.server import Stand

pytestmark = pytest.mark.slow

MODE = Mode.CLASSIC
TABLE = Scenario()
REPORT = "table.table-print"
TEXT = "(table) => table.textContent"
TEXT_SENT = """
(html) => new DOMParser().parseFromString(html, "text/html")
  .querySelector("table.table-print").textContent
"""


@pytest.fixture(scope="module")
def helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with running_helper(tmp_path_factory.mktemp("firefox-helper") / "data") as helper:
        yield helper


@pytest.fixture(scope="module")
def firefox(helper: Helper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox, paired by typing the code and switched on for the stand."""
    place = tmp_path_factory.mktemp("firefox")
    host = HOSTS[MODE]
    extension = copy_for_hosts(place / "extension", [host])
    with firefox_with(extension, place / "profile", [host]) as firefox:
        firefox.open_extension("ui/options.html")
        # The page fills in the port it knows; what is typed before that is lost.
        firefox.find("#connection[data-kind=bad]")
        firefox.fill("#port [name=port]", str(helper.port))
        firefox.click("#port button")
        firefox.find("#port-outcome[data-kind=fine]")
        firefox.fill("#pairing [name=code]", helper.pairing_code())
        firefox.click("#pairing button")
        firefox.find("#pairing-outcome[data-kind=fine]")
        firefox.find("#connection[data-kind=fine]")
        firefox.fill("#adding [name=address]", f"http://{host}")
        firefox.click("#adding button")
        firefox.find("#adding-outcome[data-kind=fine]")
        yield firefox


@pytest.fixture(scope="module")
def annotated(firefox: Firefox, stands: dict[Mode, Stand]) -> Firefox:
    """The report, made by the operator's own clicks and annotated."""
    stand = stands[MODE]
    stand.scenario = TABLE
    firefox.open(f"http://{HOSTS[MODE]}:{urlsplit(stand.url).port}/")
    firefox.fill("[name=UN]", "мПетроваА")
    firefox.fill("[name=PW]", "vymyshlennyj")
    firefox.click("[type=submit]")
    firefox.click("button.btn-link")
    firefox.find(f"body[{LISTENING}]")
    firefox.click(".generate-report-button")
    firefox.find(f"[{STATE}=done]")
    return firefox


@pytest.mark.usefixtures("firefox")
def test_pairing_is_bound_to_this_installation_of_the_extension(helper: Helper) -> None:
    assert [origin for _, origin, *_ in helper.pairings] == [f"moz-extension://{EXTENSION_UUID}"]


def test_every_account_gets_the_right_advice(annotated: Firefox) -> None:
    table = annotated.all(REPORT)[-1]
    marks = annotated.run(MARKS, [table, data_rows(TABLE)])
    assert by_row([Mark(**mark) for mark in marks]) == advised(TABLE)


def test_the_text_of_the_table_stays_as_sent(annotated: Firefox) -> None:
    sent = annotated.run(TEXT_SENT, fragment(TABLE, MODE))
    assert annotated.run(TEXT, annotated.all(REPORT)[-1]) == sent


def test_a_click_opens_the_card(annotated: Firefox) -> None:
    annotated.click("[data-sverka-advice=delete]")
    card = annotated.until(
        lambda: annotated.text_in_closed_root("[data-sverka-overlay]", "dialog.card[open]")
    )
    rule = annotated.find("[data-sverka-advice=delete]").get_attribute("data-sverka-rule")
    assert rule in card


def test_the_work_list_holds_what_was_found(annotated: Firefox) -> None:
    annotated.open_extension("ui/panel.html")
    annotated.click("#items .open")
    assert annotated.find("#group [data-sverka-work=found]")

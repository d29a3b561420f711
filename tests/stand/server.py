"""The stand as a running server on this computer."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from flask import Flask, Response, abort, jsonify, make_response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from tests.loopback import serving
from tests.stand import guard
from tests.stand.clones import clone_groups, clone_table, clones_view
from tests.stand.order import order_page, order_view
from tests.stand.plot import Mode, Outcome, Scenario
from tests.stand.render import fragment, page
from tests.stand.school.plot import SchoolScenario
from tests.stand.school.routes import add_classic_school, add_modern_school

SESSION = "ESRNSec"
STRICT_CSP = "default-src 'self'"
REFUSED = {"message": "Не удалось сформировать отчёт. Повторите попытку позже.", "isError": True}


@dataclass(slots=True)
class Stand:
    """One installation of СГО: `scenario` is what its next report shows, `school` its people."""

    mode: Mode
    url: str = ""
    scenario: Scenario = field(default_factory=Scenario)
    school: SchoolScenario = field(default_factory=SchoolScenario)
    watch: guard.Watch = field(default_factory=guard.Watch)

    @property
    def violations(self) -> list[guard.SeenRequest]:
        """The requests that would have written something."""
        return self.watch.violations


@contextmanager
def running_stand(mode: Mode = Mode.CLASSIC, port: int = 0) -> Iterator[Stand]:
    """Serve a stand on 127.0.0.1 until the block ends; port 0 takes a free one."""
    stand = Stand(mode)
    with serving(create_app(stand), port) as taken:
        stand.url = f"http://127.0.0.1:{taken}"
        yield stand


def create_app(stand: Stand) -> Flask:
    """The pages of one mode, behind the watch."""
    app = Flask(__name__, static_folder="static", template_folder="templates")

    @app.before_request
    def watch() -> None:
        if not stand.watch.allows(request.method, request.path):
            abort(500)

    @app.before_request
    def expire() -> str | None:
        free = request.path in {"/", guard.LOGIN} or request.endpoint == "static"
        expired = stand.school.expired and not free
        return page("login", stand.scenario) if expired else None

    @app.after_request
    def policy(response: Response) -> Response:
        if stand.scenario.strict_csp:
            response.headers["Content-Security-Policy"] = STRICT_CSP
        return response

    add_login(app, stand)
    if stand.mode is Mode.CLASSIC:
        add_classic(app, stand)
        add_classic_school(app, lambda: stand.school)
    else:
        add_modern(app, stand)
        add_modern_views(app)
        add_modern_school(app, lambda: stand.school)
    return app


def add_login(app: Flask, stand: Stand) -> None:
    """The login page and what a person comes to from it."""

    @app.get("/")
    def login_page() -> str:
        return page("login", stand.scenario)

    @app.post(guard.LOGIN)
    def login() -> BaseResponse:
        home = "/asp/Desktop.asp" if stand.mode is Mode.CLASSIC else "/app/em/"
        response = redirect(home)
        response.set_cookie(SESSION, "000000", httponly=True, samesite="Lax")
        return response


def add_classic(app: Flask, stand: Stand) -> None:
    """Pages drawn by the server; one goes from page to page by POST, addresses never change."""

    @app.get("/asp/Desktop.asp")
    def desktop() -> str:
        return _page_for_user("desktop-classic", stand)

    @app.post(guard.REPORT_PAGE)
    def report_page() -> str:
        return _page_for_user("report-classic", stand)

    @app.post(guard.ORDER)
    def order() -> str:
        return order_page()

    @app.post(guard.REPORT_CLASSIC)
    def report() -> Response:
        time.sleep(stand.scenario.delay_ms / 1000)
        return answer(stand)


def add_modern(app: Flask, stand: Stand) -> None:
    """A shell whose `#view` is replaced; reports are queued and then fetched."""
    numbers = count(1)
    ready_at: dict[int, float] = {}

    @app.get("/app/em/")
    def shell() -> str:
        return _page_for_user("report-modern", stand)

    @app.get("/app/em/views/reports.html")
    def view() -> str:
        return page("view-reports", stand.scenario)

    @app.post(guard.REPORT_MODERN)
    def queue() -> Response:
        task = next(numbers)
        ready_at[task] = time.monotonic() + stand.scenario.delay_ms / 1000
        return jsonify(taskId=task)

    @app.get("/webapi/reports/tasks/<int:task>")
    def progress(task: int) -> Response:
        left = ready_at[task] - time.monotonic()
        share = 1 - left * 1000 / max(stand.scenario.delay_ms, 1)
        return jsonify(ready=left <= 0, progress=max(0, min(100, round(share * 100))))

    @app.get("/webapi/reports/tasks/<int:task>/result")
    def result(task: int) -> Response:
        del ready_at[task]
        return answer(stand)


def add_modern_views(app: Flask) -> None:
    """The registry of clones and the order, whose contents no scenario changes."""

    @app.get("/app/em/views/clones.html")
    def clones() -> str:
        return clones_view()

    @app.get("/app/em/clones/<int:place>.html")
    def clone_group(place: int) -> str:
        if place >= len(clone_groups()):
            abort(404)
        return clone_table(place)

    @app.get("/app/em/views/order.html")
    def order() -> str:
        return order_view()


def answer(stand: Stand) -> Response:
    """What «Сформировать» brings: a fragment, a JSON error, or the login page."""
    match stand.scenario.outcome:
        case Outcome.ERROR:
            body = json.dumps(REFUSED, ensure_ascii=False)
        case Outcome.EXPIRED:
            body = page("login", stand.scenario)
        case _:
            body = fragment(stand.scenario, stand.mode)
    return make_response(body, {"Content-Type": "text/html; charset=utf-8"})


def _page_for_user(name: str, stand: Stand) -> str:
    return page(name if SESSION in request.cookies else "login", stand.scenario)

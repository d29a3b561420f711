"""The stand must let reading through, notice every writing request, and answer as asked."""

import pytest
from flask.testing import FlaskClient

from tests.stand import guard
from tests.stand.scenarios import Mode, Outcome, Scenario, TableStyle
from tests.stand.server import Stand, create_app


@pytest.fixture(params=Mode)
def stand(request: pytest.FixtureRequest) -> Stand:
    return Stand(request.param, scenario=Scenario(delay_ms=0))


@pytest.fixture
def client(stand: Stand) -> FlaskClient:
    return create_app(stand).test_client()


def generate(stand: Stand, client: FlaskClient) -> str:
    if stand.mode is Mode.CLASSIC:
        return client.post(guard.REPORT_CLASSIC).get_data(as_text=True)
    task = client.post(guard.REPORT_MODERN).get_json()["taskId"]
    assert client.get(f"/webapi/reports/tasks/{task}").get_json()["ready"]
    return client.get(f"/webapi/reports/tasks/{task}/result").get_data(as_text=True)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/asp/Admin/DeleteUser.asp"),
        ("POST", "/webapi/clones/merge"),
        ("GET", "/webapi/clones/archive"),
        ("PUT", "/webapi/students/1"),
        ("POST", "/somewhere/else"),
    ],
)
def test_a_writing_request_is_refused_and_remembered(
    stand: Stand, client: FlaskClient, method: str, path: str
) -> None:
    assert client.open(path, method=method).status_code == 500
    assert stand.violations == [guard.SeenRequest(method, path)]


def test_a_persons_own_clicks_are_no_violation(stand: Stand, client: FlaskClient) -> None:
    assert client.post(guard.LOGIN, follow_redirects=True).status_code == 200
    generate(stand, client)
    assert stand.violations == []
    assert stand.watch.reports == 1


def test_without_login_there_is_only_the_login_page(stand: Stand, client: FlaskClient) -> None:
    home = "/asp/Desktop.asp" if stand.mode is Mode.CLASSIC else "/app/em/"
    assert 'name="login"' in client.get(home).get_data(as_text=True)


@pytest.mark.parametrize(
    ("outcome", "sign"),
    [
        (Outcome.TABLE, 'class="table-print'),
        (Outcome.EMPTY, "Нет данных"),
        (Outcome.ERROR, '{"message":'),
        (Outcome.EXPIRED, 'name="login"'),
    ],
)
def test_the_report_ends_as_the_scenario_says(
    stand: Stand, client: FlaskClient, outcome: Outcome, sign: str
) -> None:
    stand.scenario = Scenario(outcome=outcome, delay_ms=0)
    assert sign in generate(stand, client)


def test_a_strict_policy_is_sent_with_every_page(stand: Stand, client: FlaskClient) -> None:
    stand.scenario = Scenario(strict_csp=True)
    assert client.get("/").headers["Content-Security-Policy"] == "default-src 'self'"


def test_the_usual_table_is_the_default() -> None:
    assert Scenario().variant.table == TableStyle()

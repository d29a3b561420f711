"""The school's pages on a running stand: reachable by a person's clicks, and by those alone."""

import pytest
from flask.testing import FlaskClient

from tests.stand import guard
from tests.stand.plot import Mode
from tests.stand.school.model import Field, Role
from tests.stand.school.plot import CardVariant, Loading, SchoolScenario
from tests.stand.school.world import school
from tests.stand.server import Stand, create_app

PUPIL = school().cards(Role.PUPIL)[0]


@pytest.fixture
def stand(request: pytest.FixtureRequest) -> Stand:
    return Stand(request.param, school=SchoolScenario(delay_ms=0))


@pytest.fixture
def client(stand: Stand) -> FlaskClient:
    client = create_app(stand).test_client()
    client.post(guard.LOGIN)
    return client


classic = pytest.mark.parametrize("stand", [Mode.CLASSIC], indirect=True)
modern = pytest.mark.parametrize("stand", [Mode.MODERN], indirect=True)


@classic
def test_the_posted_number_decides_whose_classic_card_opens(
    stand: Stand, client: FlaskClient
) -> None:
    html = client.post(guard.CARD, data={"UID": PUPIL.number}).get_data(as_text=True)
    assert f'value="{PUPIL.values[Field.LOGIN]}"' in html
    assert client.post(guard.CARD, data={"UID": 1}).status_code == 404
    assert stand.violations == []


@classic
def test_a_read_only_card_has_nothing_to_type_into(stand: Stand, client: FlaskClient) -> None:
    stand.school = SchoolScenario(read_only=True)
    html = client.post(guard.CARD, data={"UID": PUPIL.number}).get_data(as_text=True)
    assert PUPIL.values[Field.LOGIN] in html
    assert 'type="text"' not in html


@modern
def test_the_elements_of_a_current_card_are_empty_until_asked_for(
    stand: Stand, client: FlaskClient
) -> None:
    view = client.get(f"/app/em/views/pupil/{PUPIL.number}.html").get_data(as_text=True)
    part = client.get(f"/app/em/cards/{PUPIL.number}/user-info/whole.html").get_data(as_text=True)
    assert PUPIL.values[Field.LOGIN] not in view
    assert PUPIL.values[Field.LOGIN] in part
    assert stand.violations == []


@modern
def test_a_draft_of_a_card_has_captions_without_values(stand: Stand, client: FlaskClient) -> None:
    stand.school = SchoolScenario(variant=CardVariant(loading=Loading.REPLACED), delay_ms=0)
    view = client.get(f"/app/em/views/pupil/{PUPIL.number}.html").get_data(as_text=True)
    draft = client.get(f"/app/em/cards/{PUPIL.number}/user-info/draft.html").get_data(as_text=True)
    assert "draft.html" in view
    assert "Фамилия" in draft
    assert PUPIL.values[Field.SURNAME] not in draft


@modern
@pytest.mark.parametrize("address", ["views/parent", "cards/{}/parent-students"])
def test_a_pupil_has_no_page_of_a_parent(client: FlaskClient, address: str) -> None:
    place = address.format(PUPIL.number)
    end = "whole.html" if "cards" in address else f"{PUPIL.number}.html"
    assert client.get(f"/app/em/{place}/{end}").status_code == 404


@classic
@pytest.mark.parametrize("button", ["SaveUser", "RestoreUser", "DeleteUser", "SavePassword"])
def test_the_buttons_of_a_card_are_refused(stand: Stand, client: FlaskClient, button: str) -> None:
    address = f"/asp/Admin/Users/{button}.asp"
    assert client.post(address).status_code == 500
    assert stand.violations == [guard.SeenRequest("POST", address)]


def asked(role: Role, page: int) -> dict[str, str]:
    filters = {"FIRST": "А", "LAST": "Я", "SEX": "Все", "STATUS": "0", "SEARCH": "", "SIZE": "10"}
    return {**filters, "ROLE": role, "PAGE": str(page)}


@pytest.mark.parametrize("stand", Mode, indirect=True)
@pytest.mark.parametrize("role", Role)
def test_the_pager_brings_the_page_that_was_asked_for(
    stand: Stand, client: FlaskClient, role: Role
) -> None:
    address = guard.LIST_CLASSIC if stand.mode is Mode.CLASSIC else guard.LIST_MODERN
    html = client.post(address, data=asked(role, 2)).get_data(as_text=True)
    names = [card.full_name for card in school().cards(role)]
    assert names[10] in html
    assert names[0] not in html
    assert stand.violations == []


@pytest.mark.parametrize("stand", Mode, indirect=True)
def test_after_the_session_every_answer_is_the_login_page(
    stand: Stand, client: FlaskClient
) -> None:
    stand.school = SchoolScenario(expired=True)
    asked_for = (
        client.post(guard.CARD, data={"UID": PUPIL.number})
        if stand.mode is Mode.CLASSIC
        else client.get(f"/app/em/cards/{PUPIL.number}/user-info/whole.html")
    )
    assert 'name="login"' in asked_for.get_data(as_text=True)
    assert "Вход в систему" in client.get("/").get_data(as_text=True)

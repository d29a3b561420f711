"""Who may be a missing parent or child: several signs together, and never a matter of course."""

from datetime import date

import pytest
from msgspec.structs import replace

from sverka.matching.family import Relative, Sign, likely_children, likely_parents, signs
from sverka.people.names import PersonName

PHONE, ADDRESS, SCHOOL = "+7 914 123-45-67", "г. Томари, ул. Ленина, д. 5", "МБОУ СОШ № 1"


def person(
    key: str,
    name: str,
    born: int | None = None,
    *,
    phone: str = "",
    address: str = "",
    organisation: str = "",
) -> Relative:
    return Relative(
        key=key,
        name=PersonName.from_full(name),
        birth_date=date(born, 5, 7) if born else None,
        phone=phone,
        address=address,
        organisation=organisation,
    )


CHILD = person("s1", "Петрова Анна Сергеевна", 2015, phone=PHONE, address=ADDRESS)
FATHER = person("r1", "Петров Сергей Ильич", 1985)


def test_a_father_is_known_by_surname_and_patronymic() -> None:
    assert signs(CHILD, FATHER) == (Sign.SURNAME, Sign.FATHER)
    assert [one.person.key for one in likely_parents(CHILD, [FATHER])] == ["r1"]
    assert [one.person.key for one in likely_children(FATHER, [CHILD])] == ["s1"]


@pytest.mark.parametrize(
    ("parent", "found"),
    [
        (person("r1", "Петрова Ольга Ивановна"), (Sign.SURNAME,)),
        (person("r1", "Сидорова Ольга Ивановна", phone="8 (914) 1234567"), (Sign.PHONE,)),
        (person("r1", "Сидоров Сергей Ильич"), (Sign.FATHER,)),
        (person("r1", "Сидорова Ольга Ивановна", address="Томари, Ленина, 5"), (Sign.ADDRESS,)),
        (person("r1", "Сидорова Ольга Ивановна"), ()),
    ],
)
def test_one_sign_alone_makes_nobody_a_parent(parent: Relative, found: tuple[Sign, ...]) -> None:
    assert signs(CHILD, parent) == found
    assert likely_parents(CHILD, [parent]) == ()


def test_surname_and_school_are_shared_by_many() -> None:
    child = replace(CHILD, organisation=SCHOOL)
    parent = person("r1", "Петрова Ольга Ивановна", organisation="СОШ №1 МБОУ")
    assert signs(child, parent) == (Sign.SURNAME, Sign.ORGANISATION)
    assert likely_parents(child, [parent]) == ()


@pytest.mark.parametrize(("phone", "address"), [(PHONE, ""), ("", ADDRESS)])
def test_a_mother_is_known_by_surname_and_home(phone: str, address: str) -> None:
    mother = person("r1", "Петрова Ольга Ивановна", phone=phone, address=address)
    assert [one.person.key for one in likely_parents(CHILD, [mother])] == ["r1"]


def test_a_mother_is_nobodys_patronymic() -> None:
    mother = person("r1", "Петрова Александра Ильинична")
    child = person("s1", "Петров Иван Александрович")
    assert signs(child, mother) == (Sign.SURNAME,)


@pytest.mark.parametrize(("born", "likely"), [(2000, True), (2002, False), (2016, False)])
def test_nobody_is_the_parent_of_almost_his_own_age(born: int, likely: bool) -> None:
    parent = person("r1", "Петров Сергей Ильич", born)
    assert bool(likely_parents(CHILD, [parent])) is likely


def test_the_likeliest_stand_first_and_few_are_named() -> None:
    likelier = replace(FATHER, key="r2", phone=PHONE)
    many = [replace(FATHER, key=f"r{n}") for n in range(3, 20)]
    found = [one.person.key for one in likely_parents(CHILD, [*many, likelier])]
    assert found[0] == "r2"
    assert len(found) == 5


def test_what_neither_tells_is_no_sign() -> None:
    assert signs(person("s1", "Ким Анна"), person("r1", "Пак Олег")) == ()

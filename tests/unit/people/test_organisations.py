"""The kind of an organisation and when two names are one organisation."""

import tomllib
from collections.abc import Iterator
from importlib import resources

import pytest

from sverka.people.organisations import OrgKind, kind_of, org_key

SCHOOLS = (
    "МБОУ СОШ № 2 г. Заречного",
    "МБОУ «Средняя общеобразовательная школа №5»",
    "МАОУ гимназия № 3",
    "Гимназия «Эврика»",
    "МАОУ «Лицей №4 имени Героя»",
    "МКОУ ООШ с. Поречье",
    "НОШ № 7",
    "НШ с. Ключи",
    "Прогимназия № 2",
    "Кадетский корпус",
    "Школа-интернат № 1",
    "Центр образования «Луч»",
    "МБОУ ЦО № 4",
    "ВСОШ № 1",
    "школы № 3 филиал",
    "филиал при школе № 3",
    "филиал гимназии № 1",
    "филиал лицея № 4",
    "МБОУ начальная общеобразовательная школа",
)
KINDERGARTENS = (
    "МБДОУ детский сад № 11 «Ромашка»",
    "МАДОУ № 14 «Родничок»",
    "Детский сад комбинированного вида «Теремок»",
    "МБДОУ д/с № 5",
    "МБДОУ Д/С №5",
    "МДОУ «Центр развития ребёнка № 2»",
    "ЦРР № 3",
    "Ясли № 1",
    "ДОУ № 77",
    "структурное подразделение детского сада № 2",
    "Дошкольная группа «Пчёлка»",
    "Дошкольное отделение",
    "ЧДОУ «Малыш»",
    "дет. сад № 9",
)
ADDITIONAL = (
    "МБУ ДО «Дом детского творчества» г. Заречного",
    "МАУДО ДДЮТ пгт Лесная Горка",
    "МБУ ДО «Детская школа искусств»",
    "МБОУ ДОД «Дворец детского (юношеского) творчества»",
    "МБУДО «Станция юных техников»",
    "ДШИ № 1",
    "Музыкальная школа № 2",
    "Художественная школа",
    "МБУ «Спортивная школа «Олимп»",
    "ДЮСШ № 1",
    "СШОР по боксу",
    "Центр детского творчества",
    "ЦДТ «Радуга»",
    "Кванториум",
    "Технопарк «Кванториум»",
    "IT-куб",
    "Эколого-биологический центр",
    "Дворец пионеров",
    "ЦВР «Досуг»",
    "МАУ ДО СЮН",
    "Автошкола «Старт»",
    "Организация дополнительного образования «Лидер»",
)
OTHERS = (
    "ГБОУ № 1505",
    "МОУ СШ № 4",
    "МБОУ СОШ № 5 с дошкольными группами",
    "МБОУ ЦППМСП",
    "НОШ — детский сад № 15",
    "Начальная школа – детский сад № 3",
    "Школа-детский сад № 1",
    "НШ-ДС № 4",
    "Заречный колледж искусств",
    "Политехнический техникум",
    "Университет",
    "Суворовское училище",
    "Управление образования",
    "Библиотека № 3",
    "до востребования",
    "",
)


@pytest.mark.parametrize("name", SCHOOLS)
def test_school_is_recognised_by_its_name(name: str) -> None:
    assert kind_of(name) is OrgKind.SCHOOL


@pytest.mark.parametrize("name", KINDERGARTENS)
def test_kindergarten_is_recognised_by_its_name(name: str) -> None:
    assert kind_of(name) is OrgKind.KINDERGARTEN


@pytest.mark.parametrize("name", ADDITIONAL)
def test_additional_education_is_recognised_by_its_name(name: str) -> None:
    assert kind_of(name) is OrgKind.ADDITIONAL


@pytest.mark.parametrize("name", OTHERS)
def test_a_name_that_tells_nothing_certain_is_of_no_kind(name: str) -> None:
    assert kind_of(name) is OrgKind.OTHER


def listed_words() -> Iterator[tuple[OrgKind, str]]:
    source = resources.files("sverka.people").joinpath("organisations.toml")
    for kind, entry in tomllib.loads(source.read_text(encoding="utf-8")).items():
        for words in entry["words"]:
            yield OrgKind(kind), words


@pytest.mark.parametrize(("kind", "words"), list(listed_words()))
def test_every_entry_of_the_lists_is_found_in_a_name(kind: OrgKind, words: str) -> None:
    """An entry that folding can never meet, or that an earlier kind takes, is dead."""
    assert kind_of(f"«{words.replace('*', 'ий').upper()}» № 1 г. Заречного") is kind


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("СОШ №2", "сош № 2"),
        ("СОШ №2", "СОШ 2"),
        ('МБОУ "СОШ № 2"', "МБОУ «СОШ №2»"),
        ("COШ 2", "СОШ 2"),
        ("Детский сад «Берёзка»", "детский сад Березка"),
        ("МБОУ\u00a0СОШ\n№ 1", "МБОУ СОШ № 1"),
    ],
)
def test_spellings_of_one_organisation_are_equal(left: str, right: str) -> None:
    assert org_key(left) == org_key(right)


@pytest.mark.parametrize(
    ("left", "right"), [("СОШ № 1", "СОШ № 11"), ("СОШ № 2", "ООШ № 2"), ("СОШ 1 2", "СОШ 12")]
)
def test_different_organisations_are_not_taken_for_one(left: str, right: str) -> None:
    assert org_key(left) != org_key(right)

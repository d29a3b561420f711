"""`sverka model` as a process: training, showing and checking a model, and linking by it."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import astuple, replace

from benchmarks.contingent import COLUMNS, Child
from sverka.commands.model import model as model_group
from sverka.errors import SverkaError
from sverka.matching.contingent import installed
from sverka.matching.contingent.vocabulary import EngineName
from sverka.matching.keys import Key
from sverka.matching.model import SHIPPED, read_model, shipped_model
from sverka.texts import text
from tests.unit.matching.contingent.conftest import Folder
from tests.unit.matching.contingent.exact import ExactMatcher
from tests.unit.matching.contingent.pupils import child, children

# More time than `make test` may take.
pytestmark = pytest.mark.slow

ROWS, SEED = 1_000, 7
LABELS = ("--labels", "Эталон")
# Twelve accounts of one child, so that a small file shows every level that is trained.
NATALIA = child(
    *("Петрова", "Наталья", "Юрьевна", "03.04.2015"),
    sex="ж",
    snils="112-233-445 95",
    certificate="I-АБ № 600005",
    enrolled="01.09.2022",
)
SLIPS: Sequence[dict[str, str]] = (
    {},
    {"surname": "Жмыхова"},
    {"surname": "Наталья", "name": "Петрова"},
    {"surname": "Петрова-Жмыхова", "name": "Наталия"},
    {"name": "Ирина", "patronymic": "Глебовна"},
    {"name": "Ыыххщ", "surname": "Петров"},
    {"name": "Наталяь", "surname": "Пертова", "patronymic": "Юриевна"},
    {"patronymic": "Юрьевнаа", "name": "Натальяя"},
    {"patronymic": "Юрьевнааа", "birth": "04.03.2015"},
    {"birth": "03.04.2016", "sex": "м"},
    {"birth": "29.04.2015", "certificate": "I-АБ № 600006"},
    {"birth": "11.12.2011", "certificate": "V-ВГ № 711118", "snils": "087-654-303 00"},
    {"certificate": "I-АБ № 900005"},
)


def sverka(*arguments: object, **environment: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sverka", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {name: str(value) for name, value in environment.items()},
    )


def contingent(folder: Folder, name: str, lines: Sequence[Child]) -> Path:
    rows = [(number, *astuple(line)) for number, line in enumerate(lines, start=1)]
    return folder.csv(name, [COLUMNS, *rows])


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A model of one's own: the file, what it was trained on, and what was said and left."""
    place, temporary = tmp_path_factory.mktemp("model"), tmp_path_factory.mktemp("temporary")
    lines = [*children(ROWS, SEED), *(replace(NATALIA, **slip) for slip in SLIPS)]
    file = contingent(Folder(place, ExactMatcher()), "known.csv", lines)
    out = place / "own.json"
    ended = sverka("model", "train", file, *LABELS, "--out", out, TMPDIR=temporary)
    assert ended.returncode == 0, ended.stderr
    return {"contingent": file, "model": out, "said": ended.stdout, "left": temporary}


def test_a_trained_model_is_saved_and_tells_where_it_comes_from(trained: dict[str, Any]) -> None:
    rows = ROWS + len(SLIPS)
    assert trained["said"] == (
        f"Модель обучена на {rows} записях и сохранена: {trained['model']}\n"
    )
    training = read_model(trained["model"]).trained
    assert (training.method, training.rows, training.file) == ("labels", rows, "known.csv")


def test_training_leaves_no_pupils_behind(trained: dict[str, Any]) -> None:
    assert list(trained["left"].iterdir()) == []
    names = {file.name for file in trained["model"].parent.iterdir()}
    assert names == {"known.csv", "own.json"}


def test_a_weight_has_no_more_digits_than_every_run_gives(trained: dict[str, Any]) -> None:
    for comparison in read_model(trained["model"]).comparisons:
        for weight in comparison.levels.values():
            assert weight.m == float(f"{weight.m:.6g}")
            assert weight.u == float(f"{weight.u:.6g}")


def test_linking_uses_a_model_of_ones_own(trained: dict[str, Any], tmp_path: Path) -> None:
    out = tmp_path / "out"
    model = trained["model"]
    ended = sverka("link", trained["contingent"], "--model", model, "--out", out)
    assert ended.returncode == 0, ended.stderr
    version = hashlib.sha256(model.read_bytes()).hexdigest()[:12]
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert summary["model_version"] == version
    assert summary["groups"]["groups"] > 0


def test_a_check_on_known_pupils_tells_how_good_the_model_is(trained: dict[str, Any]) -> None:
    ended = sverka("model", "check", trained["model"], "--on", trained["contingent"], *LABELS)
    assert ended.returncode == 0, ended.stderr
    assert "веса есть у всех уровней" in ended.stdout
    assert "точность 1, полнота 0," in ended.stdout
    assert "(близнецы): 0." in ended.stdout
    for name in ("один ребёнок", "не найдены", text("matching.guard.twins")):
        assert name in ended.stdout


def test_a_model_with_an_untrained_level_is_not_saved(folder: Folder) -> None:
    out = folder.text("own.json", "older")
    file = contingent(folder, "few.csv", children(300, SEED))
    ended = sverka("model", "train", file, *LABELS, "--out", out)
    assert ended.returncode == 2
    assert "name.other-name" in ended.stderr
    assert "Обучите модель на большем файле" in ended.stderr
    assert out.read_text() == "older"
    assert {found.name for found in folder.path.iterdir()} == {"few.csv", "own.json"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("train", "FILE", "--labels", "Ребёнок", "--out", "OUT"), "нет столбца «Ребёнок»"),
        (("train", "FILE", "--out", "FOLDER"), "Модель нельзя записать"),
        (("train", "FILE", "--out", "FOLDER/no/own.json"), "Модель нельзя записать"),
        (("train", "FILE"), "не указано обязательное значение"),
        (("train", "FILE", "--map", "Рост=Эталон", "--out", "OUT"), "не узнано название «Рост»"),
        (("train", "FOLDER/no.csv", "--out", "OUT"), "такого файла нет"),
        (("check", "--on", "FILE"), "--on ФАЙЛ --labels СТОЛБЕЦ"),
        (("check", "--labels", "Эталон"), "--on ФАЙЛ --labels СТОЛБЕЦ"),
        (("check", "--on", "FOLDER/blank.csv", *LABELS), "В столбце «Эталон»"),
        (("train", "FOLDER/blank.csv", *LABELS, "--out", "OUT"), "В столбце «Эталон»"),
        (("check", "FILE"), "Не удалось прочитать модель"),
        (("show", "FILE"), "Не удалось прочитать модель"),
    ],
)
def test_a_wrong_call_is_explained(folder: Folder, arguments: tuple[str, ...], told: str) -> None:
    file = contingent(folder, "a.csv", children(20, SEED))
    blank = (("Фамилия", "Имя", "Дата рождения", "Эталон"), ("Иванов", "Иван", "07.05.2015", ""))
    folder.csv("blank.csv", blank)
    places = {"FILE": str(file), "OUT": str(folder.path / "own.json"), "FOLDER": str(folder.path)}
    called = [filled(argument, places) for argument in arguments]
    ended = sverka("model", *called)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (folder.path / "own.json").exists()


def filled(argument: str, places: dict[str, str]) -> str:
    for name, place in places.items():
        argument = argument.replace(name, place)
    return argument


def test_linking_by_no_model_is_refused(folder: Folder) -> None:
    file = contingent(folder, "a.csv", children(20, SEED))
    out = folder.path / "out"
    ended = sverka("link", file, "--model", file, "--out", out)
    assert ended.returncode == 2
    assert "Не удалось прочитать модель" in ended.stderr
    assert not out.exists()


def test_a_check_names_the_levels_without_weights(tmp_path: Path) -> None:
    spoiled = json.loads(SHIPPED.read_bytes())
    spoiled["comparisons"][0]["levels"].pop("part")
    file = tmp_path / "model.json"
    file.write_text(json.dumps(spoiled), encoding="utf-8")
    with pytest.raises(SverkaError) as refused:
        CliRunner().invoke(model_group, ["check", str(file)], catch_exceptions=False)
    assert refused.value.message == f"В модели {file} нет весов для уровней: surname.part."


def test_the_shipped_model_is_shown_whole() -> None:
    shown = CliRunner().invoke(model_group, ["show"], catch_exceptions=False).stdout
    model = shipped_model()
    for comparison in model.comparisons:
        assert all(f" {comparison.field}.{level} " in shown for level in comparison.levels)
    for guard in model.guards:
        assert f" {guard.name} " in shown
    assert f"от {model.thresholds.same:g} бит" in shown
    assert "записей 100000" in shown
    assert model.trained.file in shown


@pytest.mark.parametrize("key", Key)
def test_every_key_has_a_name_for_people(key: Key) -> None:
    assert text(f"model.key.{key}")


@pytest.mark.parametrize(
    "call", [("train", "a.csv", "--out", "b"), ("check", "--on", "a", *LABELS)]
)
def test_without_the_optional_packages_it_is_said_how_to_install_them(
    call: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "_NEEDED", {EngineName.DUCKDB: ("no_such_package",)})
    with pytest.raises(SverkaError) as refused:
        CliRunner().invoke(model_group, list(call), catch_exceptions=False)
    assert 'pip install "sverka[linkage]"' in refused.value.hint

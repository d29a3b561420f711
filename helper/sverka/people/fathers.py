"""Whether a patronymic is made of a father's first name."""

from functools import cache

import msgspec
from msgspec import Struct

from sverka.people.names import patronymic_root
from sverka.people.variants import given_key, patronymic_key
from sverka.tables import table_beside


class _Formation(Struct, frozen=True, gc=False):
    irregular: list[tuple[str, str]]
    endings: list[tuple[str, list[str]]]
    son_of: str


def is_patronymic_of(patronymic: str, father: str) -> bool:
    """Whether a child with this patronymic may have a father of this first name.

    «Али оглы» is a son of «Али» as «Алиевич» is. Nothing is told where one of them is missing.
    """
    if not patronymic_key(patronymic):
        return False
    return patronymic_root(patronymic) in patronymics_of(father)


def patronymics_of(father: str) -> frozenset[str]:
    """The patronymics that sons and daughters of the name bear, without their gender."""
    name = given_key(father)
    return _roots(name) if name else frozenset()


@cache
def _roots(name: str) -> frozenset[str]:
    made = _irregular().get(name)
    forms = [made] if made else _regular(name)
    return frozenset(map(patronymic_root, (*forms, f"{name} {_data().son_of}")))


def _regular(name: str) -> list[str]:
    ending, becomes = next(pair for pair in _data().endings if name.endswith(pair[0]))
    return [name.removesuffix(ending) + end for end in becomes]


@cache
def _irregular() -> dict[str, str]:
    return {given_key(name): patronymic for name, patronymic in _data().irregular}


@cache
def _data() -> _Formation:
    return msgspec.convert(table_beside(__file__, "fathers.toml"), _Formation)

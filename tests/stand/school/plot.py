"""What the school shows, chosen by a test: which card, in which generation, and what is odd."""

from dataclasses import dataclass
from enum import StrEnum

from tests.stand.school.model import Role


class Generation(StrEnum):
    """The three ways a card is drawn."""

    EDITABLE = "editable"
    READ_ONLY = "read-only"
    CURRENT = "current"


class Language(StrEnum):
    """The language of the interface; the values are the tables of `captions.toml`."""

    RUSSIAN = "ru"
    UKRAINIAN = "uk"


class Loading(StrEnum):
    """How the custom elements of the current generation come to their contents."""

    LATE = "late"
    #: A first draft stands for a moment and is then replaced, elements and all.
    REPLACED = "replaced"
    LINKS_NEVER = "links-never"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class CardVariant:
    """How a card differs from the usual one."""

    language: Language = Language.RUSSIAN
    loading: Loading = Loading.LATE
    without_links: bool = False
    without_login: bool = False
    #: The next card of the household on the same page.
    second_card: bool = False
    #: The dialog «Сменить пароль» is open and this stands in both of its fields.
    typed_password: str | None = None
    #: The card is open in the module of additional education, and says so.
    additional: bool = False


USUAL_CARD = CardVariant()


@dataclass(frozen=True, slots=True)
class CardScenario:
    """`case` names the builder of `cases.py`, `order` the card among those of its role there."""

    case: str
    role: Role = Role.PUPIL
    order: int = 0
    generation: Generation = Generation.EDITABLE
    variant: CardVariant = USUAL_CARD


@dataclass(frozen=True, slots=True)
class SchoolScenario:
    """How a running stand shows its school; without `pupils` every case is told once.

    Once the session has `expired`, the login page stands in place of every answer.
    """

    pupils: int | None = None
    read_only: bool = False
    variant: CardVariant = USUAL_CARD
    delay_ms: int = 150
    expired: bool = False

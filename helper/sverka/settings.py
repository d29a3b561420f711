"""What the operator can set: `settings.toml` in the data directory, every key optional."""

from pathlib import Path
from typing import Annotated

import msgspec
import tomli
from msgspec import Meta, Struct

from sverka.errors import ErrorCode, SverkaError
from sverka.validation import field_of

DEFAULT_PORT = 8765


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The settings with their defaults; documented in `docs/settings.md`, which a test checks."""

    port: Annotated[int, Meta(ge=1024, le=65535)] = DEFAULT_PORT
    max_page_mb: Annotated[int, Meta(ge=1, le=500)] = 20
    risk_watch_days: Annotated[int, Meta(ge=0)] = 30
    risk_high_days: Annotated[int, Meta(ge=0)] = 90
    depart_working_days: Annotated[int, Meta(ge=0, le=60)] = 3
    delete_working_days: Annotated[int, Meta(ge=0, le=60)] = 5
    #: Whose reports are opened here, for reports that do not print it: re-runs are compared by it.
    authority: Annotated[str, Meta(max_length=500)] = ""
    #: After so many months without a sighting people's data are to be purged; 0 reminds of nothing.
    retention_months: Annotated[int, Meta(ge=0, le=1200)] = 12


def load_settings(file: Path) -> Settings:
    """Read `file`, or give the defaults where it does not exist.

    Raises `SverkaError` naming the file and the key that cannot be used.
    """
    try:
        return msgspec.convert(tomli.loads(file.read_text(encoding="utf-8-sig")), Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, tomli.TOMLDecodeError, UnicodeDecodeError):
        raise SverkaError(ErrorCode.BAD_REQUEST, "settings-unreadable", file=file) from None
    except msgspec.ValidationError as problem:
        raise SverkaError(
            ErrorCode.BAD_REQUEST, "settings-wrong-value", file=file, key=field_of(problem)
        ) from None

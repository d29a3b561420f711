"""The one error shape of the helper: a closed code, a Russian message and a remedy."""

from enum import StrEnum

from sverka.texts import text


class ErrorCode(StrEnum):
    """What can go wrong; the values are those of the JSON error shape."""

    BAD_REQUEST = "bad-request"
    NOT_PAIRED = "not-paired"
    REFUSED = "refused"
    NOT_FOUND = "not-found"
    CONFLICT = "conflict"
    TOO_LARGE = "too-large"
    UNREADABLE_PAGE = "unreadable-page"
    VERSION = "version"
    TOO_MANY = "too-many"
    INTERNAL = "internal"


class SverkaError(Exception):
    """A fault the operator is told about.

    `reason` names the entry `<reason>` of `texts/errors.toml`, which holds `message` and `hint`;
    `values` fill its placeholders and must never hold a person's data.
    """

    def __init__(self, code: ErrorCode, reason: str, **values: object) -> None:
        self.code = code
        self.reason = reason
        self.message = text(f"errors.{reason}.message", **values)
        self.hint = text(f"errors.{reason}.hint", **values)
        super().__init__(self.message)

    def as_json(self) -> dict[str, dict[str, str]]:
        """The error shape of every door: `{"error": {"code", "message", "hint"}}`."""
        return {"error": {"code": self.code.value, "message": self.message, "hint": self.hint}}

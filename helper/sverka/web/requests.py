"""What the extension may send; the page itself is `contract.PageRequest`."""

from typing import TYPE_CHECKING, Annotated, TypeVar

from flask import request
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)

from sverka.errors import ErrorCode, SverkaError
from sverka.web.codes import CODE_DIGITS

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Body = TypeVar("Body", bound=BaseModel)
Hex = Annotated[str, Field(pattern=r"^[0-9a-f]{16,128}$")]


class HelloRequest(BaseModel):
    """A greeting; with `client` and `nonce` it asks for a proof."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    client: Hex | None = None
    nonce: Hex | None = None


class PairRequest(BaseModel):
    """The code the operator typed, and what to call this browser in lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=rf"^[0-9]{{{CODE_DIGITS}}}$")]
    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]

    @field_validator("label")
    @classmethod
    def _printable(cls, label: str) -> str:
        """Lists print the label in a terminal, which control characters could steer."""
        if not label.isprintable():
            raise ValueError(label)
        return label


def read_body(kind: type[Body]) -> Body:
    """The request's JSON as `kind`.

    Raises `SverkaError` (`version`, `bad-request`) that names the field, never its content.
    """
    try:
        return kind.model_validate_json(request.get_data(cache=False))
    except ValidationError as problem:
        raise _complaint(problem.errors(include_input=False)[0]) from None


def _complaint(fault: "ErrorDetails") -> SverkaError:
    field = ".".join(str(part) for part in fault["loc"])
    if field == "schema" and fault["type"] == "literal_error":
        return SverkaError(ErrorCode.VERSION, "version")
    if not field:
        return SverkaError(ErrorCode.BAD_REQUEST, "request-malformed")
    return SverkaError(ErrorCode.BAD_REQUEST, "request-field", field=field)

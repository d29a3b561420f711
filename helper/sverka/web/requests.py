"""What the extension may send; the page itself is `contract.PageRequest`."""

from typing import Annotated, TypeVar

import msgspec
from flask import request
from msgspec import Meta, Struct

from sverka.errors import ErrorCode, SverkaError
from sverka.pairing.codes import CODE_DIGITS
from sverka.validation import field_of

Body = TypeVar("Body", bound=Struct)
Hex = Annotated[str, Meta(pattern=r"^[0-9a-f]{16,128}$")]
# Lists print the label in a terminal, which control characters could steer.
_PRINTABLE = r"[^\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]"
Label = Annotated[str, Meta(pattern=rf"^\s*(?=\S){_PRINTABLE}+$", max_length=100)]


class NoFields(Struct, frozen=True, forbid_unknown_fields=True):
    """A request that says everything by its address."""


class HelloRequest(Struct, frozen=True):
    """A greeting; with `client` and `nonce` it asks for a proof.

    What a newer extension adds is passed over, so that it learns which version answers.
    """

    client: Hex | None = None
    nonce: Hex | None = None


class PairRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """The code the operator typed, and what to call this browser in lists."""

    code: Annotated[str, Meta(pattern=rf"^[0-9]{{{CODE_DIGITS}}}$")]
    label: Label


def read_body(kind: type[Body]) -> Body:
    """The request's JSON as `kind`.

    Raises `SverkaError` (`version`, `bad-request`) that names the field, never its content.
    """
    try:
        return msgspec.json.decode(request.get_data(cache=False), type=kind)
    except msgspec.ValidationError as problem:
        raise _complaint(field_of(problem)) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise SverkaError(ErrorCode.BAD_REQUEST, "request-malformed") from None


def _complaint(field: str) -> SverkaError:
    if field == "schema":
        return SverkaError(ErrorCode.VERSION, "version")
    if not field:
        return SverkaError(ErrorCode.BAD_REQUEST, "request-malformed")
    return SverkaError(ErrorCode.BAD_REQUEST, "request-field", field=field)

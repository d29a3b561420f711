"""Which field a `msgspec.ValidationError` complains of."""

import re

import msgspec

# msgspec says «… - at `$.port`» of a wrong value and «… field `prot`» of a missing or unknown one.
_PATH = re.compile(r"- at `\$\.?(?P<path>[^`]*)`$")
_NAMED = re.compile(r"field `(?P<name>[^`]*)`")


def field_of(problem: msgspec.ValidationError) -> str:
    """The dotted name of the field, empty where the whole is of the wrong kind."""
    message = str(problem)
    path = _PATH.search(message)
    named = _NAMED.search(message)
    return ".".join(filter(None, (path and path["path"], named and named["name"])))

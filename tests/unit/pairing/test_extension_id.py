"""The helper and the manifest must mean the same extension."""

import base64
import hashlib
import json
from pathlib import Path

from sverka.pairing.extension_id import EXTENSION_ID

MANIFEST = Path(__file__).parents[3] / "extension" / "manifest.json"


def test_constant_is_the_id_that_browsers_derive_from_the_manifest_key() -> None:
    key = base64.b64decode(json.loads(MANIFEST.read_text(encoding="utf-8"))["key"])
    digits = hashlib.sha256(key).hexdigest()[:32]
    derived = "".join(chr(ord("a") + int(digit, 16)) for digit in digits)
    assert derived == EXTENSION_ID

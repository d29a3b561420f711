"""The extension's id, which browsers derive from the public `key` in its manifest.

The first 32 hex digits of the key's SHA-256, written with the letters a–p; a test holds this
constant against `extension/manifest.json`.
"""

EXTENSION_ID = "djhojjogpfihibdfhflcfjpoeiaidioh"

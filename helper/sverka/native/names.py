"""By what names the browsers, the extension and the host know one another."""

from sverka.pairing.extension_id import EXTENSION_ID

HOST_NAME = "ru.sverka.helper"
CHROMIUM_ORIGIN = f"chrome-extension://{EXTENSION_ID}/"
# The extension's id in Firefox, as its manifest says.
FIREFOX_ID = "sverka@sverka.example"

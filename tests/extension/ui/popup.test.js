import assert from "node:assert/strict";
import { test } from "node:test";
import { text } from "../../../extension/lib/texts.js";
import { define, installChrome, lifelines, openPage, OWN_ORIGIN, readText } from "../support.js";

test("over a page of an extension nothing can be switched on, and the popup says why", async () => {
  const body = openPage(readText("extension/ui/popup.html"), `${OWN_ORIGIN}/ui/popup.html`);
  define("HTMLButtonElement", self.HTMLButtonElement);
  const tab = { url: "chrome-extension://abcdefghijklmnopabcdefghijklmnop/page.html" };
  installChrome({ tabs: { query: () => Promise.resolve([tab]) } });
  Object.assign(chrome.i18n, { getUILanguage: () => "ru" });
  const settings = { hosts: [], version: "1" };
  const sendMessage = () => Promise.resolve({ result: settings });
  Object.assign(chrome.runtime, { sendMessage, connect: lifelines().connect });

  await import("../../../extension/ui/popup.js");
  assert.equal(body.querySelector("#site")?.textContent, text("site_none"));
  assert.equal(body.querySelector("#switch")?.hasAttribute("hidden"), true);
});

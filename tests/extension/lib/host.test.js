import assert from "node:assert/strict";
import { test } from "node:test";
import { hostOf, hostTyped, isHost } from "../../../extension/lib/host.js";

for (const [typed, host] of Object.entries({
  "https://sgo.example.test/asp/x.asp?AT=1": "https://sgo.example.test",
  "http://sgo.example.test:8080/": "http://sgo.example.test",
  "  sgo.example.test ": "https://sgo.example.test",
  "about:blank": null,
  "chrome://extensions": null,
  "file:///tmp/x.html": null,
  "sgo.example.test:8080/asp": "https://sgo.example.test",
  "chrome-extension://abcdefghijklmnopabcdefghijklmnop/ui/popup.html": null,
  "moz-extension://0a1b2c3d/ui/popup.html": null,
  "view-source:https://sgo.example.test": null,
  "mailto:sgo.example.test": null,
  "ftp://sgo.example.test": null,
  "": null,
})) {
  test(`the host of what was typed, «${typed}», is ${host}`, () => {
    assert.equal(hostTyped(typed), host);
  });
}

test("a pattern for every site is no host", () => {
  assert.equal(isHost("https://*"), false);
  assert.equal(isHost("*://*"), false);
});

test("the port does not tell hosts apart, for patterns know none", () => {
  assert.equal(hostOf("http://127.0.0.1:8080"), "http://127.0.0.1");
});

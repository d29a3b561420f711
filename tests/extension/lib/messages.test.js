import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../../../extension/lib/messages.js";
import { forever, installChrome, lifelines } from "../support.js";

/** @param {(message: any) => Promise<unknown>} answer */
function installWorker(answer) {
  const opened = lifelines();
  installChrome();
  Object.assign(chrome.runtime, { sendMessage: answer, connect: opened.connect });
  return opened.ports;
}

test("who gives up closes the lifeline of the request before it is answered", async () => {
  const giver = new AbortController();
  const ports = installWorker(async ({ request }) => {
    assert.equal(ports[0]?.name, request);
    assert.equal(ports[0]?.isOpen, true);
    giver.abort();
    assert.equal(ports[0]?.isOpen, false);
    return await Promise.resolve({ result: 1 });
  });
  await assert.rejects(ask("settings", {}, giver.signal), { name: "AbortError" });
});

test("an answered request leaves no lifeline open, and each has its own", async () => {
  const ports = installWorker(() => Promise.resolve({ result: 1 }));
  await ask("settings", {}, forever);
  await ask("settings", {}, forever);
  assert.deepEqual(ports.map(({ isOpen }) => isOpen), [false, false]);
  assert.equal(new Set(ports.map(({ name }) => name)).size, 2);
});

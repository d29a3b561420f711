import assert from "node:assert/strict";
import { test } from "node:test";
import { holdLifeline, whileWanted } from "../../../extension/background/lifelines.js";
import { lifelines } from "../support.js";

/**
 * A request that goes on until its signal is aborted.
 * @param {AbortSignal} signal
 */
function untilAborted(signal) {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve("aborted")));
}

/** @param {string} name */
function open(name) {
  const port = lifelines().connect({ name });
  holdLifeline(/** @type {any} */ (port));
  return port;
}

test("a request ends with its lifeline, whether the page closed it or is gone", async () => {
  const port = open("1");
  const ended = whileWanted("1", untilAborted);
  port.disconnect();
  assert.equal(await ended, "aborted");
});

test("a lifeline that comes after its message is held as well", async () => {
  const ended = whileWanted("2", untilAborted);
  open("2").disconnect();
  assert.equal(await ended, "aborted");
});

test("the end of one request leaves the others", async () => {
  const other = open("3");
  await whileWanted("4", async (signal) => {
    other.disconnect();
    assert.equal(signal.aborted, false);
    await Promise.resolve();
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { observe } from "../../../extension/lib/observe.js";
import { openPage } from "../support.js";

test("the first change of a burst is told at once and the last one surely", async () => {
  const body = openPage("");
  const controller = new AbortController();
  /** @type {number[]} */
  const seen = [];
  const last = new Promise((resolve) => {
    observe(document, () => seen.push(body.children.length) > 1 && resolve(undefined), controller.signal);
  });
  body.append(document.createElement("p"));
  await Promise.resolve();
  assert.deepEqual(seen, [1]);
  body.append(document.createElement("p"));
  body.append(document.createElement("p"));
  await last;
  controller.abort();
  assert.deepEqual(seen, [1, 3]);
});

test("attributes, the extension's own marks among them, are not a change", async () => {
  const body = openPage("<p></p>");
  const controller = new AbortController();
  let told = 0;
  observe(document, () => (told += 1), controller.signal);
  body.firstElementChild?.setAttribute("data-sverka-advice", "keep");
  await Promise.resolve();
  controller.abort();
  assert.equal(told, 0);
});

test("after the signal nothing is told", async () => {
  const body = openPage("");
  const controller = new AbortController();
  let told = 0;
  observe(document, () => (told += 1), controller.signal);
  controller.abort();
  body.append(document.createElement("p"));
  await Promise.resolve();
  assert.equal(told, 0);
});

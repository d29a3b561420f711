import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { assignAll, bulkReport } from "../../../extension/ui/bulk-assign.js";
import { stateInfo } from "../examples.js";
import { forever, installChrome, lifelines, openPage } from "../support.js";

/** @typedef {import("../../../extension/ui/work-items.js").WorkItem} WorkItem */

const ITEMS = ["g1", "g2", "g3"].map((id, index) => item({ id, names: [`Testov ${index}`] }));
const WISH = { organisation: "School 1", due: "2025-10-15" };

/** @type {any[]} */
let asked = [];
/** @type {(payload: any) => unknown} */
let answer = () => ({ result: {} });

/** @param {Partial<WorkItem>} parts */
function item(parts) {
  return /** @type {WorkItem} */ ({ state: stateInfo({ version: 4 }), ...parts });
}

before(() => {
  installChrome();
  openPage("");
});

beforeEach(() => {
  asked = [];
  const sendMessage = (/** @type {any} */ { payload }) => {
    asked.push(payload);
    return Promise.resolve(answer(payload));
  };
  Object.assign(chrome.runtime, { connect: lifelines().connect, sendMessage });
});

test("each selected group is one decision, of the version that was shown", async () => {
  answer = () => ({ result: {} });
  const { done } = await assignAll(ITEMS, WISH, () => undefined, forever);
  assert.equal(done.length, 3);
  assert.deepEqual(asked[0], { group: "g1", version: 4, act: "assign", ...WISH });
});

test("a group that fails stops no other and is named with the reason", async () => {
  const problem = { code: "conflict", message: "Somebody was first.", hint: "Look again." };
  answer = ({ group }) => (group === "g2" ? { problem } : { result: {} });
  const outcome = await assignAll(ITEMS, WISH, () => undefined, forever);
  assert.deepEqual(outcome.done.map(({ id }) => id), ["g1", "g3"]);
  const report = bulkReport(outcome, ITEMS.length).textContent;
  assert.match(report ?? "", /Testov 1: Somebody was first\. Look again\./);
});

test("after a stop what was sent counts and the rest is left alone", async () => {
  answer = () => ({ result: {} });
  const stopping = new AbortController();
  const outcome = await assignAll(ITEMS, WISH, () => stopping.abort(), stopping.signal);
  assert.deepEqual(outcome.done.map(({ id }) => id), ["g1"]);
  assert.equal(asked.length, 1);
});

test("progress is told after every group", async () => {
  answer = () => ({ result: {} });
  /** @type {number[]} */
  const told = [];
  await assignAll(ITEMS, WISH, ({ done }) => told.push(done.length), forever);
  assert.deepEqual(told, [1, 2, 3]);
});

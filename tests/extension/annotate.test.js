import assert from "node:assert/strict";
import { test } from "node:test";
import { Annotation, speaksOf } from "../../extension/annotate.js";
import { listed } from "../../extension/lib/analysis.js";
import { account, answer, group } from "./examples.js";
import { forever, installChrome, lifelines, openPage } from "./support.js";

test("an account is found in a report and in a list, and no other one", async () => {
  const report = await listed(answer([group([account({ key: "k7" })])]));
  const person = { row: 0, tr: 1, col: 1, account_key: "k7", account_id: null, name: "Щукина Анна", looked_at: null };
  const list = { groups: [], listing: { page: 1, pages: 1, total: 1, unfiltered: true, filters: [], people: [person] } };
  assert.deepEqual([speaksOf(report, "k7"), speaksOf(list, "k7")], [true, true]);
  assert.deepEqual([speaksOf(report, "other"), speaksOf(list, "other")], [false, false]);
});

/**
 * The states that a card goes through, when `whileAsked` passes before the helper answers.
 * @param {import("node:test").TestContext} context
 * @param {() => void} whileAsked
 */
async function statesOf({ mock }, whileAsked) {
  const root = openPage("<h1>Card</h1>");
  installChrome();
  const analysis = await listed(answer([]));
  mock.timers.enable({ apis: ["setTimeout"] });
  const sendMessage = () => {
    whileAsked();
    return Promise.resolve({ result: analysis });
  };
  Object.assign(chrome.runtime, { sendMessage, connect: lifelines().connect });
  /** @type {string[]} */
  const states = [];
  const draw = (/** @type {{state: string}} */ { state }) => Promise.resolve(void states.push(state));
  const surface = /** @type {import("../../extension/lib/surface.js").Surface} */ (/** @type {unknown} */ ({ draw }));
  const annotation = new Annotation({ kind: "card", root, title: "", table: null }, surface, forever);
  await annotation.read();
  mock.timers.tick(1_000);
  await Promise.resolve();
  return states;
}

test("a wait that is soon over is not told of, nor is it afterwards", async (context) => {
  assert.deepEqual(await statesOf(context, () => context.mock.timers.tick(199)), ["done"]);
});

test("a longer wait is told of", async (context) => {
  assert.deepEqual(await statesOf(context, () => context.mock.timers.tick(200)), ["reading", "done"]);
});

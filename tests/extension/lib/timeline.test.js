import assert from "node:assert/strict";
import { before, test } from "node:test";
import { lastDayOf, timeline } from "../../../extension/lib/timeline.js";
import { text } from "../../../extension/lib/texts.js";
import { account } from "../examples.js";
import { installChrome, openPage } from "../support.js";

const LAST_DAY = "2025-01-11";

before(() => {
  installChrome();
  openPage("");
});

/**
 * @param {string} selector
 * @param {...[enrolled: string | null, departed: string | null]} stays
 */
function drawn(selector, ...stays) {
  const accounts = stays.map(([enrolled, departed], index) => account({ key: `k${index}`, enrolled, departed }));
  const body = document.createElement("div");
  body.append(...timeline(accounts, LAST_DAY));
  /** @type {NodeListOf<HTMLElement>} */
  const bars = body.querySelectorAll(selector);
  return [...bars].map(({ style }) => ["--from", "--to"].map((name) => Number(style.getPropertyValue(name))));
}

test("an enrolment without an end is shown until the last day of the report", () => {
  assert.deepEqual(drawn(".stay", ["2025-01-01", null], ["2025-01-01", "2025-01-06"]), [[0, 1], [0, 0.5]]);
});

test("the longest time that two accounts share is marked on every line", () => {
  const shared = drawn(".shared", ["2025-01-01", "2025-01-07"], ["2025-01-05", null], ["2025-01-06", null]);
  assert.deepEqual(shared, [[0.5, 1], [0.5, 1], [0.5, 1]]);
});

test("enrolments that follow one another share nothing", () => {
  assert.deepEqual(drawn(".shared", ["2025-01-01", "2025-01-05"], ["2025-01-05", null]), []);
});

test("where the days of two accounts are not known there is no timeline", () => {
  assert.deepEqual(timeline([account({ enrolled: "2025-01-01" }), account({ enrolled: null })], LAST_DAY), []);
});

test("a report tells of enrolments up to its period's end, else to its own day", () => {
  const generated_at = "2025-10-03T17:40:20";
  assert.equal(lastDayOf({ period: ["2025-09-01", "2025-09-30"], generated_at }), "2025-09-30");
  assert.equal(lastDayOf({ period: null, generated_at }), "2025-10-03");
});

test("the days are told in words, the bars are not", () => {
  const [, table] = timeline([account({ enrolled: "2025-01-01" }), account({ enrolled: "2025-01-02" })], LAST_DAY);
  assert.ok(table?.textContent?.includes(`01.01.2025 — ${text("card_not_departed")}`));
  assert.ok([...(table?.querySelectorAll(".stay") ?? [])].every((bar) => bar.closest("[aria-hidden='true']")));
});

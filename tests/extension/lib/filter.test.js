import assert from "node:assert/strict";
import { test } from "node:test";
import { showOnly } from "../../../extension/lib/filter.js";
import { rowsOf } from "../../../extension/lib/table.js";
import { account, group, stateInfo } from "../examples.js";
import { openPage } from "../support.js";

/** @typedef {import("../../../extension/lib/filter.js").Choice} Choice */

const ROWS = `<tr><td rowspan="2">keep</td><td>1</td></tr><tr><td>delete</td></tr>
  <tr><td>undecided</td></tr><tr><td>preliminary</td></tr>`;

/** @param {Choice | null} choice */
function shown(choice) {
  const table = openPage(`<table>${ROWS}</table>`).querySelector("table");
  assert.ok(table);
  const rows = rowsOf(table);
  const marks = [...table.querySelectorAll("td")].map((cell) => {
    const low = cell.textContent === "preliminary";
    const advice = low ? "delete" : cell.textContent;
    const named = account({ advice: /** @type {any} */ (advice), confidence: low ? "low" : "high" });
    const state = advice === "undecided" ? stateInfo({ state: "worked" }) : null;
    return { cell, account: named, group: group([named], { risk: advice === "undecided" ? "high" : "watch", state }) };
  });
  showOnly(rows, marks, choice);
  return rows.map((row) => !row.hasAttribute("data-sverka-hidden"));
}

test("rows joined by a rowspan are shown together with the one that is wanted", () => {
  assert.deepEqual(shown("delete"), [true, true, false, false]);
});

test("a preliminary removal is not shown among the removals", () => {
  assert.deepEqual(shown("preliminary"), [false, false, false, true]);
});

test("only groups of high risk are shown when they are asked for", () => {
  assert.deepEqual(shown("high-risk"), [false, false, true, false]);
});

test("groups that are worked on are hidden where only the others are asked for", () => {
  assert.deepEqual(shown("unworked"), [true, true, false, true]);
});

test("without a filter everything is shown", () => {
  assert.deepEqual(shown(null), [true, true, true, true]);
});

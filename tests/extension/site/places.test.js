import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "../../../extension/lib/table.js";
import { locate } from "../../../extension/site/places.js";
import { listed } from "../../../extension/lib/analysis.js";
import { account, answer, group } from "../examples.js";
import { forever, openPage } from "../support.js";

/** @param {string} html */
function tableOf(html) {
  const table = openPage(html).querySelector("table");
  assert.ok(table);
  return table;
}

/**
 * @param {string} html
 * @param {import("../../../extension/lib/analysis.js").Place[]} places
 */
async function namedIn(html, places) {
  const found = await listed(answer([group([account({ places })])]));
  const marks = await locate(found, rowsOf(tableOf(html)), forever);
  return marks.map(({ cell }) => cell.textContent);
}

test("under a rowspan the cell is counted among those its own row has", async () => {
  const html = `<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>`;
  const places = [{ tr: 0, col: 0, role: "main" }, { tr: 1, col: 0, role: "double" }];
  assert.deepEqual(await namedIn(html, /** @type {any} */ (places)), ["a", "c"]);
});

test("rows of a table inside a cell are not counted", async () => {
  const html = `<table><tr><td>a<table><tr><td>inner</td></tr></table></td></tr><tr><td>b</td></tr></table>`;
  assert.deepEqual(await namedIn(html, [{ tr: 1, col: 0, role: "main" }]), ["b"]);
});

test("rows are counted as written, also where a footer stands before the body", async () => {
  const html = `<table><tfoot><tr><td>foot</td></tr></tfoot><tbody><tr><td>body</td></tr></tbody></table>`;
  assert.deepEqual(await namedIn(html, [{ tr: 1, col: 0, role: "main" }]), ["body"]);
});

test("an account with several places is marked in all of them", async () => {
  const html = `<table><tr><td>a</td><td>b</td></tr></table>`;
  const places = [{ tr: 0, col: 1, role: "double" }, { tr: 0, col: 0, role: "main" }];
  assert.deepEqual(await namedIn(html, /** @type {any} */ (places)), ["a", "b"]);
});

test("a place that the table does not have is passed over", async () => {
  assert.deepEqual(await namedIn("<table><tr><td>a</td></tr></table>", [{ tr: 5, col: 9, role: "main" }]), []);
});

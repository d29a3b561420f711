import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, rowsOf } from "../../../extension/lib/table.js";
import { openPage } from "../support.js";

/** @param {string} rows */
function blockSizes(rows) {
  const table = openPage(`<table>${rows}</table>`).querySelector("table");
  assert.ok(table);
  return blocksOf(rowsOf(table)).map((block) => block.length);
}

const PLAIN = "<tr><td>1</td></tr>";

test("rows without a rowspan are blocks of their own", () => {
  assert.deepEqual(blockSizes(PLAIN + PLAIN), [1, 1]);
});

test("rows under one rowspan are one block", () => {
  assert.deepEqual(blockSizes(`<tr><td rowspan="3">1</td><td>1</td></tr>${PLAIN}${PLAIN}${PLAIN}`), [3, 1]);
});

test("rowspans that overlap make one block of all their rows", () => {
  const first = '<tr><td rowspan="2">1</td><td>1</td></tr>';
  const second = '<tr><td rowspan="2">1</td></tr>';
  assert.deepEqual(blockSizes(first + second + PLAIN + PLAIN), [3, 1]);
});

test("rowspan 0 reaches to the end of the table", () => {
  assert.deepEqual(blockSizes(`${PLAIN}<tr><td rowspan="0">1</td></tr>${PLAIN}${PLAIN}`), [1, 3]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { shareOf } from "../../../extension/lib/list-share.js";

/**
 * @param {(string | null)[]} keys
 * @param {Partial<import("../../../extension/lib/analysis.js").Listing>} parts
 * @param {string | null} looked_at
 */
function listing(keys, parts = {}, looked_at = null) {
  const people = keys.map((account_key, row) => {
    return { row, tr: row, col: 0, account_key, account_id: null, name: "X", looked_at };
  });
  return { page: 1, pages: 2, total: 4, unfiltered: true, filters: [], people, ...parts };
}

test("pages add up, and a page that comes back is not counted twice", () => {
  assert.deepEqual(shareOf("a", listing(["k1", "k2"])), { shown: 2, lookedAt: 0 });
  assert.deepEqual(shareOf("a", listing(["k3", "k4"], { page: 2 })), { shown: 4, lookedAt: 0 });
  assert.deepEqual(shareOf("a", listing(["k1", "k2"], {}, "2025-09-30")), { shown: 4, lookedAt: 2 });
});

test("another kind, another filter and another length are other lists", () => {
  shareOf("b", listing(["k1"]));
  const filters = [{ caption: "X", value: "Y" }];
  assert.equal(shareOf("c", listing(["k2"])).shown, 1);
  assert.equal(shareOf("b", listing(["k2"], { filters })).shown, 1);
  assert.equal(shareOf("b", listing(["k2"], { total: 5 })).shown, 1);
});

test("rows without a number are counted by their place", () => {
  assert.equal(shareOf("d", listing([null, null])).shown, 2);
  assert.equal(shareOf("d", listing([null], { page: 2 })).shown, 3);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { listed } from "../../extension/lib/analysis.js";
import { speaksOf } from "../../extension/annotate.js";
import { account, answer, group } from "./examples.js";

test("an account is found in a report and in a list, and no other one", async () => {
  const report = await listed(answer([group([account({ key: "k7" })])]));
  const person = { row: 0, tr: 1, col: 1, account_key: "k7", account_id: null, name: "Щукина Анна", looked_at: null };
  const list = { groups: [], listing: { page: 1, pages: 1, total: 1, unfiltered: true, filters: [], people: [person] } };
  assert.deepEqual([speaksOf(report, "k7"), speaksOf(list, "k7")], [true, true]);
  assert.deepEqual([speaksOf(report, "other"), speaksOf(list, "other")], [false, false]);
});

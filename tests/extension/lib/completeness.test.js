import assert from "node:assert/strict";
import { test } from "node:test";
import { isEmptyReport, unreadPart } from "../../../extension/lib/completeness.js";

/** @param {string[]} codes */
function warned(...codes) {
  const warnings = codes.map((code) => ({ code, message: `about ${code}`, row: null, column: null }));
  const page = { kind: "duplicates-report", rows: 0, table: 0, first_data_tr: 1, period: null, generated_at: null, warnings, run: null, linked: [] };
  return { page, groups: [], findings: [], movement: null, listing: null, rules: {}, packs: [] };
}

test("tables that were not read are spoken of", () => {
  assert.equal(unreadPart(warned("no-period", "several-tables"))?.message, "about several-tables");
  assert.equal(unreadPart(warned("no-period")), undefined);
});

test("only a report that was read to its end is called empty", () => {
  assert.equal(isEmptyReport(warned("empty-report")), true);
  assert.equal(isEmptyReport(warned("no-table")), false);
  assert.equal(isEmptyReport(warned("row-without-pupil")), false);
});

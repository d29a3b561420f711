import assert from "node:assert/strict";
import { before, test } from "node:test";
import { runText } from "../../../extension/lib/run.js";
import { text, word } from "../../../extension/lib/texts.js";
import { installChrome } from "../support.js";

/** @typedef {import("../../../extension/lib/analysis.js").RunInfo} RunInfo */

const PREVIOUS = "2025-09-30T17:40:00+11:00";
const COUNTS = { new: 1, stayed: 2, returned: 3, gone: 4 };

before(() => installChrome());

test("a comparable report is told in numbers, each in its place", () => {
  const words = runText({ proof: "comparable", previous: PREVIOUS, ...COUNTS });
  assert.ok(words.endsWith(text("proof_comparable", "", 1, 4, 2, 3).split(")")[1] ?? "?"), words);
});

for (const proof of /** @type {const} */ (["first", "other-period", "other-selection", "parameters-unknown", "incomplete"])) {
  test(`where nothing is proved (${proof}) no number is told`, () => {
    const words = runText({ proof, previous: PREVIOUS, ...COUNTS });
    assert.equal(words, word("proof", proof));
    assert.doesNotMatch(words, /\d/);
  });
}

test("where nothing is remembered nothing is told", () => {
  assert.equal(runText(null), "");
});

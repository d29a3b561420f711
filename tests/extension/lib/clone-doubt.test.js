import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtIn, doubtInAnyOf } from "../../../extension/lib/clone-doubt.js";
import { account, group } from "../examples.js";

/** @param {...Partial<import("../../../extension/lib/analysis.js").Account>} accounts */
function doubt(...accounts) {
  return doubtIn(group(accounts.map((parts) => account(parts))));
}

test("one undecided account is a doubt about the whole group", () => {
  assert.equal(doubt({ advice: "keep" }, { advice: "undecided" }), "undecided");
});

test("children who are no duplicates must never be merged", () => {
  const twins = doubt({ advice: "not-duplicate", rules: ["D-15"] }, { advice: "undecided" });
  assert.equal(twins, "twins");
});

for (const rule of ["D-00", "D-08", "D-23"]) {
  test(`one child whose accounts are no duplicates by ${rule} is not called twins`, () => {
    assert.equal(doubt({ advice: "not-duplicate", rules: [rule] }), "not-duplicate");
  });
}

test("an advice by numbers alone is a doubt too", () => {
  assert.equal(doubt({ advice: "keep", confidence: "low" }, { advice: "delete", confidence: "low" }), "preliminary");
});

test("where it is decided what to do there is no doubt", () => {
  assert.equal(doubt({ advice: "keep", confidence: "high" }, { advice: "delete", confidence: "high" }), null);
});

test("what is done to all accounts at once is as doubtful as the most doubtful group", () => {
  const decided = group([account({ advice: "keep", confidence: "high" })]);
  const undecided = group([account({ advice: "undecided" })]);
  const twins = group([account({ advice: "not-duplicate", rules: ["D-15"] })]);
  assert.equal(doubtInAnyOf([decided, undecided, twins]), "twins");
  assert.equal(doubtInAnyOf([decided, undecided]), "undecided");
  assert.equal(doubtInAnyOf([decided]), null);
});

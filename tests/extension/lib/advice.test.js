import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeOf, countOf, kindOf } from "../../../extension/lib/advice.js";
import { account, group } from "../examples.js";

test("a removal known by account numbers alone is preliminary", () => {
  const guessed = account({ advice: "delete", confidence: "low" });
  assert.equal(kindOf(guessed), "preliminary");
  assert.equal(badgeOf(guessed), "preliminary-delete");
});

test("what is undecided stays so, however low the confidence", () => {
  assert.equal(kindOf(account({ advice: "undecided", confidence: "low" })), "undecided");
});

test("preliminary removals are not counted among those to delete", () => {
  const accounts = [
    account({ advice: "delete" }),
    account({ advice: "delete", confidence: "low" }),
    account({ advice: "keep", confidence: "low" }),
  ];
  const counts = countOf([group(accounts, { risk: "high" })]);
  assert.equal(counts.accounts.delete, 1);
  assert.equal(counts.accounts.preliminary, 2);
  assert.equal(counts.highRisk, 1);
});

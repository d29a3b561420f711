import assert from "node:assert/strict";
import { before, test } from "node:test";
import { cardSections } from "../../../extension/lib/card.js";
import { word } from "../../../extension/lib/texts.js";
import { account, group } from "../examples.js";
import { installChrome, openPage } from "../support.js";

/**
 * @typedef {import("../examples.js").Account} Account
 * @typedef {import("../examples.js").Group} Group
 */

const OTHER = account({ key: "k2", account_id: "s2" });
const PAIR = { a: "k1", b: "k2", fields: [{ field: "surname", level: "exact", left: "X", right: "X" }] };

before(() => {
  installChrome();
  openPage("");
});

/**
 * @param {Partial<Account>} parts of the account that was opened
 * @param {{others?: Account[], parts?: Partial<Group>}} options
 */
function said(parts, { others = [OTHER], parts: ofGroup = {} } = {}) {
  const opened = account(parts);
  const sections = cardSections(opened, group([opened, ...others], { pairs: [PAIR], ...ofGroup }), {});
  return sections.map(({ textContent }) => textContent).join("\n");
}

test("a group of several accounts tells its circumstances and compares the fields", () => {
  assert.ok(said({}).includes(word("verdict", "same")));
  assert.ok(said({}).includes(word("field", "surname")));
});

test("an account that stands alone is compared with nobody", () => {
  const alone = said({}, { others: [] });
  for (const words of [word("verdict", "same"), word("card", "circumstances"), word("card", "fields")]) {
    assert.ok(!alone.includes(words), words);
  }
});

for (const advice of /** @type {const} */ (["undecided", "not-duplicate"])) {
  test(`an advice «${advice}» claims no confidence`, () => {
    assert.ok(!said({ advice }).includes(word("confidence", "medium")));
  });
}

test("an advice to act says how sure it is", () => {
  assert.ok(said({ advice: "delete" }).includes(word("confidence", "medium")));
});

test("where the signs speak of two children the card does not say that it is one", () => {
  const doubtful = said({ advice: "undecided", rules: ["D-27"] });
  assert.ok(!doubtful.includes(word("verdict", "same")));
  assert.ok(doubtful.includes(word("verdict", "uncertain")));
});

test("a stronger doubt is told in its own words", () => {
  const different = said({ advice: "undecided", rules: ["D-27"] }, { parts: { verdict: "different" } });
  assert.ok(different.includes(word("verdict", "different")));
});

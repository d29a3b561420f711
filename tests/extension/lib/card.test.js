import assert from "node:assert/strict";
import { before, test } from "node:test";
import { cardSections, groupSections } from "../../../extension/lib/card.js";
import { signedText, word } from "../../../extension/lib/texts.js";
import { account, field, group, pair, stateInfo } from "../examples.js";
import { installChrome, openPage } from "../support.js";

/**
 * @typedef {import("../examples.js").Account} Account
 * @typedef {import("../examples.js").Group} Group
 * @typedef {import("../examples.js").Pair} Pair
 */

const OTHER = account({ key: "k2", account_id: "s2" });
const AROUND = { rules: {}, state: [], lastDay: "2025-09-30" };
const PAIR = pair([field({ bits: 8.14 })], { bits: 8.14 });

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
  const sections = cardSections(opened, group([opened, ...others], { pairs: [PAIR], ...ofGroup }), AROUND);
  return sections.map(({ textContent }) => textContent).join("\n");
}

/** @param {Pair[]} pairs */
function card(...pairs) {
  const body = document.createElement("div");
  body.append(...cardSections(account(), group([account(), OTHER], { pairs }), AROUND));
  return body;
}

test("a group of several accounts tells its circumstances and compares the fields", () => {
  assert.ok(said({}).includes(word("verdict", "same")));
  assert.ok(said({}).includes(word("field", "surname")));
});

test("of a group that is removed nothing is advised any more", () => {
  const removed = account({ advice: "delete", why: "Удалить позднюю." });
  /** @param {"found" | "resolved"} state */
  const saidOf = (state) =>
    groupSections(group([removed, OTHER], { state: stateInfo({ state }) }), AROUND)
      .map(({ textContent }) => textContent)
      .join("\n");
  assert.ok(saidOf("found").includes(removed.why));
  assert.ok(!saidOf("resolved").includes(removed.why));
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

const WEIGHED = pair(
  [
    field({ field: "surname", bits: 8.14 }),
    field({ field: "name", level: "other-name", bits: -10.26 }),
    field({ field: "organisation", level: "different", bits: null }),
    field({ field: "birth_date", level: "missing", bits: 0 }),
    field({ field: "patronymic", bits: 5.3 }),
  ],
  { bits: 3.18, guard: "twins" },
);

test("every weight of the model is told with its sign, and their sum in the last row", () => {
  const rows = [...card(WEIGHED).querySelectorAll("tbody tr, tfoot tr")];
  const weights = rows.map((row) => row.querySelector("td:last-child")?.textContent);
  assert.deepEqual(weights, ["+8,1", "−10,3", "", "0,0", "+5,3", "+3,2"]);
});

test("each bar begins where the one before it ended, also across a field without weight", () => {
  /** @type {NodeListOf<HTMLElement>} */
  const tracks = card(WEIGHED).querySelectorAll(".weight-track");
  const bars = [...tracks].map(({ style }) =>
    ["--from", "--to"].map((name) => Number(style.getPropertyValue(name)).toFixed(3)),
  );
  const [lowest, zero, last, highest] = ["0.000", "0.207", "0.517", "1.000"];
  assert.deepEqual(bars, [[zero, highest], [lowest, highest], [lowest, lowest], [lowest, last], [zero, last]]);
});

test("a bar is nothing for those who listen, its number is", () => {
  const body = card(WEIGHED);
  const bars = [...body.querySelectorAll(".weight-bar")];
  assert.ok(bars.length && bars.every((bar) => bar.closest("[aria-hidden='true']")));
  const figures = [...body.querySelectorAll("[data-sverka-weight]")];
  assert.ok(figures.length && figures.every((figure) => !figure.closest("[aria-hidden]")));
});

test("what holds the verdict down whatever the sum is told in words", () => {
  assert.ok(card(WEIGHED).textContent?.includes(word("guard", "twins")));
  assert.equal(card(PAIR).querySelector("[data-sverka-guard]"), null);
});

test("where nothing can be weighed there is no column of weights, and it is said why", () => {
  const body = card(pair([field({ level: "missing", bits: 0, right: null })]));
  assert.equal(body.querySelector("[data-sverka-weight]"), null);
  assert.ok(body.textContent?.includes(word("card", "not_weighed")));
  assert.ok(!body.textContent?.includes(word("card", "weight_explained")));
});

test("a weight is written as the language of the words writes numbers", () => {
  const asked = Object.entries({ ru: "−5,3", en: "−5.3" });
  for (const [language, written] of asked) {
    installChrome({ i18n: { getMessage: () => language } });
    assert.equal(signedText(-5.34), written);
  }
  installChrome();
});

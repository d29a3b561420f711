import assert from "node:assert/strict";
import { before, test } from "node:test";
import { isUnworked, stateLines, STATES } from "../../../extension/lib/state.js";
import { momentText, text, word } from "../../../extension/lib/texts.js";
import { account, group, stateInfo } from "../examples.js";
import { installChrome, openPage } from "../support.js";

/** @typedef {import("../../../extension/lib/analysis.js").Group} Group */

before(() => {
  installChrome();
  openPage("");
});

/**
 * @param {Partial<import("../../../extension/lib/analysis.js").StateInfo>} parts
 * @param {Partial<Group>} ofGroup
 */
function said(parts, ofGroup = {}) {
  const lines = stateLines(group([account()], ofGroup), stateInfo(parts));
  return lines.map(({ textContent }) => textContent).join("\n");
}

test("the state tells whose it is, until when, and who said so", () => {
  const at = "2025-10-01T10:20:00+11:00";
  const words = said({ state: "assigned", organisation: "School 2", due: "2025-10-15", by: "Petrova", at });
  for (const told of [word("work", "assigned"), "School 2", "15.10.2025", "Petrova", momentText(at)]) {
    assert.ok(words.includes(told), told);
  }
});

test("what is not known of a state has no empty line", () => {
  assert.ok(!said({}).includes(word("fact", "organisation")));
  assert.ok(!said({}).includes(word("fact", "by")));
});

test("a reason is told in the words of its own state", () => {
  assert.ok(said({ state: "irremovable", reason: "technical" }).includes(word("irremovable", "technical")));
  assert.ok(said({ state: "not-duplicate", reason: "twins" }).includes(word("not_duplicate", "twins")));
});

test("the change against the previous report is told beside the state", () => {
  assert.ok(said({}, { change: "returned" }).includes(word("change", "returned")));
});

test("a group that is raised again says which of its data changed", () => {
  const words = said({ changed: ["name", "enrolled"] });
  assert.ok(words.includes(text("state_changed", [word("changed", "name"), word("changed", "enrolled")].join(", "))));
});

test("a note is shown as text", () => {
  const [, , facts] = stateLines(group([account()]), stateInfo({ note: "<img src=x>" }));
  assert.equal(facts?.querySelector("img"), null);
  assert.ok(facts?.textContent?.includes("<img src=x>"));
});

test("only what is found, returned or assigned waits for work", () => {
  const waiting = STATES.filter((state) => isUnworked({ state: { state } }));
  assert.deepEqual(waiting, ["found", "returned", "assigned"]);
  assert.ok(isUnworked({ state: null }));
});

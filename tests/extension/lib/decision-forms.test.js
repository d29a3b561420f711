import assert from "node:assert/strict";
import { before, test } from "node:test";
import { decisionForms } from "../../../extension/lib/decision-forms.js";
import { account, group, stateInfo } from "../examples.js";
import { define, installChrome, openPage } from "../support.js";

/**
 * @typedef {import("../../../extension/lib/decision-forms.js").Wish} Wish
 * @typedef {import("../examples.js").Group} Group
 */

const KEPT = account();
const DELETED = account({ key: "k2", account_id: "s2", organisation: "School 2", advice: "delete" });

before(() => {
  installChrome();
  const { ownerDocument } = openPage("");
  define("Event", Reflect.get(ownerDocument.defaultView ?? {}, "Event"));
});

/** @type {Wish[]} */
let decided = [];

/**
 * @param {Wish["act"]} act
 * @param {Partial<Group>} parts
 * @returns {HTMLFormElement}
 */
function formOf(act, parts = {}) {
  decided = [];
  const whole = group([KEPT, DELETED], { state: stateInfo(), ...parts });
  document.body.replaceChildren(...decisionForms(whole, (wish) => decided.push(wish)));
  const form = document.querySelector("form[data-sverka-act='" + act + "']");
  return /** @type {HTMLFormElement} */ (form);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} selector
 * @param {string | boolean} value
 */
function fill(form, selector, value) {
  const control = /** @type {HTMLInputElement} */ (form.querySelector(selector));
  if (typeof value === "boolean") control.checked = value;
  else control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {HTMLFormElement} form */
function submitted(form) {
  form.requestSubmit();
  return decided;
}

test("an assignment offers the organisation that has to act", () => {
  assert.deepEqual(submitted(formOf("assign")), [{ act: "assign", organisation: "School 2" }]);
});

test("an assignment that is changed begins with what was said before", () => {
  const state = stateInfo({ state: "assigned", organisation: "School 9", due: "2999-10-15" });
  assert.deepEqual(submitted(formOf("assign", { state })), [
    { act: "assign", organisation: "School 9", due: "2999-10-15" },
  ]);
});

test("a term that has passed is not offered again", () => {
  const state = stateInfo({ state: "assigned", organisation: "School 9", due: "2020-10-15" });
  assert.deepEqual(submitted(formOf("assign", { state })), [{ act: "assign", organisation: "School 9" }]);
});

test("a group can be assigned to an organisation that is not in the report", () => {
  const form = formOf("assign");
  fill(form, "select", "");
  assert.deepEqual(submitted(form), []);
  fill(form, "[name=other_organisation]", " School 7 ");
  assert.deepEqual(submitted(form), [{ act: "assign", organisation: "School 7" }]);
});

test("what was done with the accounts is prefilled as it was advised", () => {
  assert.deepEqual(submitted(formOf("worked")), [{ act: "worked", kept: "k1", removed: ["k2"] }]);
});

for (const [what, accounts] of /** @type {[string, Group["accounts"]][]} */ ([
  ["undecided", [account({ advice: "undecided" }), account({ ...DELETED, advice: "undecided" })]],
  ["preliminary", [account({ confidence: "low" }), account({ ...DELETED, confidence: "low" })]],
])) {
  test(`where the advice is ${what} the operator says which account was kept`, () => {
    const form = formOf("worked", { accounts });
    assert.deepEqual(submitted(form), []);
    fill(form, "[name=kept][value=k2]", true);
    assert.deepEqual(submitted(form), [{ act: "worked", kept: "k2", removed: [] }]);
  });
}

test("no account is both kept and removed", () => {
  const form = formOf("worked");
  fill(form, "[name=removed][value=k1]", true);
  assert.deepEqual(submitted(form), []);
  fill(form, "[name=kept][value=k2]", true);
  assert.deepEqual(submitted(form), [{ act: "worked", kept: "k2", removed: ["k1"] }]);
});

for (const act of /** @type {const} */ (["irremovable", "not-duplicate"])) {
  test(`«${act}» needs a reason`, () => {
    assert.deepEqual(submitted(formOf(act)), []);
  });

  test(`«${act}» for another reason needs a note`, () => {
    const form = formOf(act);
    fill(form, "[name=reason]", "other");
    assert.deepEqual(submitted(form), []);
    fill(form, "[name=note]", "A note");
    assert.deepEqual(submitted(form), [{ act, reason: "other", note: "A note" }]);
  });
}

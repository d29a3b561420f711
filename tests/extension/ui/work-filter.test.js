import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { $, $$ } from "../../../extension/lib/select.js";
import { text, word } from "../../../extension/lib/texts.js";
import { WorkFilter } from "../../../extension/ui/work-filter.js";
import { installChrome, openPage, readText } from "../support.js";

const FOUND = /** @type {import("../../../extension/ui/work-items.js").WorkPage} */ ({
  counts: { found: 2, worked: 1, resolved: 0 },
  organisations: ["School 1", "School 2"],
});

let changes = 0;
/** @type {WorkFilter} */
let filter;

beforeEach(() => {
  installChrome();
  openPage(readText("extension/ui/panel.html"));
  changes = 0;
  filter = new WorkFilter(() => (changes += 1));
  filter.offer(FOUND);
});

/**
 * @param {string} name
 * @param {string} label
 */
function choose(name, label) {
  const field = $(`[name=${name}]`, HTMLSelectElement);
  const chosen = [...field.options].find((option) => option.label === label);
  assert.ok(chosen, `${name}: ${label}`);
  field.value = chosen.value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {string} label */
function press(label) {
  const named = $$("#states button", HTMLButtonElement).find((made) => made.textContent === label);
  assert.ok(named, label);
  named.click();
}

test("whatever is chosen is asked of the helper, and at once", () => {
  choose("cause", word("cause_short", "not-departed"));
  choose("risk", word("risk_short", "high"));
  choose("organisation", "School 2");
  choose("order", word("panel_order", "age"));
  press(`${word("work", "worked")}: 1`);
  assert.equal(changes, 5);
  assert.deepEqual(filter.request(), {
    ...{ order: "age", states: ["worked"], organisation: "School 2" },
    ...{ cause: "not-departed", risk: "high" },
  });
});

test("what is not limited is not asked for", () => {
  assert.deepEqual(filter.request(), { order: "risk" });
  assert.equal(filter.isOpen, true);
  choose("risk", word("risk_short", "high"));
  assert.equal(filter.isOpen, false);
  choose("risk", text("panel_any_risk"));
  assert.equal(filter.isOpen, true);
});

test("what was chosen stays chosen when the list comes anew", () => {
  choose("organisation", "School 2");
  press(`${word("work", "worked")}: 1`);
  filter.offer({ ...FOUND, counts: { found: 2, worked: 0 } });
  assert.deepEqual(filter.request(), { order: "risk", organisation: "School 2", states: ["worked"] });
});

test("every choice has words of its own", () => {
  for (const name of ["cause", "risk", "order"]) {
    const labels = [...$(`[name=${name}]`, HTMLSelectElement).options].map(({ label }) => label);
    assert.equal(new Set(labels.filter(Boolean)).size, labels.length, name);
  }
});

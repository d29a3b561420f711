import assert from "node:assert/strict";
import { before, test } from "node:test";
import { text, word } from "../../../extension/lib/texts.js";
import { workItem } from "../../../extension/ui/work-items.js";
import { stateInfo } from "../examples.js";
import { installChrome, openPage } from "../support.js";

/** @typedef {import("../../../extension/ui/work-items.js").WorkItem} WorkItem */

before(() => {
  installChrome();
  openPage("");
});

/** @param {Partial<WorkItem>} parts */
function line(parts = {}) {
  /** @type {WorkItem} */
  const item = {
    ...{ id: "g1", state: stateInfo(), names: ["Testov Test"], birth_date: "2015-05-07", organisations: ["School 1"] },
    ...{ cause: "other", risk: "high", verdict: "same", advice: "delete", overlap_days: 91, age_days: 12 },
    ...{ last_seen: "2025-09-30T17:40:00+00:00", acts: "School 2" },
    ...parts,
  };
  return workItem(item, false, () => undefined, () => undefined).textContent ?? "";
}

test("a line tells whom it is about, how far the work is and who acts", () => {
  for (const told of ["Testov Test", "07.05.2015", "School 1", word("work", "found"), text("panel_acts", "School 2")]) {
    assert.ok(line().includes(told), told);
  }
});

test("risk is told in words and by a sign, not by colour alone", () => {
  assert.ok(line().includes(`▲ ${word("risk_short", "high")}`));
});

test("whom a group is assigned to stands in place of whom the advice names", () => {
  const assigned = line({ state: stateInfo({ state: "assigned", organisation: "School 9" }) });
  assert.ok(assigned.includes(text("panel_acts", "School 9")));
});

test("a term that is over is told as such, until the work is done", () => {
  const late = text("panel_late", "01.01.2020");
  assert.ok(line({ state: stateInfo({ state: "assigned", due: "2020-01-01" }) }).includes(late));
  assert.ok(!line({ state: stateInfo({ state: "worked", due: "2020-01-01" }) }).includes(late));
  assert.ok(!line({ state: stateInfo({ state: "assigned", due: "2999-01-01" }) }).includes(text("panel_late", "01.01.2999")));
});

test("what is removed names the day on which a report proved it", () => {
  const at = "2025-10-07T12:00:00+00:00";
  assert.ok(line({ state: stateInfo({ state: "resolved", at }) }).includes("07.10.2025"));
  assert.ok(!line({ state: stateInfo({ state: "worked", at }) }).includes("07.10.2025"));
});

test("an unknown overlap is not told as none", () => {
  assert.ok(line({ overlap_days: null }).includes(text("panel_overlap_unknown")));
});

test("what is called worked while a later report shows it says so", () => {
  const worked = stateInfo({ state: "worked", still_seen: "2025-10-07T12:00:00+00:00" });
  assert.ok(line({ state: worked }).includes(text("panel_still_seen", "07.10.2025")));
});

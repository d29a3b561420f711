import assert from "node:assert/strict";
import { before, test } from "node:test";
import { initials } from "../../../extension/lib/persons.js";
import { tasksOf } from "../../../extension/lib/tasks.js";
import { account, group, step } from "../examples.js";
import { installChrome } from "../support.js";

const KEPT = account();
const DELETED = account({ key: "k2", account_id: "s2", organisation: "School 2", advice: "delete" });
const OF_SCHOOL_1 = step({ text: "Depart." });
const OF_SCHOOL_2 = step({ who: "School 2", org_key: "school 2", account_key: "k2", text: "Remove." });
const OF_AUTHORITY = step({ who: "UO", org_key: null, account_key: null, text: "Verify." });

before(() => installChrome());

test("each organisation gets its own steps, in order, and no other's", () => {
  const later = step({ ...OF_SCHOOL_2, text: "Enrol." });
  const steps = [OF_AUTHORITY, OF_SCHOOL_1, OF_SCHOOL_2, later];
  const [first, second] = tasksOf([group([KEPT, DELETED], { steps })], false);
  assert.match(first?.content ?? "", /1\. Depart\.$/);
  assert.match(second?.content ?? "", /1\. Remove\.\n2\. Enrol\.$/);
});

test("a step of the authority for an organisation's account is told to that organisation", () => {
  const forDeleted = step({ ...OF_AUTHORITY, account_key: "k2", text: "Mend." });
  const steps = [OF_SCHOOL_1, forDeleted, OF_SCHOOL_2];
  const [first, second] = tasksOf([group([KEPT, DELETED], { steps })], false);
  assert.doesNotMatch(first?.content ?? "", /Mend/);
  assert.match(second?.content ?? "", /UO: Mend\./);
});

for (const [what, parts] of Object.entries({
  "a preliminary removal": { advice: "delete", confidence: "low" },
  "an undecided account": { advice: "undecided" },
})) {
  test(`${what} is in no task`, () => {
    const open = account({ ...DELETED, .../** @type {any} */ (parts) });
    assert.deepEqual(tasksOf([group([KEPT, open], { steps: [OF_SCHOOL_2] })], true), []);
  });
}

test("a group of low confidence is in no task at all", () => {
  const steps = [OF_SCHOOL_1, OF_SCHOOL_2];
  assert.deepEqual(tasksOf([group([KEPT, DELETED], { steps, confidence: "low" })], true), []);
});

test("persons are named by initials until their names are asked for", () => {
  const groups = [group([KEPT, DELETED], { steps: [OF_SCHOOL_1] })];
  assert.doesNotMatch(tasksOf(groups, false)[0]?.content ?? "", /Testov/);
  assert.match(tasksOf(groups, false)[0]?.content ?? "", /s1, T\. T\. T\./);
  assert.match(tasksOf(groups, true)[0]?.content ?? "", /Testov Test Testovich/);
});

test("a step carries its condition and its day", () => {
  const steps = [step({ if: "CONDITION", due: "2025-10-03" })];
  const [tasks] = tasksOf([group([KEPT], { steps })], false);
  assert.match(tasks?.content ?? "", /CONDITION.*03\.10\.2025/);
});

test("initials of a name that was not printed are nothing", () => {
  assert.equal(initials(null), "");
  assert.equal(initials("  - "), "");
});

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { initials } from "../../../extension/lib/persons.js";
import { tasksOf } from "../../../extension/lib/tasks.js";
import { text } from "../../../extension/lib/texts.js";
import { account, group, stateInfo, step } from "../examples.js";
import { installChrome } from "../support.js";

const KEPT = account();
const DELETED = account({ key: "k2", account_id: "s2", organisation: "School 2", advice: "delete" });
const OF_SCHOOL_1 = step({ text: "Depart." });
const OF_SCHOOL_2 = step({ who: "School 2", org_key: "school 2", account_key: "k2", text: "Remove." });
const OF_AUTHORITY = step({ who: "UO", org_key: null, account_key: null, text: "Verify." });

before(() => installChrome());

test("each organisation gets every step of the group, in order, and sees which are its own", () => {
  const later = step({ ...OF_SCHOOL_2, text: "Enrol." });
  const steps = [OF_AUTHORITY, OF_SCHOOL_1, OF_SCHOOL_2, later];
  const [first, second] = tasksOf([group([KEPT, DELETED], { steps })], false);
  const own = text("tasks_own_step");
  assert.ok(first?.content.endsWith(
    `1. UO: Verify.\n2. School 1 ${own}: Depart.\n3. School 2: Remove.\n4. School 2: Enrol.`,
  ));
  assert.ok(second?.content.endsWith(
    `1. UO: Verify.\n2. School 1: Depart.\n3. School 2 ${own}: Remove.\n4. School 2 ${own}: Enrol.`,
  ));
});

test("a removal is in no task without every step before it", () => {
  const steps = [OF_AUTHORITY, OF_SCHOOL_1, OF_SCHOOL_2];
  const tasks = tasksOf([group([KEPT, DELETED], { steps })], false);
  assert.equal(tasks.length, 2);
  for (const { content } of tasks) assert.match(content, /Verify\.[^]*Depart\.[^]*Remove\./);
});

test("what comes after a step that is nobody's task yet is not passed on", () => {
  const open = account({ ...KEPT, advice: "undecided" });
  const steps = [OF_AUTHORITY, OF_SCHOOL_1, OF_SCHOOL_2];
  assert.deepEqual(tasksOf([group([open, DELETED], { steps })], false), []);
});

test("an organisation hears nothing of groups in which it has no step", () => {
  const other = account({ key: "k3", account_id: "s3" });
  const groups = [
    group([KEPT, DELETED], { steps: [OF_SCHOOL_2] }),
    group([other], { steps: [step({ account_key: "k3" })] }),
  ];
  const [second, first] = tasksOf(groups, false);
  assert.doesNotMatch(second?.content ?? "", /s3/);
  assert.doesNotMatch(first?.content ?? "", /s2/);
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

for (const state of /** @type {const} */ (["worked", "irremovable", "not-duplicate", "resolved"])) {
  test(`a group in the state «${state}» is nobody's task any more`, () => {
    const steps = [OF_SCHOOL_1, OF_SCHOOL_2];
    assert.deepEqual(tasksOf([group([KEPT, DELETED], { steps, state: stateInfo({ state }) })], true), []);
  });
}

test("a group that has returned is a task again", () => {
  const state = stateInfo({ state: "returned" });
  assert.equal(tasksOf([group([KEPT, DELETED], { steps: [OF_SCHOOL_2], state })], true).length, 1);
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

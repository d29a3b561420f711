import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { stateSection } from "../../../extension/lib/state-section.js";
import { text, word } from "../../../extension/lib/texts.js";
import { account, group, stateInfo } from "../examples.js";
import { forever, installChrome, lifelines, openPage } from "../support.js";

/**
 * @typedef {import("../../../extension/lib/analysis.js").Decided} Decided
 * @typedef {import("../../../extension/lib/analysis.js").StateInfo} StateInfo
 */

const CONFLICT = { problem: { code: "conflict", message: "Somebody was first.", hint: "Look again." } };

/** @type {{command: string, payload: any}[]} */
let asked = [];
/** @type {(command: string) => unknown} */
let answer = () => ({});
/** @type {Decided[]} */
let told = [];

before(() => installChrome());

beforeEach(() => {
  openPage("");
  [asked, told] = [[], []];
  const sendMessage = (/** @type {any} */ message) => {
    asked.push(message);
    return Promise.resolve(answer(message.command));
  };
  Object.assign(chrome.runtime, { connect: lifelines().connect, sendMessage });
});

/** @param {Partial<StateInfo>} parts */
function opened(parts = {}) {
  const shown = group([account()], { state: stateInfo({ undoable: true, ...parts }) });
  document.body.replaceChildren(...stateSection(shown, (decided) => told.push(decided), forever));
  return document.body;
}

/** @param {string} label */
function press(label) {
  const found = [...document.querySelectorAll("button")].find((button) => button.textContent === label);
  assert.ok(found, label);
  found.click();
  return new Promise((resolve) => setTimeout(resolve));
}

test("a group of which nothing is remembered has no state", () => {
  assert.deepEqual(stateSection(group([account()]), () => undefined, forever), []);
});

test("a decision names the version that was looked at", async () => {
  opened({ version: 7 });
  answer = () => ({ result: { state: stateInfo(), not_duplicate: null } });
  await press(text("decision_undo"));
  const [{ command, payload } = { command: "", payload: {} }] = asked;
  assert.deepEqual([command, payload], ["decide", { group: "g1", version: 7, act: "undo" }]);
});

test("the state that the helper answers is shown and passed on, and the keyboard goes on from there", async () => {
  const body = opened();
  const state = stateInfo({ state: "worked", version: 2 });
  answer = () => ({ result: { state, not_duplicate: null } });
  await press(text("decision_undo"));
  assert.equal(body.querySelector(".state")?.getAttribute("data-sverka-work"), "worked");
  assert.ok(body.querySelector(".outcome")?.textContent?.includes(word("work", "worked")));
  assert.deepEqual(told, [{ state, not_duplicate: null }]);
  assert.equal(document.activeElement?.textContent, text("state_title"));
});

test("where somebody else was first, the current state is fetched by one press", async () => {
  const body = opened();
  answer = (command) =>
    command === "decide"
      ? CONFLICT
      : { result: { group: group([account()], { state: stateInfo({ state: "irremovable", version: 5 }) }) } };
  await press(text("decision_undo"));
  assert.ok(body.querySelector("[role=status]")?.textContent?.includes("Somebody was first. Look again."));
  assert.equal(told.length, 0);
  await press(text("state_refresh"));
  assert.ok(body.textContent?.includes(word("work", "irremovable")));
  assert.equal(told[0]?.state?.version, 5);
});

test("a failure keeps what was chosen and offers no state that is not asked for", async () => {
  const body = opened();
  answer = () => ({ problem: { code: "offline", message: "Nobody answers.", hint: "" } });
  const note = body.querySelector("textarea");
  assert.ok(note);
  note.value = "kept";
  await press(text("decision_undo"));
  assert.equal(body.querySelector("textarea")?.value, "kept");
  assert.ok(!body.textContent?.includes(text("state_refresh")));
});

test("a second press while the first is under way is not sent", async () => {
  opened();
  answer = () => new Promise(() => undefined);
  await press(text("decision_undo"));
  await press(text("decision_undo"));
  assert.equal(asked.length, 1);
});

test("what a re-run has proved is not decided by hand", () => {
  const body = opened({ state: "resolved", undoable: false });
  assert.equal(body.querySelector("form"), null);
  assert.ok(body.textContent?.includes(text("state_resolved_by_report")));
});

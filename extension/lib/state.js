/** @file How far the work on a group has come, in words. */
import { element } from "./element.js";
import { dayText, momentText, text, word } from "./texts.js";

/**
 * @typedef {import("./analysis.js").Group} Group
 * @typedef {import("./analysis.js").State} State
 * @typedef {import("./analysis.js").StateInfo} StateInfo
 */

/** @type {State[]} in the order of the work */
export const STATES = ["found", "returned", "assigned", "worked", "irremovable", "not-duplicate", "resolved"];

const UNWORKED = new Set(["found", "returned", "assigned"]);

/**
 * Whether somebody still has to work on the group; so has one of which nothing is remembered.
 * @param {{state: Pick<StateInfo, "state"> | null}} group
 */
export function isUnworked({ state }) {
  return state === null || UNWORKED.has(state.state);
}

/** @param {State} state */
export function stateBadge(state) {
  return element("strong", { class: `work ${state}` }, word("work", state));
}

/**
 * The state and all that is known of it.
 * @param {Group} group
 * @param {StateInfo} info
 * @returns {HTMLElement[]}
 */
export function stateLines({ change }, info) {
  const changeWords = change ? [element("span", { class: "faint" }, word("change", change))] : [];
  return [
    element("p", { class: "now" }, stateBadge(info.state), ...changeWords),
    element("p", {}, word("work_meaning", info.state)),
    ...stillSeen(info),
    ...raisedAgain(info),
    factsOf(info),
  ];
}

/** @param {StateInfo} info */
function stillSeen({ still_seen }) {
  if (!still_seen) return [];
  return [element("p", { class: "guard" }, text("state_still_seen", momentText(still_seen)))];
}

/** @param {StateInfo} info */
function raisedAgain({ changed }) {
  if (!changed.length) return [];
  const fields = changed.map((field) => word("changed", field)).join(", ");
  return [element("p", { class: "guard" }, text("state_changed", fields))];
}

/** @param {StateInfo} info */
function factsOf(info) {
  const { organisation, due, note, by, at } = info;
  const facts = {
    organisation,
    due: due && dayText(due),
    reason: reasonText(info),
    note,
    by: by && at && text("state_by", by, momentText(at)),
    first_seen: momentText(info.first_seen),
  };
  const told = Object.entries(facts).flatMap(([name, value]) =>
    value ? [element("dt", {}, word("fact", name)), element("dd", {}, value)] : [],
  );
  return element("dl", {}, ...told);
}

/**
 * Each of the two states has reasons of its own.
 * @param {Pick<StateInfo, "state" | "reason">} info
 */
export function reasonText({ state, reason }) {
  if (!reason) return null;
  if (state === "irremovable") return word("irremovable", reason);
  return state === "not-duplicate" ? word("not_duplicate", reason) : null;
}

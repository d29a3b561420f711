/** @file The tasks of each organisation as text to be sent to it. */
import { kindOf } from "./advice.js";
import { nameAccount } from "./persons.js";
import { isUnworked } from "./state.js";
import { dayText, text } from "./texts.js";

/**
 * @typedef {object} TaskList
 * @property {string} organisation
 * @property {string} content
 *
 * @typedef {import("./analysis.js").Group} Group
 * @typedef {import("./analysis.js").Account} Account
 * @typedef {import("./analysis.js").Step} Step
 */

/**
 * What is undecided or only preliminary is nobody's task yet, what is done or no duplicate no more.
 * @param {Group[]} groups
 * @param {boolean} withNames
 * @returns {TaskList[]} by organisation, in the order of the page
 */
export function tasksOf(groups, withNames) {
  const open = groups.filter(isUnworked);
  const ready = open.map((group) => readyGroup(group)).filter(({ steps }) => steps.length > 0);
  const organisations = new Set(ready.flatMap(({ steps }) => steps.filter(isOwn)).map(({ who }) => who));
  return [...organisations].map((organisation) => ({
    organisation,
    content: [
      organisation,
      ...ready
        .filter(({ steps }) => steps.some((step) => isFor(step, organisation)))
        .map((group) => describe(group, organisation, withNames)),
    ].join("\n\n"),
  }));
}

/**
 * The group with those of its steps that may be passed on: up to the first that is nobody's task
 * yet, for what comes after may rest on it.
 * @param {Group} group
 * @returns {Group}
 */
function readyGroup(group) {
  const open = new Set(["undecided", "preliminary"]);
  const kinds = new Map(group.accounts.map((account) => [account.key, kindOf(account)]));
  const decided = group.accounts.some((account) => !open.has(kindOf(account)));
  const held = group.steps.findIndex(({ account_key: key }) => key && open.has(kinds.get(key) ?? "undecided"));
  const steps = held < 0 ? group.steps : group.steps.slice(0, held);
  return { ...group, steps: decided && group.confidence !== "low" ? steps : [] };
}

/**
 * Whether an organisation takes the step, not the authority.
 * @param {Step} step
 */
function isOwn({ org_key }) {
  return org_key !== null;
}

/**
 * @param {Step} step
 * @param {string} organisation
 */
function isFor(step, organisation) {
  return isOwn(step) && step.who === organisation;
}

/**
 * All steps in their order, also those of others: a removal told without them would come too soon.
 * @param {Group} group
 * @param {string} organisation
 * @param {boolean} withNames
 */
function describe({ accounts, steps }, organisation, withNames) {
  const about = accounts.map((account) => aboutAccount(account, withNames));
  return [...about, ...steps.map((step, index) => stepText(step, index + 1, organisation))].join("\n");
}

/**
 * @param {Account} account
 * @param {boolean} withNames
 */
function aboutAccount(account, withNames) {
  return [nameAccount(account, withNames), account.organisation].filter(Boolean).join(" — ");
}

/**
 * @param {Step} step
 * @param {number} number
 * @param {string} organisation
 */
function stepText(step, number, organisation) {
  const own = isFor(step, organisation) ? ` ${text("tasks_own_step")}` : "";
  const condition = step.if ? ` ${text("step_condition", step.if)}` : "";
  const due = step.due ? ` ${text("step_due", dayText(step.due))}` : "";
  return `${number}. ${step.who}${own}: ${step.text}${condition}${due}`;
}

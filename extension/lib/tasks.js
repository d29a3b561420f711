/** @file The tasks of each organisation as text to be sent to it. */
import { kindOf } from "./advice.js";
import { nameAccount } from "./persons.js";
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
 * What is undecided or only preliminary is nobody's task yet.
 * @param {Group[]} groups
 * @param {boolean} withNames
 * @returns {TaskList[]} by organisation, in the order of the page
 */
export function tasksOf(groups, withNames) {
  const ready = groups.map((group) => readyGroup(group)).filter(({ steps }) => steps.length > 0);
  const organisations = new Set(ready.flatMap(({ steps }) => steps.filter(isOwn)).map(({ who }) => who));
  return [...organisations].map((organisation) => ({
    organisation,
    content: [
      organisation,
      ...ready.map((group) => describe(group, organisation, withNames)).filter(Boolean),
    ].join("\n\n"),
  }));
}

/**
 * The group with those of its steps that may be passed on.
 * @param {Group} group
 * @returns {Group}
 */
function readyGroup(group) {
  const open = new Set(["undecided", "preliminary"]);
  const kinds = new Map(group.accounts.map((account) => [account.key, kindOf(account)]));
  const decided = group.accounts.some((account) => !open.has(kindOf(account)));
  const steps = group.steps.filter(({ account_key: key }) => !key || !open.has(kinds.get(key) ?? "undecided"));
  return { ...group, steps: decided && group.confidence !== "low" ? steps : [] };
}

/** @param {Step} step */
function isOwn({ org_key }) {
  return org_key !== null;
}

/**
 * @param {Group} group
 * @param {string} organisation
 * @param {boolean} withNames
 */
function describe(group, organisation, withNames) {
  const steps = group.steps.filter((step) => concerns(step, group, organisation));
  if (!steps.some(isOwn)) return "";
  const about = group.accounts.map((account) => aboutAccount(account, withNames));
  return [...about, ...steps.map((step, index) => stepText(step, index + 1))].join("\n");
}

/**
 * Its own steps, and those of the authority for one of its accounts.
 * @param {Step} step
 * @param {Group} group
 * @param {string} organisation
 */
function concerns(step, group, organisation) {
  if (isOwn(step)) return step.who === organisation;
  const account = group.accounts.find(({ key }) => key === step.account_key);
  return account?.organisation === organisation;
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
 */
function stepText(step, number) {
  const condition = step.if ? ` ${text("step_condition", step.if)}` : "";
  const due = step.due ? ` ${text("step_due", dayText(step.due))}` : "";
  const who = isOwn(step) ? "" : `${step.who}: `;
  return `${number}. ${who}${step.text}${condition}${due}`;
}

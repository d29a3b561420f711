/** @file What the card «почему» says of an account, or of its whole group. */
import { badgeOf } from "./advice.js";
import { comparisonsOf } from "./comparison.js";
import { element } from "./element.js";
import { nameAccount } from "./persons.js";
import { dayText, text, word } from "./texts.js";
import { timeline } from "./timeline.js";

/**
 * @typedef {import("./analysis.js").Account} Account
 * @typedef {import("./analysis.js").Group} Group
 * @typedef {import("./analysis.js").Rule} Rule
 *
 * @typedef {object} Around what is said beside the group itself
 * @property {Record<string, Rule>} rules
 * @property {HTMLElement[]} state of the work on the group
 * @property {string} lastDay of the report
 */

/** Advice to wait or to leave all as it is: how sure it is would say nothing. */
const WITHOUT_CONFIDENCE = new Set(["undecided", "not-duplicate"]);
/** Signs of two children, or facts that contradict each other. */
const DOUBTFUL = "D-27";

/**
 * @param {Account} account
 * @param {Group} group
 * @param {Around} around
 * @returns {HTMLElement[]}
 */
export function cardSections(account, group, { rules, state, lastDay }) {
  const pairs = group.pairs.filter(({ a, b }) => a === account.key || b === account.key);
  return [
    ...adviceSection(account),
    ...stepsSection(group, account),
    ...state,
    ...(group.accounts.length > 1 ? comparison(group, pairs, lastDay) : []),
    ...rulesSection([account], rules),
  ];
}

/**
 * @param {Group} group
 * @param {Around} around
 * @returns {HTMLElement[]}
 */
export function groupSections(group, { rules, state, lastDay }) {
  // Of what is removed nothing has to be done any more.
  const isResolved = group.state?.state === "resolved";
  const advice = (/** @type {Account} */ account) => (isResolved ? [] : adviceSection(account));
  return [
    ...state,
    ...group.accounts.flatMap((account) => [accountHeading(account), ...advice(account)]),
    ...stepsSection(group),
    ...(group.accounts.length > 1 ? comparison(group, group.pairs, lastDay) : []),
    ...(isResolved ? [] : rulesSection(group.accounts, rules)),
  ];
}

/**
 * @param {Group} group
 * @param {import("./analysis.js").Pair[]} pairs
 * @param {string} lastDay
 */
function comparison(group, pairs, lastDay) {
  return [...circumstances(group), ...timeline(group.accounts, lastDay), ...fieldsSection(group, pairs)];
}

/** @param {Account} account */
function accountHeading(account) {
  return element("h3", {}, [nameAccount(account, true), account.organisation].filter(Boolean).join(" — "));
}

/** @param {Account} account */
function adviceSection(account) {
  const badge = badgeOf(account);
  const isSilent = WITHOUT_CONFIDENCE.has(account.advice);
  return [
    element("p", { class: `advice ${badge}` }, element("strong", {}, word("badge", badge))),
    element("p", { class: "why" }, account.why),
    element("p", {}, word("meaning", badge)),
    ...(isSilent ? [] : [element("p", { class: "faint" }, word("confidence", account.confidence))]),
  ];
}

/**
 * @param {Group} group
 * @param {Account} [account] whose card it is
 */
function stepsSection({ steps }, account) {
  if (!steps.length) return [];
  const items = steps.map((step) => {
    const whose = step.account_key === account?.key ? "own" : "other";
    return element("li", { class: whose }, element("strong", {}, `${step.who}: `), ...stepDetails(step));
  });
  return [heading("card_steps"), element("ol", { class: "steps" }, ...items)];
}

/** @param {import("./analysis.js").Step} step */
function stepDetails(step) {
  const faint = (/** @type {string} */ words) => element("span", { class: "faint" }, ` ${words}`);
  return [
    step.text,
    ...(step.if ? [faint(text("step_condition", step.if))] : []),
    ...(step.due ? [faint(text("step_due", dayText(step.due)))] : []),
  ];
}

/** @param {Group} group */
function circumstances({ verdict, cause, overlap_days: days, risk, accounts }) {
  const isDoubtful = verdict === "same" && accounts.some(({ rules }) => rules.includes(DOUBTFUL));
  const overlap = days === null ? text("card_overlap_unknown") : text("card_overlap_days", days);
  const lines = [word("verdict", isDoubtful ? "uncertain" : verdict), word("cause", cause), overlap, word("risk", risk)];
  const items = lines.map((line) => element("li", {}, line));
  return [heading("card_circumstances"), element("ul", {}, ...items)];
}

/**
 * @param {Group} group
 * @param {import("./analysis.js").Pair[]} pairs
 */
function fieldsSection(group, pairs) {
  const comparisons = comparisonsOf(group, pairs);
  return comparisons.length ? [heading("card_fields"), ...comparisons] : [];
}

/**
 * @param {Account[]} accounts
 * @param {Record<string, Rule>} rules
 */
function rulesSection(accounts, rules) {
  const named = new Set(accounts.flatMap((account) => account.rules));
  const items = [...named].flatMap((id) => {
    const rule = rules[id];
    return rule ? [ruleItem(id, rule)] : [];
  });
  return items.length ? [heading("card_rules"), ...items] : [];
}

/**
 * @param {string} id
 * @param {Rule} rule
 */
function ruleItem(id, rule) {
  const quote = rule.quote ? [element("blockquote", {}, rule.quote)] : [];
  return element(
    "section",
    { class: "rule" },
    element("p", {}, element("strong", {}, id), ` ${rule.text}`),
    ...quote,
    element("p", { class: "faint" }, text("card_source", rule.source)),
  );
}

/** @param {string} key */
function heading(key) {
  return element("h3", {}, text(key));
}

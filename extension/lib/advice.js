/** @file How an advice is told: account numbers alone give no more than a preliminary one. */

/** What the operator can filter by, in the order of the filter. */
export const KINDS = /** @type {const} */ ([
  "delete",
  "undecided",
  "preliminary",
  "keep",
  "fix-dates",
  "not-duplicate",
]);

/** @typedef {typeof KINDS[number]} Kind */

/**
 * @param {import("./analysis.js").ListedAccount} account
 * @returns {Kind}
 */
export function kindOf(account) {
  return isPreliminary(account) ? "preliminary" : account.advice;
}

/**
 * The name of the advice's words and picture.
 * @param {import("./analysis.js").ListedAccount} account
 */
export function badgeOf(account) {
  return isPreliminary(account) ? `preliminary-${account.advice}` : account.advice;
}

/** @param {import("./analysis.js").ListedAccount} account */
function isPreliminary({ advice, confidence }) {
  return confidence === "low" && (advice === "delete" || advice === "keep");
}

/**
 * @typedef {object} Counts
 * @property {number} groups
 * @property {number} highRisk groups that may become impossible to mend
 * @property {Record<Kind, number>} accounts
 */

/**
 * @param {import("./analysis.js").ListedGroup[]} groups
 * @returns {Counts}
 */
export function countOf(groups) {
  const accounts = groups.flatMap((group) => group.accounts).map((account) => kindOf(account));
  const pairs = KINDS.map((kind) => [kind, accounts.filter((found) => found === kind).length]);
  return {
    groups: groups.length,
    highRisk: groups.filter(({ risk }) => risk === "high").length,
    accounts: Object.fromEntries(pairs),
  };
}

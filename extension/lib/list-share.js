/** @file How much of a list this page has shown so far, while the operator turns its pages. */

/**
 * @typedef {object} Share
 * @property {number} shown different people of the list that were on the screen
 * @property {number} lookedAt of those, whose card was open before
 */

/** Of each list, by its kind, length and filters: whose card was open, by the accounts' keys. */
/** @type {Map<string, Map<string, boolean>>} */
const lists = new Map();

/**
 * Adds the page to what was shown of its list.
 * @param {string} kind
 * @param {import("./analysis.js").Listing} listing
 * @returns {Share}
 */
export function shareOf(kind, { total, filters, page, people }) {
  const list = JSON.stringify([kind, total, filters]);
  const shown = lists.get(list) ?? new Map();
  lists.set(list, shown);
  for (const person of people) {
    shown.set(person.account_key ?? `${page} ${person.row}`, person.looked_at !== null);
  }
  return { shown: shown.size, lookedAt: [...shown.values()].filter(Boolean).length };
}

/** @file How the findings of a list are told: one word for each rule, by which rows are also chosen. */

/** @typedef {"double" | "alike" | "no-parent" | "no-children" | "errors" | "unseen"} Remark */

/** In the order in which one badge is chosen of several, and of the filter. */
const OF_RULE = /** @type {Map<string, Remark>} */ (
  new Map([
    ["S-03", "double"],
    ["S-04", "alike"],
    ["S-01", "no-parent"],
    ["S-02", "no-children"],
    ["S-05", "errors"],
    ["S-07", "errors"],
    ["S-06", "unseen"],
  ])
);

export const REMARKS = [...new Set(OF_RULE.values())];

/**
 * @param {import("./analysis.js").Finding[]} findings of one row
 * @returns {Remark[]} each once, the weightiest first
 */
export function remarksOf(findings) {
  const told = new Set(findings.map(({ rule }) => OF_RULE.get(rule)));
  return REMARKS.filter((remark) => told.has(remark));
}

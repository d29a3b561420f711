/** @file What an answer leaves out: the operator must not take silence for «there is nothing». */

/**
 * @typedef {import("./analysis.js").Analysis} Analysis
 * @typedef {import("./analysis.js").Warning} Warning
 */

/** Other tables of the report stand on the page, and were not read. */
const UNREAD_TABLES = "several-tables";

/** The report was read to its end and names nobody. */
const EMPTY = "empty-report";

/**
 * @param {Analysis} analysis
 * @returns {Warning | undefined}
 */
export function unreadPart({ page }) {
  return page.warnings.find(({ code }) => code === UNREAD_TABLES);
}

/** @param {Analysis} analysis */
export function isEmptyReport({ page }) {
  return page.warnings.some(({ code }) => code === EMPTY);
}

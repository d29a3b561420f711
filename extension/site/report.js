/** @file Finds the duplicates report on the page: its root, its title, its table. */
import { $$ } from "../lib/select.js";
import { isReportTitle, saysNothingFound } from "./captions.js";
import { locateAccounts } from "./places.js";
import { capture } from "./scrape.js";
import { FORM_CONTROLS, FURNITURE_TABLES, NAVIGATION, TITLES } from "./selectors.js";

/** A report without rows is a title and a sentence; more text is a page that is something else. */
const LONGEST_EMPTY_REPORT = 5000;
const HEADER_ROWS_LOOKED_AT = 3;
const FEWEST_COLUMNS = 3;

/** @typedef {import("./kinds.js").Subject} Subject */

/** @type {import("./kinds.js").Kind} */
export const reportKind = {
  find: findReports,
  holdsPerson: () => false,
  valuesOf: () => "",
  changesSilently: false,
  comesInParts: false,
  restsOnOthers: true,
  patienceFor: () => 0,
  capture,
  locate: locateAccounts,
};

/**
 * Each by the smallest element that holds title and table; the table is the one with most rows,
 * `null` in an empty report.
 * @param {Document} page
 * @returns {Subject[]}
 */
export function findReports(page) {
  const found = $$(TITLES, HTMLElement, page)
    .filter((title) => isTitleOfReport(title))
    .map((title) => around(title))
    .filter((report) => report !== null);
  return innermost(found);
}

/** @param {HTMLElement} title */
function isTitleOfReport(title) {
  return isReportTitle(title.textContent) && !title.closest(NAVIGATION);
}

/**
 * @param {HTMLElement} title
 * @returns {Subject | null}
 */
function around(title) {
  const words = title.textContent.trim();
  const start = title.closest("table") ?? title;
  for (let root = start.parentElement; root; root = root.parentElement) {
    const table = largestTable(root);
    if (table || isEmptyReport(root)) return { kind: "report", root, title: words, table };
  }
  return null;
}

/** @param {HTMLElement} root */
function largestTable(root) {
  // By tag names, which the browser finds faster than by selectors: this runs at every change.
  const tables = [...root.getElementsByTagName("table")].filter((table) => holdsData(table));
  return tables.sort((a, b) => b.rows.length - a.rows.length)[0] ?? null;
}

/** @param {HTMLTableElement} table */
function holdsData(table) {
  if (table.matches(FURNITURE_TABLES)) return false;
  if (FORM_CONTROLS.some((tag) => table.getElementsByTagName(tag).length > 0)) return false;
  const first = Array.from({ length: HEADER_ROWS_LOOKED_AT }, (_, index) => table.rows[index]);
  return first.some((row) => row && row.cells.length >= FEWEST_COLUMNS);
}

/** @param {HTMLElement} root */
function isEmptyReport(root) {
  const content = root.textContent;
  return content.length <= LONGEST_EMPTY_REPORT && saysNothingFound(content);
}

/**
 * The page's own heading may repeat the title: the report is the smallest of the nested roots.
 * @param {Subject[]} reports
 */
function innermost(reports) {
  return reports.filter(
    ({ root }, index) =>
      !reports.some((other, at) => at !== index && root !== other.root && root.contains(other.root)) &&
      reports.findIndex((other) => other.root === root) === index,
  );
}

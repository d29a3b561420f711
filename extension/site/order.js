/** @file Finds the screens of an order where children are typed or loaded, and where each stands. */
import { rowsOf } from "../lib/table.js";
import { $$ } from "../lib/select.js";
import { isOrderEntryTitle } from "./captions.js";
import { valuesOf } from "./card.js";
import { locateFields } from "./fields.js";
import { capture, tablesIn } from "./scrape.js";
import { SCREEN_TITLES } from "./selectors.js";

/** @typedef {import("./kinds.js").Subject} Subject */

/** @type {import("./kinds.js").Kind} */
export const orderKind = {
  find: findOrderEntries,
  holdsPerson: () => false,
  valuesOf,
  changesSilently: true,
  comesInParts: false,
  patienceFor: () => 0,
  capture,
  locate: (answered) => Promise.resolve(locateChildren(answered)),
};

/**
 * Each by the smallest element that holds the heading and something to type in or a table.
 * @param {Document} page
 * @returns {Subject[]}
 */
export function findOrderEntries(page) {
  return $$(SCREEN_TITLES, HTMLElement, page)
    .filter((title) => isOrderEntryTitle(title.textContent))
    .map((title) => around(title))
    .filter((entry) => entry !== null);
}

/**
 * @param {HTMLElement} title
 * @returns {Subject | null}
 */
function around(title) {
  for (let root = title.parentElement; root; root = root.parentElement) {
    const holdsChildren = ["input", "table"].some((tag) => root.getElementsByTagName(tag).length > 0);
    if (holdsChildren) return { kind: "order", root, title: title.textContent.trim(), table: null };
  }
  return null;
}

/**
 * The rows of the table from the first child on, or the fields of the form. Of several forms no
 * field is marked: it would be that of another child.
 * @param {import("./kinds.js").Answered} answered
 * @returns {import("./kinds.js").Located}
 */
function locateChildren({ subject, analysis, tables }) {
  const { table: sent, first_data_tr: first, rows: children } = analysis.page;
  const table = tablesIn(subject.root)[tables[sent ?? -1] ?? -1];
  if (table) return { rows: rowsOf(table).slice(first ?? 0) };
  return children > 1 ? {} : { fields: locateFields(subject.root) };
}

/**
 * What a row says of its child, typed or printed.
 * @param {HTMLTableRowElement} row
 */
export function childIn(row) {
  const cells = [...row.cells].map((cell) => $$("input", HTMLInputElement, cell).map(({ value }) => value).join(" ") || cell.textContent);
  return cells.map((words) => words.trim()).filter(Boolean).join(" ");
}

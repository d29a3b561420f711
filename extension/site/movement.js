/** @file Finds the movement of one pupil on the page: a window of its own, a dialog, or a table. */
import { $$ } from "../lib/select.js";
import { isBusy } from "./busy.js";
import { movementColumn, namesPupils } from "./captions.js";
import { cardKind } from "./card.js";
import { openerAccount, recordOf } from "./opener.js";
import { capture } from "./scrape.js";
import { HEADINGS, MODAL, PAGERS, REGISTRY } from "./selectors.js";

/** Rows are written one after another: how long nothing may have changed. */
const DRAFT_MS = 300;
const HEADER_ROWS_LOOKED_AT = 3;

/** @typedef {import("./kinds.js").Subject} Subject */

/** @type {import("./kinds.js").Kind} */
export const movementKind = {
  find: findMovements,
  holdsPerson: () => false,
  valuesOf: () => "",
  changesSilently: false,
  comesInParts: true,
  patienceFor: () => DRAFT_MS,
  capture: (subject, signal) =>
    capture(subject, signal, {
      context: { opener_account: openerAccount() },
      note: (copy) => noteBeside(copy, subject.root),
    }),
  locate: () => Promise.resolve({}),
};

/**
 * Each by the smallest element that tells whose it is; those of the registry are the registry's.
 * @param {Document} page
 * @returns {Subject[]}
 */
export function findMovements(page) {
  // By tag names, which the browser finds faster than by selectors: this runs at every change.
  const tables = [...page.getElementsByTagName("table")].filter((table) => tellsMovement(table));
  const roots = new Set(tables.map(around));
  return [...roots].map((root) => ({ kind: "movement", root, title: titleOf(root), table: null }));
}

/** @param {HTMLTableElement} table */
function tellsMovement(table) {
  const rows = Array.from({ length: HEADER_ROWS_LOOKED_AT }, (_, index) => table.rows[index]);
  return rows.some((row) => row && isHeader(row)) && !table.closest(REGISTRY);
}

/** @param {HTMLTableRowElement} row */
function isHeader(row) {
  const captions = [...row.cells].map((cell) => cell.textContent);
  const columns = new Set(captions.map(movementColumn));
  const tellsMoves = ["source", "target", "day"].every((column) => columns.has(column));
  return tellsMoves && (columns.has("kind") || columns.has("order")) && !captions.some(namesPupils);
}

/**
 * Not beyond what is a card's: the card of the same pupil would be sent along.
 * @param {HTMLTableElement} table
 * @returns {HTMLElement}
 */
function around(table) {
  const nearest = table.parentElement ?? table;
  for (let root = table.parentElement; root; root = root.parentElement) {
    if (cardKind.holdsPerson(root)) break;
    if (recordOf(root) || titleOf(root)) return root;
  }
  return nearest;
}

/**
 * That something is loaded still, and the pager: one page of a movement is not the whole of it.
 * @param {HTMLElement} copy
 * @param {HTMLElement} root
 */
function noteBeside(copy, root) {
  if (isBusy(document)) copy.setAttribute("aria-busy", "true");
  const pagers = $$(PAGERS, HTMLElement, root.closest(MODAL) ?? document);
  const beside = pagers.filter((pager) => !root.contains(pager));
  copy.append(...beside.map((pager) => copy.ownerDocument.importNode(pager, true)));
}

/** @param {HTMLElement} root */
function titleOf(root) {
  return $$(HEADINGS, HTMLElement, root)[0]?.textContent.trim() ?? "";
}

/** @file Finds the groups that stand open in the registry of clones, and the buttons of their accounts. */
import { $$, $optional } from "../lib/select.js";
import { isCloneGroupTitle, isIrrevocable } from "./captions.js";
import { locateAccounts } from "./places.js";
import { capture } from "./scrape.js";
import { NAVIGATION, PRESSED, TABLE_TITLES, TITLES } from "./selectors.js";

/** @typedef {import("./kinds.js").Subject} Subject */

/** @type {import("./kinds.js").Kind} */
export const clonesKind = {
  find: findCloneGroups,
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
 * Each by the smallest element that holds the title «Дубли: …» and a table.
 * @param {Document} page
 * @returns {Subject[]}
 */
export function findCloneGroups(page) {
  return $$(`${TABLE_TITLES}, ${TITLES}`, HTMLElement, page)
    .filter((title) => isCloneGroupTitle(title.textContent) && !title.closest(NAVIGATION))
    .map((title) => around(title))
    .filter((group) => group !== null);
}

/**
 * @param {HTMLElement} title
 * @returns {Subject | null}
 */
function around(title) {
  for (let root = title.parentElement; root; root = root.parentElement) {
    const table = $optional("table", HTMLTableElement, root);
    if (table) return { kind: "clones", root, title: title.textContent.trim(), table };
  }
  return null;
}

/**
 * The buttons beside an account that merge or archive it. They are looked at, never pressed.
 * @param {HTMLTableRowElement} row
 */
export function irrevocableButtons(row) {
  return $$(PRESSED, HTMLElement, row).filter((button) => isIrrevocable(wordsOn(button)));
}

/** @param {HTMLElement} button */
function wordsOn(button) {
  const value = button instanceof HTMLInputElement ? button.value : button.textContent;
  return `${value} ${button.title} ${button.getAttribute("aria-label") ?? ""}`;
}

/** @file Finds the groups that stand open in the registry of clones, and the buttons of their accounts. */
import { $$, $optional } from "../lib/select.js";
import { isCloneGroupTitle, isIrrevocable } from "./captions.js";
import { locateAccounts } from "./places.js";
import { capture } from "./scrape.js";
import { CELLS, NAVIGATION, PRESSED, TABLE_TITLES, TITLES } from "./selectors.js";

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
 * The buttons over or under the accounts of a group, which merge or archive several at once.
 * @param {HTMLElement} root of the group
 */
export function groupButtons(root) {
  const bodies = [...($optional("table", HTMLTableElement, root)?.tBodies ?? [])];
  const place = root.closest(CELLS) ?? root;
  return irrevocableButtons(place).filter((button) => !bodies.some((body) => body.contains(button)));
}

/**
 * The buttons there that merge or archive accounts. They are looked at, never pressed.
 * @param {Element} place
 */
export function irrevocableButtons(place) {
  return $$(PRESSED, HTMLElement, place).filter((button) => isIrrevocable(wordsOn(button)));
}

/** @param {HTMLElement} button */
function wordsOn(button) {
  const value = button instanceof HTMLInputElement ? button.value : button.textContent;
  return `${value} ${button.title} ${button.getAttribute("aria-label") ?? ""}`;
}

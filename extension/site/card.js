/** @file Finds the cards of pupils and parents on the page, and tells when one has changed. */
import { $$ } from "../lib/select.js";
import { fieldNamed, isCardTitle } from "./captions.js";
import { locateFields, typedIn } from "./fields.js";
import { capture } from "./scrape.js";
import {
  CAPTIONS,
  CARD_FORM,
  CARD_PARTS,
  LATE_PARTS,
  NAVIGATION,
  TITLES,
  VALUES,
} from "./selectors.js";

/** Scripts fill the late parts, often with a draft first: how long nothing may have changed. */
const DRAFT_MS = 300;
/** After this a part that is still empty is sent as it is. */
const EMPTY_MS = 4_000;

/** @typedef {import("./kinds.js").Subject} Subject */

/** @type {import("./kinds.js").Kind} */
export const cardKind = {
  find: findCards,
  holdsPerson: showsPerson,
  valuesOf,
  changesSilently: true,
  comesInParts: true,
  patienceFor,
  capture,
  locate: ({ subject }) => Promise.resolve({ fields: locateFields(subject.root) }),
};

/**
 * Each by the smallest element that holds heading and fields; the title is empty where the heading
 * is not known, as in another language. Two cards that stand side by side have one root: whose
 * fields are whose is not told.
 * @param {Document} page
 * @returns {Subject[]}
 */
export function findCards(page) {
  const titles = $$(TITLES, HTMLElement, page).filter((title) => isTitleOfCard(title));
  const titled = titles.map((title) => around(title)).filter((card) => card !== null);
  const roots = new Map(titled.map((card) => [card.root, card]));
  for (const body of bodiesOf(page)) {
    const root = body.parentElement;
    const isKnown = [...roots.keys()].some((known) => known.contains(body));
    if (root && !isKnown) roots.set(root, { kind: "card", root, title: "", table: null });
  }
  return innermost([...roots.values()]);
}

/** @param {HTMLElement} title */
function isTitleOfCard(title) {
  return isCardTitle(title.textContent) && !title.closest(NAVIGATION);
}

/**
 * @param {HTMLElement} title
 * @returns {Subject | null}
 */
function around(title) {
  for (let root = title.parentElement; root; root = root.parentElement) {
    if (holdsCard(root)) return { kind: "card", root, title: title.textContent.trim(), table: null };
  }
  return null;
}

/** @param {HTMLElement} root */
function holdsCard(root) {
  return $$(`${CARD_FORM}, ${CARD_PARTS}`, HTMLElement, root).length > 0 || showsPerson(root);
}

/**
 * Whether there are fields of a person, as on no login page.
 * @param {HTMLElement} root
 */
function showsPerson(root) {
  const named = new Set($$(CAPTIONS, HTMLElement, root).map((caption) => fieldNamed(caption.textContent)));
  return named.has("surname") && named.has("name");
}

/**
 * By tag names, which the browser finds faster than by selectors: this runs at every change.
 * @param {Document} page
 */
function bodiesOf(page) {
  return [...[...page.forms].filter((form) => form.matches(CARD_FORM)), ...page.getElementsByTagName(CARD_PARTS)];
}

/** @param {Subject[]} cards */
function innermost(cards) {
  return cards.filter(({ root }) => !cards.some((other) => other.root !== root && root.contains(other.root)));
}

/**
 * How long the card must have stood unchanged before it is read.
 * @param {HTMLElement} root
 */
export function patienceFor(root) {
  const late = $$(LATE_PARTS, HTMLElement, root);
  if (!late.length) return 0;
  return late.some((part) => !part.textContent.trim()) ? EMPTY_MS : DRAFT_MS;
}

/**
 * All that is typed and chosen, to tell when it becomes another.
 * @param {HTMLElement} root
 */
export function valuesOf(root) {
  return typedIn([...root.querySelectorAll(VALUES)]);
}

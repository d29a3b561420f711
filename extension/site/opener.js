/** @file The account whose card a window or dialog was opened from, where that leaves no doubt. */
import { $$ } from "../lib/select.js";
import { RECORD_FIELDS } from "./selectors.js";

const NUMBER = /^\d{1,11}$/;

/**
 * As the opener stood at the first look: it may go to another card, this window stays with its own.
 * @type {string | null | undefined}
 */
let firstOpener;

/** Of this page, else of the one that opened its window. */
export function openerAccount() {
  if (firstOpener === undefined) firstOpener = recordOf(openerPage());
  return recordOf(document) ?? firstOpener;
}

/**
 * The one record that a place names, `null` where it names none or several.
 * @param {ParentNode | null} place
 */
export function recordOf(place) {
  if (!place) return null;
  const told = $$(RECORD_FIELDS, HTMLElement, place).map((field) => numberIn(field));
  const [first = null, ...others] = new Set(told.filter((number) => number !== null));
  return others.length ? null : first;
}

/** @param {HTMLElement} field */
function numberIn(field) {
  const number = field instanceof HTMLInputElement ? field.value : (field.getAttribute("user-id") ?? "");
  return NUMBER.test(number) ? number : null;
}

/** The opener may be gone, or be a page of another site that tells nothing. */
function openerPage() {
  try {
    return /** @type {Window | null} */ (self.opener)?.document ?? null;
  } catch {
    return null;
  }
}

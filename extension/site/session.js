/** @file Recognises that СГО answered with its login page: the operator's session is over. */
import { $$ } from "../lib/select.js";
import { PASSWORD, REPORT_PLACES } from "./selectors.js";

/**
 * Places of a report that hold a login form now; a login page of its own is not one of them.
 * @param {Document} page
 * @param {Iterable<HTMLElement>} roots where a report or a card stands or stood before
 * @returns {HTMLElement[]}
 */
export function findExpiredPlaces(page, roots) {
  const places = new Set([...$$(REPORT_PLACES, HTMLElement, page), ...roots]);
  if (isWrittenByScript(page)) places.add(page.body);
  return [...places].filter((place) => place?.isConnected && holdsLogin(place));
}

/**
 * A login asks for one password; a form in which it is changed for two.
 * @param {HTMLElement} place
 */
function holdsLogin(place) {
  const passwords = [...place.getElementsByTagName("input")].filter((field) => field.matches(PASSWORD));
  return passwords.some(({ form }) => form && passwords.filter((other) => other.form === form).length === 1);
}

/**
 * A window that a script opened and wrote into has no address of its own.
 * @param {Document} page
 */
export function isWrittenByScript(page) {
  return page.URL.startsWith("about:");
}

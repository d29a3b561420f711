/** @file Recognises that СГО answered with its login page: the operator's session is over. */
import { $$ } from "../lib/select.js";
import { PASSWORD, REPORT_PLACES } from "./selectors.js";

/**
 * Places of a report that hold a login form now; a login page of its own is not one of them.
 * @param {Document} page
 * @param {Iterable<HTMLElement>} formerRoots where a report stood before
 * @returns {HTMLElement[]}
 */
export function findExpiredPlaces(page, formerRoots) {
  const places = new Set([...$$(REPORT_PLACES, HTMLElement, page), ...formerRoots]);
  if (isWrittenByScript(page)) places.add(page.body);
  return [...places].filter((place) => place?.isConnected && holdsLogin(place));
}

/** @param {HTMLElement} place */
function holdsLogin(place) {
  return [...place.getElementsByTagName("input")].some((field) => field.form && field.matches(PASSWORD));
}

/**
 * A window that a script opened and wrote into has no address of its own.
 * @param {Document} page
 */
export function isWrittenByScript(page) {
  return page.URL.startsWith("about:");
}

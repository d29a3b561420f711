/** @file Tells whether СГО is still loading something. */
import { $$ } from "../lib/select.js";
import { BUSY } from "./selectors.js";

/**
 * Whether something over the page says that it is being loaded; jTable keeps its sign in the page.
 * @param {Document} page
 */
export function isBusy(page) {
  return $$(BUSY, HTMLElement, page).some((sign) => sign.checkVisibility());
}

/** @file Which module of СГО the page belongs to, where the page or its address leaves no doubt. */
import { $$ } from "../lib/select.js";
import { moduleNamed } from "./captions.js";
import { LOGIN_TYPE, NAVIGATION, TITLES } from "./selectors.js";

const AUTHORITY_LOGIN = "2";
/** Addresses of «Управление образованием» in the generations of the interface. */
const AUTHORITY_PATH = /^\/(asp\/EDUC_MANAGER|angular\/em|app\/em)\//i;

/**
 * What the page says of itself counts before its address.
 * @param {Document} page
 * @returns {string | null}
 */
export function moduleOf(page) {
  const lines = $$(TITLES, HTMLElement, page).filter((line) => !line.closest(NAVIGATION));
  const named = lines.map((line) => moduleNamed(line.textContent.trim())).find((module) => module);
  return named ?? authorityModule(page);
}

/** @param {Document} page */
function authorityModule(page) {
  const logins = $$(LOGIN_TYPE, HTMLInputElement, page).map(({ value }) => value);
  const isOfAuthority = logins.length
    ? logins.every((login) => login === AUTHORITY_LOGIN)
    : AUTHORITY_PATH.test(page.location.pathname);
  return isOfAuthority ? "uo" : null;
}

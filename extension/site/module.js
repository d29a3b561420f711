/** @file Which module of СГО the page belongs to, where the page or its address leaves no doubt. */
import { $$ } from "../lib/select.js";
import { additionalOrganisationNamed, moduleNamed } from "./captions.js";
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
  return linesOf(page).map(moduleNamed).find((module) => module) ?? authorityModule(page);
}

/**
 * The organisation of additional education whose page this is. On a card «Организация» may well be
 * the child's school.
 * @param {Document} page
 * @returns {string} empty where the page names none
 */
export function additionalOrganisationOf(page) {
  return linesOf(page).map(additionalOrganisationNamed).find((name) => name) ?? "";
}

/** @param {Document} page */
function linesOf(page) {
  const lines = $$(TITLES, HTMLElement, page).filter((line) => !line.closest(NAVIGATION));
  return lines.map((line) => line.textContent.trim());
}

/** @param {Document} page */
function authorityModule(page) {
  const logins = $$(LOGIN_TYPE, HTMLInputElement, page).map(({ value }) => value);
  const isOfAuthority = logins.length
    ? logins.every((login) => login === AUTHORITY_LOGIN)
    : AUTHORITY_PATH.test(page.location.pathname);
  return isOfAuthority ? "uo" : null;
}

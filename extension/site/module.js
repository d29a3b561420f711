/** @file Which module of СГО the page belongs to, where the page or its address leaves no doubt. */
import { $$ } from "../lib/select.js";
import { LOGIN_TYPE } from "./selectors.js";

const AUTHORITY_LOGIN = "2";
/** Addresses of «Управление образованием» in the generations of the interface. */
const AUTHORITY_PATH = /^\/(asp\/EDUC_MANAGER|angular\/em|app\/em)\//i;

/**
 * @param {Document} page
 * @returns {"uo" | null}
 */
export function moduleOf(page) {
  const logins = $$(LOGIN_TYPE, HTMLInputElement, page).map(({ value }) => value);
  const isOfAuthority = logins.length
    ? logins.every((login) => login === AUTHORITY_LOGIN)
    : AUTHORITY_PATH.test(page.location.pathname);
  return isOfAuthority ? "uo" : null;
}

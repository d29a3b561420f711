/** @file What the sheet for the owner of an account says, read off the open card. */
import { findCards } from "./card.js";
import { locateFields, wordsIn } from "./fields.js";

/**
 * @typedef {object} HandOut
 * @property {string} person
 * @property {string} login empty where the card does not show it
 * @property {string} organisation
 * @property {string} address of the login page
 * @property {string} password
 */

/**
 * @param {Document} page
 * @param {string} password
 * @returns {HandOut}
 */
export function handOutFacts(page, password) {
  const [card, ...others] = findCards(page);
  // Of several cards it is not told whose password is changed.
  const fields = card && !others.length ? locateFields(card.root) : new Map();
  const words = (/** @type {string[]} */ ...names) =>
    names.map((name) => wordsIn(fields.get(name))).filter(Boolean).join(" ");
  return {
    person: words("surname", "name", "patronymic"),
    login: words("login"),
    organisation: words("organisation"),
    address: `${page.location.origin}/`,
    password,
  };
}

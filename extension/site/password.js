/** @file Finds the dialog «Сменить пароль», its two fields, and the tick that belongs to it. */
import { $$ } from "../lib/select.js";
import { isPasswordCaption } from "./captions.js";
import { CAPTIONS, PASSWORD } from "./selectors.js";

/**
 * @typedef {object} PasswordFields
 * @property {HTMLInputElement} first
 * @property {HTMLInputElement} second
 */

/**
 * The smallest elements that hold both fields and their captions.
 * @param {Document} page
 * @returns {HTMLElement[]}
 */
export function findPasswordDialogs(page) {
  const passwords = [...page.getElementsByTagName("input")].filter((field) => field.matches(PASSWORD));
  const dialogs = passwords.map((field) => around(field)).filter((dialog) => dialog !== null);
  return [...new Set(dialogs)];
}

/** @param {HTMLInputElement} field */
function around(field) {
  for (let root = field.parentElement; root; root = root.parentElement) {
    const count = $$(PASSWORD, HTMLInputElement, root).length;
    // A third one asks for the former password: somebody changes his own.
    if (count > 2) return null;
    if (count === 2 && says(root, "first") && says(root, "second")) return root;
  }
  return null;
}

/**
 * @param {HTMLElement} root
 * @param {"first" | "second"} part
 */
function says(root, part) {
  return $$(CAPTIONS, HTMLElement, root).some(({ textContent }) => isPasswordCaption(part, textContent));
}

/**
 * Looked up at each use: СГО may have drawn the dialog anew.
 * @param {HTMLElement} dialog
 * @returns {PasswordFields | null}
 */
export function passwordFields(dialog) {
  const [first, second] = $$(PASSWORD, HTMLInputElement, dialog);
  return first && second ? { first, second } : null;
}

/**
 * «Пользователь должен сменить пароль при первом входе», where the page leaves no doubt which.
 * @param {Document} page
 * @returns {HTMLInputElement | null}
 */
export function changeAtFirstLogin(page) {
  const ticks = $$("input[type='checkbox' i]", HTMLInputElement, page).filter((tick) => {
    const words = tick.labels?.[0]?.textContent ?? tick.parentElement?.textContent ?? "";
    return isPasswordCaption("changeAtFirstLogin", words);
  });
  return ticks.length === 1 ? (ticks[0] ?? null) : null;
}

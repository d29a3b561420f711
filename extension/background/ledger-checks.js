/** @file Whether a request to the ledger has the form of the contract. */
import { isText } from "./checks.js";

/** @typedef {Record<string, (value: unknown) => boolean>} Form what each part must be */

const LONGEST_NOTE = 1000;
const ACTS = ["assign", "worked", "irremovable", "not-duplicate", "undo"];

/** @type {Form} */
const DECISION = { group: isText, version: Number.isInteger, act: (act) => ACTS.includes(String(act)) };
/** @type {Form} what may accompany a decision */
const DETAILS = { organisation: isText, due: isDay, reason: isText, note: isNote, kept: isText, removed: isTexts };
/** @type {Form} what may limit the work list */
const LIMITS = {
  ...{ states: isTexts, organisation: isText, cause: isText, risk: isText },
  ...{ search: isText, order: isText, page: Number.isInteger },
};

/** @param {Record<string, unknown>} payload */
export function isDecision(payload) {
  return Object.keys(DECISION).every((name) => Object.hasOwn(payload, name)) && fits(payload, { ...DECISION, ...DETAILS });
}

/** @param {Record<string, unknown>} payload */
export function isWorkFilter(payload) {
  return fits(payload, LIMITS);
}

/**
 * @param {Record<string, unknown>} payload
 * @param {Form} form
 */
function fits(payload, form) {
  return Object.entries(payload).every(([name, value]) => Object.hasOwn(form, name) && form[name]?.(value));
}

/** @param {unknown} value */
function isDay(value) {
  return isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** @param {unknown} value */
function isNote(value) {
  return isText(value) && value.length <= LONGEST_NOTE;
}

/** @param {unknown} value */
function isTexts(value) {
  return Array.isArray(value) && value.every(isText);
}

/** @file Whether what came from elsewhere has the form that was agreed on. */
import { isRefusedByBrowsers } from "../lib/port.js";

const LOWEST_PORT = 1024;
const HIGHEST_PORT = 65535;

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {object} value */
export function isEmpty(value) {
  return Object.keys(value).length === 0;
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isText(value) {
  return typeof value === "string";
}

/**
 * @param {unknown} value
 * @returns {value is boolean}
 */
export function isBoolean(value) {
  return typeof value === "boolean";
}

/**
 * @param {unknown} code
 * @returns {code is string}
 */
export function isCode(code) {
  return isText(code) && /^\d{8}$/.test(code);
}

/**
 * @param {unknown} port
 * @returns {port is number}
 */
export function isPort(port) {
  const number = Number.isInteger(port) ? Number(port) : 0;
  return number >= LOWEST_PORT && number <= HIGHEST_PORT && !isRefusedByBrowsers(number);
}

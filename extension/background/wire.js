/** @file One request to the helper, and what its failure means. */
import { connectionProblem, Problem } from "./problem.js";

const API_VERSION = 1;
const GREETING_MS = 5_000;
const HELPERS = "http://127.0.0.1/*";

/** The statuses of which the helper or its guard says no more than the code. */
const TROUBLES = /** @type {const} */ ({ 401: "not-paired", 403: "refused", 426: "version" });

/**
 * @typedef {object} Greeting
 * @property {string} product
 * @property {number} api
 * @property {string} server_id
 * @property {string} version
 * @property {string} [proof]
 */

/**
 * Who answers on the port; only a «Сверка» that speaks as we do passes.
 * @param {number} port
 * @param {{client?: string, nonce?: string}} body
 * @returns {Promise<Greeting>}
 */
export async function greet(port, body = {}) {
  const greeting = await post(port, "hello", body);
  if (greeting.product !== "sverka") throw connectionProblem("port-taken", port);
  if (greeting.api !== API_VERSION) throw connectionProblem("version", port);
  return greeting;
}

/**
 * @param {number} port
 * @param {"hello" | "pair" | "pages" | "ticket"} door
 * @param {object} body
 * @param {{headers?: Record<string, string>, limit?: number}} options
 */
export async function post(port, door, body, { headers = {}, limit = GREETING_MS } = {}) {
  const answer = await reach(port, door, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sverka": "1", ...headers },
    body: JSON.stringify(body),
    credentials: "omit",
    redirect: "error",
    signal: AbortSignal.timeout(limit),
  });
  const content = await readJson(answer);
  if (answer.ok && content) return content;
  throw problemIn(door, answer.status, content, port);
}

/**
 * @param {number} port
 * @param {string} door
 * @param {RequestInit} request
 */
async function reach(port, door, request) {
  try {
    return await fetch(`http://127.0.0.1:${port}/api/v1/${door}`, request);
  } catch {
    // A forbidden request fails just as one that nobody answers.
    const isAllowed = await chrome.permissions.contains({ origins: [HELPERS] });
    throw connectionProblem(isAllowed ? "offline" : "blocked", port);
  }
}

/** @param {Response} answer */
async function readJson(answer) {
  try {
    return await answer.json();
  } catch {
    return null;
  }
}

/**
 * Who only answers a greeting has proven nothing, so its words are not shown to the operator.
 * @param {string} door
 * @param {number} status
 * @param {any} content
 * @param {number} port
 */
function problemIn(door, status, content, port) {
  const { code, message, hint } = content?.error ?? {};
  if (door !== "hello" && code && message) return new Problem(code, message, hint ?? "");
  const trouble = TROUBLES[/** @type {keyof typeof TROUBLES} */ (status)];
  return connectionProblem(trouble ?? "port-taken", port);
}

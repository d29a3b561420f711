/** @file Speaks to the helper on this computer: greeting with proof, pairing, pages. */
import { listed } from "../lib/analysis.js";
import { connectionProblem, Problem } from "./problem.js";
import { expectedProof, newNonce } from "./proof.js";
import { load, save } from "./storage.js";

const API_VERSION = 1;
const GREETING_MS = 5_000;
const PAGE_MS = 120_000;

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
 * Whether the helper answers and is the one this browser is paired with.
 * @returns {Promise<{version: string}>}
 */
export async function checkConnection() {
  const { version } = await proveHelper();
  return { version };
}

/**
 * @param {object} page a page request of the contract
 * @returns {Promise<import("../lib/analysis.js").Analysis>}
 */
export async function analyse(page) {
  const { port, pairing, nonce } = await proveHelper();
  const headers = { Authorization: `Bearer ${pairing.token}`, "X-Sverka-Nonce": nonce };
  return await listed(await post(port, "pages", page, { headers, limit: PAGE_MS }));
}

/**
 * @param {string} code
 * @param {string} label
 */
export async function pair(code, label) {
  const { port } = await load();
  await greet(port, {});
  const { token, client, server_id: serverId } = await post(port, "pair", { code, label });
  await save({ pairing: { token, client, serverId } });
  return await checkConnection();
}

/** The helper has shown, for a fresh nonce, that it knows our token: only now may it be sent. */
async function proveHelper() {
  const { port, pairing } = await load();
  if (!pairing) {
    await greet(port, {});
    throw connectionProblem("not-paired", port);
  }
  const nonce = newNonce();
  const greeting = await greet(port, { client: pairing.client, nonce });
  if (greeting.server_id !== pairing.serverId) throw connectionProblem("other-installation", port);
  if (greeting.proof !== (await expectedProof(pairing, nonce, port))) {
    throw connectionProblem("port-taken", port);
  }
  return { port, pairing, nonce, version: greeting.version };
}

/**
 * @param {number} port
 * @param {{client?: string, nonce?: string}} body
 * @returns {Promise<Greeting>}
 */
async function greet(port, body) {
  const greeting = await post(port, "hello", body);
  if (greeting.product !== "sverka") throw connectionProblem("port-taken", port);
  if (greeting.api !== API_VERSION) throw connectionProblem("version", port);
  return greeting;
}

/**
 * @param {number} port
 * @param {"hello" | "pair" | "pages"} door
 * @param {object} body
 * @param {{headers?: Record<string, string>, limit?: number}} options
 */
async function post(port, door, body, { headers = {}, limit = GREETING_MS } = {}) {
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
  throw problemIn(answer.status, content, port);
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
    throw connectionProblem("offline", port);
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
 * @param {number} status
 * @param {any} content
 * @param {number} port
 */
function problemIn(status, content, port) {
  const { code, message, hint } = content?.error ?? {};
  if (code && message) return new Problem(code, message, hint ?? "");
  const trouble = TROUBLES[/** @type {keyof typeof TROUBLES} */ (status)];
  return connectionProblem(trouble ?? "port-taken", port);
}

/** @file What the extension wants of the helper: an analysis, its ledger, a pairing, its own pages. */
import { listed } from "../lib/analysis.js";
import { connect, pairByHand } from "./connection.js";
import { connectionProblem, Problem } from "./problem.js";
import { save } from "./storage.js";
import { post } from "./wire.js";

/** So long the helper lets a page follow its proof. */
const NONCE_MS = 10_000;

/**
 * Whether the helper answers and is the one this browser is paired with.
 * @param {AbortSignal} signal
 * @returns {Promise<{version: string}>}
 */
export async function checkConnection(signal) {
  const { version } = await connect(signal);
  return { version };
}

/**
 * @param {object} page a page request of the contract
 * @param {AbortSignal} signal
 * @returns {Promise<import("../lib/analysis.js").Analysis>}
 */
export async function analyse(page, signal) {
  const proven = await connect(signal);
  const headers = { ...bearer(proven.pairing), "X-Sverka-Nonce": proven.nonce };
  try {
    return await listed(await post(proven.port, "pages", page, { headers, signal }));
  } catch (error) {
    throw hasWaitedTooLong(error, proven) ? connectionProblem("busy", proven.port) : error;
  }
}

/**
 * Whether the page was refused because its nonce has grown old in the helper's queue.
 * @param {unknown} error
 * @param {import("./connection.js").Proven} proven
 */
function hasWaitedTooLong(error, { greetedAt }) {
  const isRefused = error instanceof Problem && error.code === "refused";
  return isRefused && performance.now() - greetedAt > NONCE_MS;
}

/**
 * Asks the ledger: what is remembered of the groups, and what is decided of them.
 * @param {"decisions" | "worklist" | "group" | "runs"} door
 * @param {object} body
 * @param {AbortSignal} signal
 */
export async function askLedger(door, body, signal) {
  const { port, pairing } = await connect(signal);
  return await post(port, door, { schema: 1, ...body }, { headers: bearer(pairing), signal });
}

/**
 * @param {string} code
 * @param {string} label
 * @param {AbortSignal} signal
 */
export async function pair(code, label, signal) {
  await pairByHand(code, label, signal);
  return await checkConnection(signal);
}

/** Leaves the helper's record of this browser: what a browser forgets, `sverka revoke` takes back. */
export async function forgetPairing() {
  await save({ pairing: null, hostPort: null });
}

/**
 * Opens the helper's own pages; the ticket in their address works once and is kept nowhere.
 * @param {AbortSignal} signal
 */
export async function openPages(signal) {
  const { port, pairing } = await connect(signal);
  const { ticket } = await post(port, "ticket", {}, { headers: bearer(pairing), signal });
  await chrome.tabs.create({ url: `http://127.0.0.1:${port}/ui/enter?ticket=${encodeURIComponent(ticket)}` });
}

/** @param {import("./storage.js").Pairing} pairing */
function bearer({ token }) {
  return { Authorization: `Bearer ${token}` };
}

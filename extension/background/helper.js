/** @file What the extension wants of the helper: an analysis, a pairing, its own pages. */
import { listed } from "../lib/analysis.js";
import { connect, pairByHand } from "./connection.js";
import { save } from "./storage.js";
import { post } from "./wire.js";

const PAGE_MS = 120_000;

/**
 * Whether the helper answers and is the one this browser is paired with.
 * @returns {Promise<{version: string}>}
 */
export async function checkConnection() {
  const { version } = await connect();
  return { version };
}

/**
 * @param {object} page a page request of the contract
 * @returns {Promise<import("../lib/analysis.js").Analysis>}
 */
export async function analyse(page) {
  const { port, pairing, nonce } = await connect();
  const headers = { ...bearer(pairing), "X-Sverka-Nonce": nonce };
  return await listed(await post(port, "pages", page, { headers, limit: PAGE_MS }));
}

/**
 * @param {string} code
 * @param {string} label
 */
export async function pair(code, label) {
  await pairByHand(code, label);
  return await checkConnection();
}

/** Leaves the helper's record of this browser: what a browser forgets, `sverka revoke` takes back. */
export async function forgetPairing() {
  await save({ pairing: null, hostPort: null });
}

/** Opens the helper's own pages; the ticket in their address works once and is kept nowhere. */
export async function openPages() {
  const { port, pairing } = await connect();
  const { ticket } = await post(port, "ticket", {}, { headers: bearer(pairing) });
  await chrome.tabs.create({ url: `http://127.0.0.1:${port}/ui/enter?ticket=${encodeURIComponent(ticket)}` });
}

/** @param {import("./storage.js").Pairing} pairing */
function bearer({ token }) {
  return { Authorization: `Bearer ${token}` };
}

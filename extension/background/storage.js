/** @file What the extension remembers; the worker may be ended at any moment and keeps nothing. */

/** Where the helper listens unless somebody chose otherwise. */
export const USUAL_PORT = 8765;

/**
 * @typedef {object} Pairing
 * @property {string} client
 * @property {string} token never leaves the worker but to the helper that has proven itself
 * @property {string} serverId
 *
 * @typedef {object} Stored
 * @property {number} port the operator's choice
 * @property {number | null} hostPort what the native messaging host said last
 * @property {Pairing | null} pairing
 * @property {string[]} hosts where the operator switched the extension on
 */

/** @type {Stored} */
const DEFAULTS = { port: USUAL_PORT, hostPort: null, pairing: null, hosts: [] };

/** @returns {Promise<Stored>} */
export async function load() {
  return await chrome.storage.local.get(DEFAULTS);
}

/** @param {Partial<Stored>} changes */
export async function save(changes) {
  await chrome.storage.local.set(changes);
}

/** When the native messaging host last failed; forgotten with the browser's end. */
export async function lastFailure() {
  const { hostFailedAt } = await chrome.storage.session.get({ hostFailedAt: 0 });
  return Number(hostFailedAt);
}

/** @param {number} hostFailedAt in milliseconds */
export async function noteFailure(hostFailedAt) {
  await chrome.storage.session.set({ hostFailedAt });
}

/** Lets the host be asked at once: the operator may just have mended what was wrong. */
export async function forgetFailure() {
  await chrome.storage.session.remove("hostFailedAt");
}

/** Pages of СГО must not read the token, even through a content script. */
export async function closeToPages() {
  await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

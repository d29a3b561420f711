/** @file What the extension remembers; the worker may be ended at any moment and keeps nothing. */

const DEFAULT_PORT = 8765;

/**
 * @typedef {object} Pairing
 * @property {string} client
 * @property {string} token never leaves the worker but to the helper that has proven itself
 * @property {string} serverId
 *
 * @typedef {object} Stored
 * @property {number} port
 * @property {Pairing | null} pairing
 * @property {string[]} hosts where the operator switched the extension on
 */

/** @type {Stored} */
const DEFAULTS = { port: DEFAULT_PORT, pairing: null, hosts: [] };

/** @returns {Promise<Stored>} */
export async function load() {
  return await chrome.storage.local.get(DEFAULTS);
}

/** @param {Partial<Stored>} changes */
export async function save(changes) {
  await chrome.storage.local.set(changes);
}

/** Pages of СГО must not read the token, even through a content script. */
export async function closeToPages() {
  await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

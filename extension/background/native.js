/** @file Lets the browser start the helper, where a native messaging host is installed. */
import { isCode, isObject, isPort, isText } from "./checks.js";
import { Problem } from "./problem.js";
import { lastFailure, noteFailure } from "./storage.js";

const HOST = "ru.sverka.helper";
const PAUSE_MS = 60_000;
/** Longer than a start may take; a host that is stuck must not hold the pages that wait. */
const PATIENCE_MS = 30_000;

/** The host names the reason of a failure; these of them are states of the connection. */
const STATES = /** @type {const} */ ({ conflict: "port-taken", refused: "refused", version: "version" });

/**
 * @typedef {object} Started
 * @property {number} port
 * @property {string} serverId
 * @property {string} code pairs once, without digits typed
 */

/**
 * The helper that runs now, started if none did; a `Problem` where the host says why it cannot.
 * @returns {Promise<Started | null>} `null` where there is no host, or it failed a moment ago
 */
export async function startHelper() {
  // A failure that lies ahead was noted before the clock was set back.
  const ago = Date.now() - (await lastFailure());
  if (ago >= 0 && ago < PAUSE_MS) return null;
  const answer = await askHost();
  const { port, server_id: serverId, code } = answer;
  if (isPort(port) && isText(serverId) && isCode(code)) return { port, serverId, code };
  await noteFailure(Date.now());
  throwReason(answer.error);
  return null;
}

/** @returns {Promise<Record<string, unknown>>} */
async function askHost() {
  try {
    const asked = chrome.runtime.sendNativeMessage(HOST, { schema: 1, command: "start" });
    const answer = await Promise.race([asked, end(AbortSignal.timeout(PATIENCE_MS))]);
    return isObject(answer) ? answer : {};
  } catch {
    // Not installed, forbidden by the organisation, ended without an answer, or stuck.
    return {};
  }
}

/**
 * @param {AbortSignal} patience
 * @returns {Promise<never>}
 */
function end(patience) {
  return new Promise((_, reject) => {
    patience.addEventListener("abort", () => reject(patience.reason), { once: true });
  });
}

/** @param {unknown} error in the shape of every door of the helper, if the host gave a reason */
function throwReason(error) {
  if (!isObject(error) || !isText(error.message) || !isText(error.hint)) return;
  const state = STATES[/** @type {keyof typeof STATES} */ (error.code)] ?? "offline";
  throw new Problem(state, error.message, error.hint);
}

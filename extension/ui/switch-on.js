/** @file Asks the person for the permission of a host and switches the extension on there. */
import { patternOf } from "../lib/host.js";
import { ask } from "../lib/messages.js";

/**
 * Must be called in the person's own press: the browser asks only then.
 * @param {string} host
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether the person agreed
 */
export async function switchOn(host, signal) {
  const agreed = await chrome.permissions.request({ origins: [patternOf(host)] });
  if (agreed) await ask("switch-on", { host }, signal);
  return agreed;
}

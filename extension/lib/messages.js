/** @file Asking the service worker, the only place that speaks to the helper. */
import { word } from "./texts.js";

/**
 * @typedef {object} Problem
 * @property {string} code
 * @property {string} message
 * @property {string} hint
 */

/** What went wrong, in words for the operator. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor({ code, message, hint }) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/**
 * @param {string} command a name of the worker's command table
 * @param {object} payload
 * @param {AbortSignal} signal
 * @returns {Promise<any>} what the command gives
 */
export async function ask(command, payload, signal) {
  signal.throwIfAborted();
  const answer = await send({ command, payload });
  signal.throwIfAborted();
  if (answer.problem) throw new ProblemError(answer.problem);
  return answer.result;
}

/** @param {object} message */
async function send(message) {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch {
    throw new ProblemError({
      code: "internal",
      message: word("problem", "internal"),
      hint: word("problem_hint", "internal"),
    });
  }
}

/** Whether the extension was updated or removed under the open page: nothing of it works then. */
export function isOrphaned() {
  return chrome.runtime?.id === undefined;
}

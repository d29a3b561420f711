/** @file Asking the service worker, the only place that speaks to the helper. */
import { text } from "./texts.js";

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
    // The extension was updated or reloaded under an open page: its worker is out of reach.
    const problem = { message: text("problem_reloaded"), hint: text("problem_reloaded_hint") };
    throw new ProblemError({ code: "reloaded", ...problem });
  }
}

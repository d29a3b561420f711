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
  const answer = await send({ command, payload }, signal);
  signal.throwIfAborted();
  if (answer.problem) throw new ProblemError(answer.problem);
  return answer.result;
}

/**
 * @param {object} message
 * @param {AbortSignal} signal
 */
async function send(message, signal) {
  try {
    return await sendBesideLifeline(message, signal);
  } catch {
    throw new ProblemError({
      code: "internal",
      message: word("problem", "internal"),
      hint: word("problem_hint", "internal"),
    });
  }
}

/**
 * A message cannot be taken back; its lifeline says whether the answer is still wanted.
 * @param {object} message
 * @param {AbortSignal} signal
 */
async function sendBesideLifeline(message, signal) {
  const request = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const lifeline = chrome.runtime.connect({ name: request });
  const letGo = () => lifeline.disconnect();
  signal.addEventListener("abort", letGo, { once: true });
  try {
    return await chrome.runtime.sendMessage({ ...message, request });
  } finally {
    signal.removeEventListener("abort", letGo);
    letGo();
  }
}

/** Whether the extension was updated or removed under the open page: nothing of it works then. */
export function isOrphaned() {
  return chrome.runtime?.id === undefined;
}

/** @file What goes wrong between the extension and the helper, in words for the operator. */
import { text, word } from "../lib/texts.js";

/**
 * @typedef {"offline" | "busy" | "slow" | "port-taken" | "unproven" | "not-paired" | "other-installation" | "version" | "refused" | "too-many" | "failing"} State
 * @typedef {State | "wrong-code" | "code-over" | "blocked" | "other-id" | "stranger"} Trouble a state, or a closer cause of one
 */

/** @type {Partial<Record<Trouble, State>>} */
const STATE_OF_CAUSE = {
  "wrong-code": "not-paired",
  "code-over": "not-paired",
  blocked: "refused",
  "other-id": "other-installation",
  stranger: "port-taken",
};

/** A problem that is answered to a page as `{code, message, hint}`. */
export class Problem extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {string} hint
   */
  constructor(code, message, hint) {
    super(message);
    this.code = code;
    this.hint = hint;
  }

  asMessage() {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/**
 * @param {Trouble} trouble
 * @param {number} port
 * @param {string} triesLeft of a code that did not fit
 */
export function connectionProblem(trouble, port, triesLeft = "") {
  const family = trouble.replaceAll("-", "_");
  const state = STATE_OF_CAUSE[trouble] ?? trouble;
  const hint = text(`connection_hint_${family}`, port, triesLeft);
  return new Problem(state, text(`connection_${family}`, port), hint);
}

export function internalProblem() {
  return new Problem("internal", word("problem", "internal"), word("problem_hint", "internal"));
}

export function refusedCommand() {
  return new Problem("refused", text("problem_command"), text("problem_hint_command"));
}

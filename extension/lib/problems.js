/** @file What stands in the way of the annotations: the state it puts a page in, and its words. */
import { ProblemError } from "./messages.js";
import { word } from "./texts.js";

/**
 * @typedef {import("./messages.js").Problem} Problem
 * @typedef {import("./page.js").State} State
 */

/** The helper is there but has no time: it is asked again without the operator. */
export const BUSY = "busy";

const UNKNOWN = new Set(["unknown-page", "unknown-layout"]);

/**
 * @param {unknown} error
 * @returns {[State, Problem]}
 */
export function stateAndProblem(error) {
  if (!(error instanceof ProblemError)) {
    console.error(error);
    return ["error", problemOf("internal")];
  }
  const { code, message, hint } = error;
  return [stateOf(code), { code, message, hint }];
}

/**
 * @param {string} code
 * @returns {State}
 */
function stateOf(code) {
  if (code === "offline") return "offline";
  return code === "unreadable-page" ? "unknown-layout" : "error";
}

/**
 * @param {"session-expired" | "internal"} code
 * @returns {Problem}
 */
export function problemOf(code) {
  return { code, message: word("problem", code), hint: word("problem_hint", code) };
}

/**
 * Why nothing can be said of a page, unless all that the helper tells is that it does not know it.
 * @param {import("../site/kinds.js").KindName} kind
 * @param {import("./analysis.js").Analysis} analysis
 * @returns {Problem}
 */
export function unknownLayout(kind, { page }) {
  const told = page.warnings.find(({ code }) => !UNKNOWN.has(code));
  return {
    code: "unknown-layout",
    message: told?.message ?? word("unknown", kind),
    hint: told ? "" : word("problem_hint", "unknown-layout"),
  };
}

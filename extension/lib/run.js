/** @file What has changed since the previous report, or why that cannot be told. */
import { momentText, text, word } from "./texts.js";

/**
 * @param {import("./analysis.js").RunInfo | null} run
 * @returns {string} empty where nothing is remembered
 */
export function runText(run) {
  if (!run) return "";
  if (run.proof !== "comparable" || !run.previous) return word("proof", run.proof);
  return text("proof_comparable", momentText(run.previous), run.new, run.gone, run.stayed, run.returned);
}

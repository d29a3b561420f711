/** @file What the banner says of the link of parent and child. */
import { element } from "./element.js";
import { findingItem } from "./finding-item.js";
import { isOfLinks, toldOnce } from "./findings.js";
import { word } from "./texts.js";

/**
 * @typedef {import("./page.js").AnalysedPage} AnalysedPage
 *
 * @typedef {"unread" | "missing" | "present" | "untold"} LinkState
 */

const FIELD_OF = new Map([
  ["student-card", "parents"],
  ["parent-card", "children"],
]);
/** The rules by which somebody is missing. */
const MISSING = new Set(["L-01", "L-02"]);

/**
 * Whom the card names, who is missing, or that it could not be read. A card that names nobody
 * while no rule misses anybody, e.g. of a departed pupil, is left without a word.
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 */
export function linkSection(page, signal) {
  const field = FIELD_OF.get(page.analysis.page.kind) ?? "";
  const [state, sentence] = linkOf(page, field);
  const items = toldOnce(page.analysis.findings.filter(isOfLinks)).map((told) => findingItem(told, page, signal));
  if (state === "untold" && !items.length) return [];
  return [
    element(
      "section",
      { class: `link ${state}`, "data-sverka-link": state },
      ...(sentence ? [element("p", {}, sentence)] : []),
      ...(items.length ? [element("ul", { class: "findings" }, ...items)] : []),
    ),
  ];
}

/**
 * @param {AnalysedPage} page
 * @param {string} field
 * @returns {[LinkState, string]}
 */
function linkOf({ analysis }, field) {
  const unread = analysis.page.warnings.find(({ code }) => isUnreadLink(code));
  if (unread) return ["unread", unread.message];
  if (analysis.findings.some(({ rule }) => MISSING.has(rule))) return ["missing", ""];
  const names = analysis.page.linked;
  return names.length ? ["present", `${word("linked", field)}: ${names.join(", ")}.`] : ["untold", ""];
}

/** @param {string} code of a warning */
export function isUnreadLink(code) {
  return [...FIELD_OF.values()].some((field) => code === `${field}-unread`);
}

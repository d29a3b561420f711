/** @file One finding in the banner: where, what is wrong, what to do, whom it may be about. */
import { loginSheetButton } from "./login-sheet.js";
import { copyButton } from "./copy-button.js";
import { button, element } from "./element.js";
import { text, word } from "./texts.js";
import { fieldOrNextBest } from "../site/fields.js";

/**
 * @typedef {import("./findings.js").Told} Told
 * @typedef {import("./page.js").AnalysedPage} AnalysedPage
 */

/**
 * @param {Told} told
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 */
export function findingItem({ finding, fields, who }, page, signal) {
  const outcome = element("p", { role: "status", class: "outcome faint" });
  const person = who ? [element("strong", {}, who)] : [];
  const names = [...person, ...fields.map((field) => fieldName(field, page, outcome, signal))];
  return element(
    "li",
    { class: `finding ${finding.severity}`, "data-sverka-rule": finding.rule },
    element("p", { class: "where" }, ...names, element("span", { class: "faint" }, word("finding", finding.advice))),
    outcome,
    ...findingDetails(finding, page),
  );
}

/**
 * Why, in which form, whom it may be about, what to do, and the rule it rests on.
 * @param {import("./analysis.js").Finding} finding
 * @param {Pick<AnalysedPage, "kind" | "analysis" | "overlay">} page
 */
export function findingDetails(finding, page) {
  return [
    element("p", {}, finding.why),
    ...proposedForm(finding, page.overlay),
    ...candidates(finding),
    ...steps(finding),
    ...loginSheetButton(finding, page),
    ...source(finding, page.analysis.rules),
  ];
}

/**
 * The name of a field, which leads to it where the page shows it.
 * @param {string} field
 * @param {AnalysedPage} page
 * @param {HTMLElement} outcome
 * @param {AbortSignal} signal
 */
function fieldName(field, { fields }, outcome, signal) {
  const name = word("card_field", field);
  const place = fieldOrNextBest(fields, field);
  if (!place) return element("strong", {}, name);
  return button(name, () => {
    outcome.textContent = goTo(place, signal) ? "" : text("finding_folded");
  });
}

/**
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 * @returns {boolean} `false` where a folded block hides the place
 */
function goTo(place, signal) {
  if (!place.checkVisibility()) return false;
  if (place.tabIndex < 0) makeFocusable(place, signal);
  place.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  return true;
}

/**
 * Until the focus leaves it.
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
function makeFocusable(place, signal) {
  if (place.hasAttribute("tabindex")) return;
  const restore = () => place.removeAttribute("tabindex");
  place.setAttribute("tabindex", "-1");
  place.addEventListener("blur", restore, { once: true, signal });
  signal.addEventListener("abort", restore);
}

/**
 * @param {import("./analysis.js").Finding} finding
 * @param {import("./overlay.js").Overlay} overlay
 */
function proposedForm({ proposed, field }, overlay) {
  if (!proposed) return [];
  const copy = copyButton(text("finding_copy"), () => proposed, overlay, word("card_field", field));
  return [element("p", { class: "proposed" }, `${text("finding_proposed")} `, element("strong", {}, proposed), " ", copy)];
}

/** @param {import("./analysis.js").Finding} finding */
function candidates({ candidates: found }) {
  if (!found.length) return [];
  const items = found.map(({ account_id: id, name, why }) =>
    element("li", {}, element("strong", {}, [id, name].filter(Boolean).join(", ")), ` — ${why}`),
  );
  return [element("p", {}, text("finding_candidates")), element("ul", { class: "candidates" }, ...items)];
}

/** @param {import("./analysis.js").Finding} finding */
function steps({ steps: found }) {
  if (!found.length) return [];
  const items = found.map((step) => element("li", {}, step));
  const summary = element("summary", {}, text("finding_steps"));
  return [element("details", { open: "" }, summary, element("ol", { class: "steps" }, ...items))];
}

/**
 * @param {import("./analysis.js").Finding} finding
 * @param {Record<string, import("./analysis.js").Rule>} rules
 */
function source({ rule: id }, rules) {
  const rule = rules[id];
  if (!rule) return [];
  return [
    element(
      "details",
      { class: "rule" },
      element("summary", {}, text("finding_rule", id)),
      element("p", {}, rule.text),
      ...(rule.quote ? [element("blockquote", {}, rule.quote)] : []),
      element("p", { class: "faint" }, text("card_source", rule.source)),
    ),
  ];
}

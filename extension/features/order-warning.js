/** @file In the order of additional education: warns of children who have an account already. */
import { showBanner } from "../lib/banner.js";
import { element } from "../lib/element.js";
import { findingItem } from "../lib/finding-item.js";
import { isAnalysed } from "../lib/page.js";
import { stateMessage } from "../lib/state-message.js";
import { text } from "../lib/texts.js";
import { childIn } from "../site/order.js";

/**
 * @typedef {import("../lib/page.js").AnalysedPage} AnalysedPage
 * @typedef {import("../lib/analysis.js").Finding} Finding
 */

const ATTRIBUTES = ["data-sverka-finding", "data-sverka-severity", "aria-description"];

/** @type {import("../lib/page.js").Feature} */
export const orderWarning = {
  id: "order-warning",
  include: ({ kind }) => kind === "order",
  init(page, signal) {
    const content = isAnalysed(page) ? told(page, signal) : page.problem ? [stateMessage(page)] : [];
    if (!content.length) return;
    showBanner(page, summary(page), content, signal);
    page.overlay.announce(summary(page));
  },
};

/** @param {import("../lib/page.js").Page} page */
function summary({ analysis, problem }) {
  if (problem) return problem.message;
  const known = analysis?.findings.length ?? 0;
  return known ? text("order_known", known) : text("order_unchecked");
}

/**
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 */
function told(page, signal) {
  const { findings, page: read } = page.analysis;
  const items = findings.map((finding) => {
    const row = page.rows[finding.row ?? 0];
    if (row) markRow(row, finding, signal);
    const fields = row ? [] : [finding.field];
    return findingItem({ finding, fields, who: row ? childIn(row) : "" }, page, signal);
  });
  return [
    ...(items.length ? [element("ul", { class: "findings" }, ...items)] : []),
    ...read.warnings.map(({ message }) => element("p", { class: "faint" }, message)),
  ];
}

/**
 * @param {HTMLTableRowElement} row
 * @param {Finding} finding
 * @param {AbortSignal} signal
 */
function markRow(row, { rule, severity, why }, signal) {
  const values = [rule, severity, text("finding_spoken", why)];
  ATTRIBUTES.forEach((name, at) => row.setAttribute(name, values[at] ?? ""));
  signal.addEventListener("abort", () => ATTRIBUTES.forEach((name) => row.removeAttribute(name)));
}

/** @file The bar under a list: how many rows, what is said of them, how much of the list was seen. */
import { showBar } from "../lib/bar.js";
import { button, element } from "../lib/element.js";
import { showRows } from "../lib/filter.js";
import { shareOf } from "../lib/list-share.js";
import { isAnalysed } from "../lib/page.js";
import { REMARKS, remarksOf } from "../lib/remarks.js";
import { stateMessage } from "../lib/state-message.js";
import { text, word } from "../lib/texts.js";

/**
 * @typedef {import("../lib/page.js").AnalysedPage} AnalysedPage
 * @typedef {import("../lib/analysis.js").Listing} Listing
 */

/** @type {import("../lib/page.js").Feature} */
export const listBar = {
  id: "list-bar",
  include: ({ kind }) => kind === "list",
  init(page, signal) {
    if (!isAnalysed(page)) {
      showBar(page, [stateMessage(page)], page.problem?.message ?? word("reading", page.kind), signal);
      return;
    }
    const { listing, page: read } = page.analysis;
    const warnings = read.warnings.map(({ message }) => element("p", { class: "warning" }, message));
    const lines = listing?.people.length ? told(page, listing) : [];
    const filter = page.people.length ? [filterOf(page, signal)] : [];
    const content = [...lines.map((line) => element("p", {}, line)), ...filter, ...warnings];
    showBar(page, content, [...lines, ...read.warnings.map(({ message }) => message)].join(" "), signal);
  },
};

/**
 * @param {AnalysedPage} page
 * @param {Listing} listing
 * @returns {string[]}
 */
function told({ analysis }, listing) {
  const { shown, lookedAt } = shareOf(analysis.page.kind, listing);
  const { total, filters, unfiltered } = listing;
  const share = total ? Math.min(100, Math.floor((shown / total) * 100)) : 0;
  const chosen = filters.map(({ caption, value }) => [caption, value].filter(Boolean).join(" — ")).join(", ");
  const partly = filters.length ? text("list_filtered", chosen) : text("list_filters_unknown");
  return [
    total ? text("list_shown_of", shown, total, share) : text("list_shown", shown),
    text("list_looked_at", lookedAt, shown),
    ...(unfiltered ? [] : [partly]),
  ];
}

/**
 * The buttons that choose which rows are shown.
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 */
function filterOf({ analysis, rows, people, cursor }, signal) {
  const dataRows = rows.slice(analysis.page.first_data_tr ?? 0);
  const marked = people.map(({ cell, findings }) => ({ row: cell.parentElement, remarks: remarksOf(findings) }));
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  const choose = (/** @type {string} */ chosen) => {
    const wanted = marked.filter(({ remarks }) => remarks.some((remark) => remark === chosen)).map(({ row }) => row);
    showRows(dataRows, chosen ? new Set(wanted) : null);
    cursor.leaveHidden();
    for (const [remark, made] of buttons) made.setAttribute("aria-pressed", String(remark === chosen));
  };
  buttons.set("", button(text("bar_all"), () => choose(""), { "aria-pressed": "true" }));
  for (const remark of REMARKS) {
    const count = marked.filter(({ remarks }) => remarks.includes(remark)).length;
    if (!count) continue;
    const label = `${word("badge_remark", remark)}: ${count}`;
    buttons.set(remark, button(label, () => choose(remark), { class: `kind ${remark}`, "aria-pressed": "false" }));
  }
  signal.addEventListener("abort", () => showRows(dataRows, null));
  return element("div", { class: "filter", role: "group", "aria-label": text("list_filter") }, ...buttons.values());
}

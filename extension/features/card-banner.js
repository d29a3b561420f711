/** @file The banner on a card: whom the person is linked to, what is wrong and what to do about it. */
import { showBanner } from "../lib/banner.js";
import { element } from "../lib/element.js";
import { findingItem } from "../lib/finding-item.js";
import { isOfLinks, toldOnce } from "../lib/findings.js";
import { groupNotes } from "../lib/group-dialog.js";
import { isUnreadLink, linkSection } from "../lib/link-section.js";
import { isAnalysed } from "../lib/page.js";
import { stateMessage } from "../lib/state-message.js";
import { text, word } from "../lib/texts.js";

/**
 * @typedef {import("../lib/page.js").Page} Page
 * @typedef {import("../lib/page.js").AnalysedPage} AnalysedPage
 */

/** Tells of the ledger, not of the card. */
const NOT_REMEMBERED = "page-not-remembered";

/** @type {import("../lib/page.js").Feature} */
export const cardBanner = {
  id: "card-banner",
  include: ({ kind }) => kind === "card",
  async init(page, signal) {
    const content = isAnalysed(page) ? await told(page, signal) : [stateMessage(page)];
    signal.throwIfAborted();
    showBanner(page, summary(page), content, signal);
    page.overlay.announce(isAnalysed(page) ? summary(page) : (page.problem?.message ?? word("reading", page.kind)));
  },
};

/** @param {Page} page */
function summary(page) {
  if (!isAnalysed(page)) return "";
  const { findings, page: read } = page.analysis;
  const isPartlyRead = read.warnings.some(({ code }) => code !== NOT_REMEMBERED);
  if (!findings.length) return text(isPartlyRead ? "card_partly_read" : "card_nothing");
  const toKnow = findings.filter(({ severity }) => severity === "info").length;
  return toKnow ? text("card_counted_with_info", findings.length, toKnow) : text("card_counted", findings.length);
}

/**
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 */
async function told(page, signal) {
  const { analysis } = page;
  const others = toldOnce(analysis.findings.filter((finding) => !isOfLinks(finding)));
  const items = others.map((entry) => findingItem(entry, page, signal));
  const warnings = analysis.page.warnings.filter(({ code }) => !isUnreadLink(code));
  return [
    ...(await groupNotes(page, signal)),
    ...linkSection(page, signal),
    ...(items.length ? [element("ul", { class: "findings" }, ...items)] : []),
    ...warnings.map(({ message }) => element("p", { class: "faint" }, message)),
  ];
}

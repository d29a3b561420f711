/** @file The groups of duplicates that the account of a card is in, and the card of such a group. */
import { keepDecision, wholeGroup } from "./analysis.js";
import { groupSections } from "./card.js";
import { button, element } from "./element.js";
import { stateSection } from "./state-section.js";
import { text } from "./texts.js";
import { lastDayOf } from "./timeline.js";

/**
 * @typedef {import("./page.js").AnalysedPage} AnalysedPage
 * @typedef {import("./analysis.js").ListedGroup} ListedGroup
 */

/**
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 */
export function groupButtons(page, signal) {
  return page.analysis.groups.map((group) =>
    element(
      "p",
      { class: "in-group", "data-sverka-group": group.id },
      `${text("card_in_group", group.accounts.length)} `,
      button(text("card_open_group"), () => void openGroup(page, group, signal)),
    ),
  );
}

/**
 * @param {AnalysedPage} page
 * @param {ListedGroup} listed
 * @param {AbortSignal} signal
 */
async function openGroup({ analysis, overlay, news }, listed, signal) {
  const group = await wholeGroup(analysis, listed);
  if (signal.aborted) return;
  const closing = new AbortController();
  const state = stateSection(group, (decided) => {
    keepDecision(listed, decided);
    news.dispatchEvent(new Event("decided"));
  }, signal);
  const around = { rules: analysis.rules, state, lastDay: lastDayOf(analysis.page) };
  const dialog = element(
    "dialog",
    { class: "card", "aria-labelledby": "group-title" },
    element(
      "header",
      {},
      element("h2", { id: "group-title" }, text("card_group_title")),
      button(text("close"), () => dialog.close(), { class: "close" }),
    ),
    element("div", { class: "card-body" }, ...groupSections(group, around)),
  );
  dialog.addEventListener("close", () => closing.abort());
  overlay.show(dialog, AbortSignal.any([signal, closing.signal]));
  dialog.showModal();
}

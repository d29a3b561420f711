/** @file The card «почему»: opened from a marked cell by mouse or keyboard. */
import { keepDecision, wholeGroup } from "../lib/analysis.js";
import { cardSections } from "../lib/card.js";
import { onMarkedCell, openCardOf } from "../lib/cell-card.js";
import { isAnalysed } from "../lib/page.js";
import { nameAccount } from "../lib/persons.js";
import { stateSection } from "../lib/state-section.js";
import { text } from "../lib/texts.js";
import { lastDayOf } from "../lib/timeline.js";

/** @type {import("../lib/page.js").Feature} */
export const whyCard = {
  id: "why-card",
  include: (page) => isAnalysed(page) && page.marks.length > 0,
  init(page, signal) {
    onMarkedCell("[data-sverka-advice]", page, (cell) => void openCard(cell, page, signal), signal);
  },
};

/**
 * @param {HTMLTableCellElement} cell
 * @param {import("../lib/page.js").Page} page
 * @param {AbortSignal} signal
 */
async function openCard(cell, page, signal) {
  const { marks, analysis, news } = page;
  const mark = marks.find((found) => found.cell === cell);
  if (!mark || !analysis) return;
  const group = await wholeGroup(analysis, mark.group);
  const account = group.accounts.find(({ key }) => key === mark.account.key);
  if (!account || signal.aborted) return;
  // A decision that was sent is noted by the helper, also when the card is closed meanwhile.
  const state = stateSection(group, (decided) => {
    keepDecision(mark.group, decided);
    news.dispatchEvent(new Event("decided"));
  }, signal);
  const around = { rules: analysis.rules, state, lastDay: lastDayOf(analysis.page) };
  const name = nameAccount(account, true) || text("card_no_name");
  openCardOf(cell, name, cardSections(account, group, around), page, signal);
}

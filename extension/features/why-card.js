/** @file The card «почему»: opened from a marked cell by mouse or keyboard. */
import { keepDecision, wholeGroup } from "../lib/analysis.js";
import { cardSections } from "../lib/card.js";
import { button, element } from "../lib/element.js";
import { isAnalysed } from "../lib/page.js";
import { nameAccount } from "../lib/persons.js";
import { stateSection } from "../lib/state-section.js";
import { text } from "../lib/texts.js";
import { lastDayOf } from "../lib/timeline.js";

const MARKED = "[data-sverka-advice]";
const CONTROLS = "a, button, input, select, textarea, label";

/** @type {import("../lib/page.js").Feature} */
export const whyCard = {
  id: "why-card",
  include: (page) => isAnalysed(page) && page.marks.length > 0,
  init(page, signal) {
    const { root } = page;
    root.addEventListener("click", (event) => onClick(event, page, signal), { signal });
    root.addEventListener("keydown", (event) => onKey(event, page, signal), { signal });
  },
};

/**
 * @param {MouseEvent} event
 * @param {import("../lib/page.js").Page} page
 * @param {AbortSignal} signal
 */
function onClick({ target }, page, signal) {
  if (!(target instanceof Element) || target.closest(CONTROLS) || isTextSelected()) return;
  const cell = target.closest(MARKED);
  if (cell instanceof HTMLTableCellElement) void openCard(cell, page, signal);
}

function isTextSelected() {
  return document.getSelection()?.isCollapsed === false;
}

/**
 * @param {KeyboardEvent} event
 * @param {import("../lib/page.js").Page} page
 * @param {AbortSignal} signal
 */
function onKey(event, page, signal) {
  const cell = event.target;
  if (!(cell instanceof HTMLTableCellElement) || !cell.matches(MARKED)) return;
  if (event.key === "ArrowDown") page.cursor.step(1, () => true);
  else if (event.key === "ArrowUp") page.cursor.step(-1, () => true);
  else if (event.key === "Enter" || event.key === " ") void openCard(cell, page, signal);
  else return;
  event.preventDefault();
}

/**
 * @param {HTMLTableCellElement} cell
 * @param {import("../lib/page.js").Page} page
 * @param {AbortSignal} signal
 */
async function openCard(cell, { marks, analysis, overlay, cursor, news }, signal) {
  const mark = marks.find((found) => found.cell === cell);
  if (!mark || !analysis) return;
  const group = await wholeGroup(analysis, mark.group);
  const account = group.accounts.find(({ key }) => key === mark.account.key);
  if (!account || signal.aborted) return;
  const closing = new AbortController();
  // A decision that was sent is noted by the helper, also when the card is closed meanwhile.
  const state = stateSection(group, (decided) => {
    keepDecision(mark.group, decided);
    news.dispatchEvent(new Event("decided"));
  }, signal);
  const around = { rules: analysis.rules, state, lastDay: lastDayOf(analysis.page) };
  const name = nameAccount(account, true) || text("card_no_name");
  const close = button(text("close"), () => dialog.close(), { class: "close" });
  const dialog = element(
    "dialog",
    { class: "card", "aria-labelledby": "card-title" },
    element("header", {}, element("h2", { id: "card-title" }, name), close),
    element("div", { class: "card-body" }, ...cardSections(account, group, around)),
  );
  dialog.addEventListener("close", () => {
    closing.abort();
    cursor.focus(cell);
  });
  overlay.show(dialog, AbortSignal.any([signal, closing.signal]));
  dialog.showModal();
}

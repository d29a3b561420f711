/** @file The group of duplicates that the account of a card is in: what is told of it, and the whole of it. */
import { badgeOf } from "./advice.js";
import { keepDecision, wholeGroup } from "./analysis.js";
import { groupSections } from "./card.js";
import { button, element } from "./element.js";
import { stateBadge } from "./state.js";
import { stateSection } from "./state-section.js";
import { dayText, text, word } from "./texts.js";
import { lastDayOf } from "./timeline.js";

/**
 * @typedef {import("./page.js").AnalysedPage} AnalysedPage
 * @typedef {import("./analysis.js").Group} Group
 * @typedef {import("./analysis.js").ListedGroup} ListedGroup
 */

/**
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement[]>}
 */
export async function groupNotes(page, signal) {
  const notes = page.analysis.groups.map(async (listed) => {
    const note = element("section", { class: "in-group", "data-sverka-group": listed.id });
    const open = button(text("card_open_group"), () => void openGroup(page, listed, signal));
    const show = async () => {
      const group = await wholeGroup(page.analysis, listed);
      note.replaceChildren(...linesOf(group, page.analysis.page.account_key), open);
      note.setAttribute("data-sverka-work", group.state?.state ?? "");
    };
    page.news.addEventListener("decided", () => void show(), { signal });
    await show();
    return note;
  });
  return await Promise.all(notes);
}

/**
 * What the rule advises for the account of the card, and what was decided of the group.
 * @param {Group} group
 * @param {string | null} [key]
 */
function linesOf({ accounts, state }, key) {
  const own = accounts.find((account) => account.key === key);
  const advice = own ? [element("strong", {}, word("badge", badgeOf(own))), ` — ${own.why}`] : [];
  return [
    element("p", {}, text("card_in_group", accounts.length)),
    ...(own ? [element("p", { "data-sverka-advice": own.advice }, `${text("card_group_advice")} `, ...advice)] : []),
    ...(state ? [element("p", {}, `${text("card_group_state")} `, stateBadge(state.state), decisionOf(state))] : []),
  ];
}

/** @param {import("./analysis.js").StateInfo} state */
function decisionOf({ organisation, due, by }) {
  const told = [organisation, due && text("panel_due", dayText(due)), by && text("card_group_decided_by", by)];
  return told.filter(Boolean).map((words) => ` · ${words}`).join("");
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

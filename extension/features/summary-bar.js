/** @file The bar at the foot of the window: what was found, what to do, what stands in the way. */
import { countOf, kindOf } from "../lib/advice.js";
import { showBar } from "../lib/bar.js";
import { isEmptyReport, unreadPart } from "../lib/completeness.js";
import { button, element } from "../lib/element.js";
import { createFilter } from "../lib/filter-buttons.js";
import { ask, ProblemError } from "../lib/messages.js";
import { isAnalysed } from "../lib/page.js";
import { runText } from "../lib/run.js";
import { stateMessage } from "../lib/state-message.js";
import { openTasks } from "../lib/tasks-panel.js";
import { text, word } from "../lib/texts.js";

/**
 * @typedef {import("../lib/page.js").Page} Page
 * @typedef {import("../lib/page.js").AnalysedPage} AnalysedPage
 */

/** @type {import("../lib/page.js").Feature} */
export const summaryBar = {
  id: "summary-bar",
  include: ({ kind }) => kind === "report",
  init(page, signal) {
    const content = isAnalysed(page) ? summary(page, signal) : [stateMessage(page)];
    showBar(page, content, spoken(page), signal);
  },
};

/** @param {Page} page */
function spoken(page) {
  if (!isAnalysed(page)) return page.problem?.message ?? word("reading", page.kind);
  if (!page.analysis.groups.length) return [nothing(page), runText(page.analysis.page.run)].filter(Boolean).join(" ");
  const { groups, accounts } = countOf(page.analysis.groups);
  const counted = text("bar_spoken", groups, accounts.delete, accounts.undecided);
  return `${unreadPart(page.analysis)?.message ?? text("bar_checked")} ${counted}`;
}

/** @param {AnalysedPage} page */
function nothing({ analysis }) {
  return text(isEmptyReport(analysis) ? "bar_nothing" : "bar_nothing_read");
}

/**
 * @param {AnalysedPage} page
 * @param {AbortSignal} signal
 */
function summary(page, signal) {
  const { groups } = page.analysis;
  const counts = countOf(groups);
  const panel = panelButton(signal);
  if (!groups.length) return [element("p", {}, nothing(page)), ...run(page), ...panel, ...warnings(page)];
  const filter = createFilter(page, counts, signal);
  const part = unreadPart(page.analysis);
  return [
    ...(part ? [element("p", { class: "partial" }, part.message)] : []),
    element("p", {}, text("bar_groups", counts.groups)),
    filter.buttons,
    ...(counts.accounts.undecided ? [undecidedButtons(page, filter)] : []),
    button(text("bar_tasks"), () => void openTasks(page, signal)),
    ...panel,
    ...run(page),
    ...warnings(page),
  ];
}

/** @param {AnalysedPage} page */
function run({ analysis }) {
  const words = runText(analysis.page.run);
  return words ? [element("p", { class: "run" }, words)] : [];
}

/** @param {AbortSignal} signal */
function panelButton(signal) {
  const outcome = element("p", { role: "status", class: "outcome" });
  const open = async () => {
    try {
      outcome.textContent = "";
      await ask("open-panel", {}, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ProblemError)) throw error;
      outcome.textContent = `${error.message} ${error.hint}`;
    }
  };
  return [button(text("panel_open"), () => void open(), { class: "work-list" }), outcome];
}

/**
 * @param {AnalysedPage} page
 * @param {import("../lib/filter-buttons.js").Filter} filter
 */
function undecidedButtons({ marks, cursor }, filter) {
  const undecided = new Set(
    marks.filter(({ account }) => kindOf(account) === "undecided").map(({ cell }) => cell),
  );
  const go = (/** @type {1 | -1} */ by) => {
    filter.reveal("undecided");
    cursor.step(by, (cell) => undecided.has(cell));
  };
  return element(
    "div",
    { class: "undecided-steps", role: "group", "aria-label": text("bar_undecided_steps") },
    button("◀", () => go(-1), { title: text("bar_previous"), "aria-label": text("bar_previous") }),
    button("▶", () => go(1), { title: text("bar_next"), "aria-label": text("bar_next") }),
  );
}

/** @param {AnalysedPage} page */
function warnings({ analysis }) {
  const found = analysis.page.warnings;
  if (!found.length) return [];
  const items = found.map((warning) => element("li", {}, whereOf(warning), warning.message));
  const list = element("details", { class: "warnings" }, element("summary", {}, text("bar_warnings", found.length)));
  list.append(element("ul", {}, ...items));
  return [list];
}

/** @param {import("../lib/analysis.js").Warning} warning */
function whereOf({ row, column }) {
  const where = [
    ...(row === null ? [] : [text("bar_row", row + 1)]),
    ...(column === null ? [] : [text("bar_column", column)]),
  ];
  return where.length ? `${where.join(", ")}: ` : "";
}

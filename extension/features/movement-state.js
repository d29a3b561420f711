/** @file Says beside a movement whether it was read and whose it is; the table itself stays. */
import { element } from "../lib/element.js";
import { isAnalysed } from "../lib/page.js";
import { stateMessage } from "../lib/state-message.js";
import { text, word } from "../lib/texts.js";

/**
 * @typedef {import("../lib/page.js").Page} Page
 * @typedef {import("../lib/page.js").AnalysedPage} AnalysedPage
 */

/** @type {import("../lib/page.js").Feature} */
export const movementState = {
  id: "movement-state",
  include: ({ kind }) => kind === "movement",
  init(page, signal) {
    const content = isAnalysed(page) ? told(page) : [stateMessage(page)];
    const name = element("strong", { class: "name" }, text("extension_name"));
    const body = element("div", { class: "bar-body" }, ...content);
    const attributes = { class: `bar movement ${page.state}`, "aria-label": text("extension_name") };
    page.overlay.show(element("section", attributes, name, body), signal);
    page.overlay.announce(spoken(page));
  },
};

/** @param {Page} page */
function spoken(page) {
  if (!isAnalysed(page)) return page.problem?.message ?? word("reading", page.kind);
  return summary(page);
}

/** @param {AnalysedPage} page */
function told(page) {
  const { warnings } = page.analysis.page;
  const list = element("ul", {}, ...warnings.map((warning) => element("li", {}, whereOf(warning), warning.message)));
  return [element("p", {}, summary(page)), ...(warnings.length ? [list] : [])];
}

/** @param {AnalysedPage} page */
function summary({ analysis }) {
  const { movement } = analysis;
  if (!movement?.account_id) return text("movement_of_nobody", movement?.documents.length ?? 0);
  return text("movement_read", movement.account_id, movement.documents.length);
}

/** @param {import("../lib/analysis.js").Warning} warning */
function whereOf({ row }) {
  return row === null ? "" : `${text("bar_row", row + 1)}: `;
}

/** @file The buttons that choose which rows of the report are shown. */
import { KINDS } from "./advice.js";
import { button, element } from "./element.js";
import { showOnly } from "./filter.js";
import { isUnworked } from "./state.js";
import { text, word } from "./texts.js";

/**
 * @typedef {import("./filter.js").Choice} Choice
 *
 * @typedef {object} Filter
 * @property {HTMLElement} buttons
 * @property {(kind: import("./advice.js").Kind) => void} reveal shows every row of this kind
 */

/**
 * @param {import("./page.js").AnalysedPage} page
 * @param {import("./advice.js").Counts} counts
 * @param {AbortSignal} signal
 * @returns {Filter}
 */
export function createFilter({ analysis, rows, marks, cursor, news }, counts, signal) {
  const dataRows = rows.slice(analysis.page.first_data_tr ?? 0);
  /** @type {Choice | null} */
  let chosen = null;
  const choose = (/** @type {Choice | null} */ choice) => {
    chosen = choice;
    showOnly(dataRows, marks, chosen);
    cursor.leaveHidden();
    for (const [offered, made] of buttons) made.setAttribute("aria-pressed", String(offered === chosen));
  };
  const buttons = filterButtons(counts, choose);
  const unworked = button("", () => choose("unworked"), { class: "kind unworked", "aria-pressed": "false" });
  const countUnworked = () => {
    const left = analysis.groups.filter(isUnworked).length;
    unworked.textContent = `${word("bar", "unworked")}: ${left}`;
    unworked.hidden = left === analysis.groups.length;
  };
  countUnworked();
  buttons.set("unworked", unworked);
  news.addEventListener("decided", countUnworked, { signal });
  signal.addEventListener("abort", () => showOnly(dataRows, marks, null));
  return {
    buttons: element("div", { class: "filter", role: "group", "aria-label": text("bar_filter") }, ...buttons.values()),
    reveal: (kind) => {
      if (chosen !== null && chosen !== kind) choose(null);
    },
  };
}

/**
 * @param {import("./advice.js").Counts} counts
 * @param {(choice: Choice | null) => void} choose
 */
function filterButtons({ highRisk, accounts }, choose) {
  const counted = new Map(/** @type {[Choice, number][]} */ ([["high-risk", highRisk]]));
  for (const kind of KINDS) counted.set(kind, accounts[kind]);
  /** @type {Map<Choice | null, HTMLButtonElement>} */
  const buttons = new Map([[null, button(text("bar_all"), () => choose(null), { "aria-pressed": "true" })]]);
  for (const [choice, count] of counted) {
    if (!count) continue;
    const attributes = { class: `kind ${choice}`, "aria-pressed": "false" };
    buttons.set(choice, button(`${word("bar", choice)}: ${count}`, () => choose(choice), attributes));
  }
  return buttons;
}

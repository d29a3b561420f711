/** @file One group of the work list, as a line of the list. */
import { button, element } from "../lib/element.js";
import { isUnworked, stateBadge } from "../lib/state.js";
import { dayText, text, word } from "../lib/texts.js";
import { localDay } from "../lib/time.js";

/**
 * @typedef {object} WorkItem
 * @property {string} id
 * @property {import("../lib/analysis.js").StateInfo} state
 * @property {string[]} names
 * @property {string | null} birth_date
 * @property {string[]} organisations
 * @property {string} cause
 * @property {import("../lib/analysis.js").Risk} risk
 * @property {string} verdict
 * @property {import("../lib/analysis.js").Advice} advice
 * @property {number | null} overlap_days
 * @property {number} age_days
 * @property {string} last_seen
 * @property {string | null} acts
 *
 * @typedef {object} WorkPage
 * @property {Partial<Record<import("../lib/analysis.js").State, number>>} counts
 * @property {string[]} organisations
 * @property {number} total
 * @property {number} page
 * @property {number} pages
 * @property {WorkItem[]} items
 */

/** Told also without colours. */
const RISK_SIGNS = { none: "", watch: "◔ ", high: "▲ " };

/** @param {WorkItem} item */
export function nameOf({ names }) {
  return names.join(", ") || text("panel_no_name");
}

/**
 * @param {WorkItem} item
 * @param {boolean} isSelected
 * @param {(selected: boolean) => void} onSelect
 * @param {() => void} onOpen
 */
export function workItem(item, isSelected, onSelect, onOpen) {
  const name = nameOf(item);
  const tick = element("input", { type: "checkbox", "aria-label": text("panel_select", name) });
  tick.checked = isSelected;
  tick.addEventListener("change", () => onSelect(tick.checked));
  const born = item.birth_date ? [element("span", { class: "faint" }, ` ${dayText(item.birth_date)}`)] : [];
  return element(
    "li",
    { "data-sverka-group": item.id, "data-sverka-work": item.state.state },
    tick,
    element(
      "div",
      {},
      button(name, onOpen, { class: "open" }),
      ...born,
      element("p", {}, item.organisations.join("; ")),
      element("p", {}, stateBadge(item.state.state), ...resolvedOn(item), ...dueOf(item), ...stillSeen(item), riskOf(item)),
      element("p", { class: "faint" }, figuresOf(item)),
    ),
  );
}

/** @param {WorkItem} item */
function resolvedOn({ state }) {
  if (state.state !== "resolved" || !state.at) return [];
  return [`${dayText(localDay(new Date(state.at)))} · `];
}

/** @param {WorkItem} item */
function dueOf({ state }) {
  if (!state.due || !isUnworked({ state })) return [];
  const isLate = state.due < localDay(new Date());
  if (!isLate) return [`${text("panel_due", dayText(state.due))} · `];
  return [element("strong", { class: "late" }, text("panel_late", dayText(state.due))), " · "];
}

/** @param {WorkItem} item */
function stillSeen({ state }) {
  if (!state.still_seen) return [];
  const day = dayText(localDay(new Date(state.still_seen)));
  return [element("strong", { class: "late" }, text("panel_still_seen", day)), " · "];
}

/** @param {WorkItem} item */
function riskOf({ risk }) {
  return element("span", { class: `risk ${risk}` }, `${RISK_SIGNS[risk]}${word("risk_short", risk)}`);
}

/** @param {WorkItem} item */
function figuresOf({ age_days, overlap_days, acts, state }) {
  const overlap = overlap_days === null ? text("panel_overlap_unknown") : text("panel_overlap", overlap_days);
  const whose = state.organisation ?? acts;
  return [text("panel_age", age_days), overlap, ...(whose ? [text("panel_acts", whose)] : [])].join(" · ");
}

/** @file Shows only the rows of one choice; rows joined by a rowspan stay together. */
import { kindOf } from "./advice.js";
import { isUnworked } from "./state.js";
import { blocksOf } from "./table.js";

/** @typedef {import("./advice.js").Kind | "high-risk" | "unworked"} Choice */

const HIDDEN = "data-sverka-hidden";

/**
 * @param {HTMLTableRowElement[]} rows of the table, without those of its header
 * @param {import("../site/places.js").Mark[]} marks
 * @param {Choice | null} choice `null` shows everything
 */
export function showOnly(rows, marks, choice) {
  const wanted = new Set(
    marks.filter((mark) => isChosen(mark, choice)).map(({ cell }) => cell.parentElement),
  );
  showRows(rows, choice === null ? null : wanted);
}

/**
 * @param {HTMLTableRowElement[]} rows
 * @param {Set<Element | null> | null} wanted `null` shows everything
 */
export function showRows(rows, wanted) {
  for (const block of blocksOf(rows)) {
    const hidden = wanted !== null && !block.some((row) => wanted.has(row));
    for (const row of block) row.toggleAttribute(HIDDEN, hidden);
  }
}

/**
 * @param {import("../site/places.js").Mark} mark
 * @param {Choice | null} choice
 */
function isChosen({ account, group }, choice) {
  if (choice === "high-risk") return group.risk === "high";
  return choice === "unworked" ? isUnworked(group) : kindOf(account) === choice;
}

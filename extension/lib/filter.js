/** @file Shows only the rows of one kind of advice; rows joined by a rowspan stay together. */
import { kindOf } from "./advice.js";
import { blocksOf } from "./table.js";

const HIDDEN = "data-sverka-hidden";

/**
 * @param {HTMLTableRowElement[]} rows of the table, without those of its header
 * @param {import("../site/places.js").Mark[]} marks
 * @param {import("./advice.js").Kind | null} kind `null` shows everything
 */
export function showOnly(rows, marks, kind) {
  const wanted = new Set(
    marks.filter(({ account }) => kindOf(account) === kind).map(({ cell }) => cell.parentElement),
  );
  for (const block of blocksOf(rows)) {
    const hidden = kind !== null && !block.some((row) => wanted.has(row));
    for (const row of block) row.toggleAttribute(HIDDEN, hidden);
  }
}

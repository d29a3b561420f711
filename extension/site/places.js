/** @file Finds the cells of the live page that the helper's answer speaks of. */
import { mapInSlices } from "../lib/slices.js";
import { rowsOf } from "../lib/table.js";
import { tablesIn } from "./scrape.js";

/**
 * @typedef {object} Mark a cell that names an account
 * @property {HTMLTableCellElement} cell
 * @property {import("../lib/analysis.js").ListedAccount} account
 * @property {import("../lib/analysis.js").ListedGroup} group
 */

/**
 * The accounts of the groups, in the table that the answer names.
 * @param {import("./kinds.js").Answered} answered
 * @param {AbortSignal} signal
 * @returns {Promise<import("./kinds.js").Located>}
 */
export async function locateAccounts({ subject, analysis, tables }, signal) {
  const table = tablesIn(subject.root)[tables[analysis.page.table ?? -1] ?? -1] ?? null;
  const rows = table ? rowsOf(table) : [];
  return { table, rows, marks: await locate(analysis, rows, signal) };
}

/**
 * @param {import("../lib/analysis.js").Analysis} analysis
 * @param {HTMLTableRowElement[]} rows
 * @param {AbortSignal} signal
 * @returns {Promise<Mark[]>} in the order of the page
 */
export async function locate(analysis, rows, signal) {
  const named = analysis.groups.flatMap((group) =>
    group.accounts.flatMap((account) => account.places.map((place) => ({ place, account, group }))),
  );
  named.sort((a, b) => a.place.tr - b.place.tr || a.place.col - b.place.col);
  const marks = await mapInSlices(
    named,
    ({ place, account, group }) => {
      const cell = rows[place.tr]?.cells[place.col];
      return cell ? { cell, account, group } : null;
    },
    signal,
  );
  return marks.filter((mark) => mark !== null);
}

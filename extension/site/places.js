/** @file Finds the cells of the live page that the helper's answer speaks of. */
import { mapInSlices } from "../lib/slices.js";

/**
 * @typedef {object} Mark a cell that names an account
 * @property {HTMLTableCellElement} cell
 * @property {import("../lib/analysis.js").ListedAccount} account
 * @property {import("../lib/analysis.js").ListedGroup} group
 */

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

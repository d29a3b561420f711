/** @file Rows of a table as it is written, and the blocks that rowspans make of them. */

/**
 * The `<tr>` of this table in the order of the document (`table.rows` moves `tfoot` to the end),
 * without those of tables inside its cells.
 * @param {HTMLTableElement} table
 */
export function rowsOf(table) {
  return [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
}

/**
 * Rows joined by a rowspan belong together: one of them alone cannot be shown.
 * @param {HTMLTableRowElement[]} rows
 * @returns {HTMLTableRowElement[][]}
 */
export function blocksOf(rows) {
  /** @type {HTMLTableRowElement[][]} */
  const blocks = [];
  let end = 0;
  rows.forEach((row, index) => {
    if (index >= end) blocks.push([]);
    blocks.at(-1)?.push(row);
    end = Math.max(end, index + reach(row, rows.length - index));
  });
  return blocks;
}

/**
 * How many rows the tallest cell of `row` covers; `rowspan="0"` covers all that are left.
 * @param {HTMLTableRowElement} row
 * @param {number} left
 */
function reach(row, left) {
  return Math.max(1, ...[...row.cells].map(({ rowSpan }) => rowSpan || left));
}

/** @file The marked cell that Tab goes to: one at a time, the arrows lead to the others. */

/**
 * @typedef {object} Cursor
 * @property {HTMLTableCellElement[]} cells in the order of the page
 * @property {() => HTMLTableCellElement | undefined} current
 * @property {(cell: HTMLTableCellElement) => void} focus
 * @property {(by: 1 | -1, wanted: (cell: HTMLTableCellElement) => boolean) => void} step to the
 *   next cell that is wanted and shown
 * @property {() => void} leaveHidden to the first cell that is shown, if its own is not
 */

/**
 * @param {HTMLTableCellElement[]} cells
 * @param {AbortSignal} signal
 * @returns {Cursor}
 */
export function createCursor(cells, signal) {
  let current = cells[0];
  current?.setAttribute("tabindex", "0");
  signal.addEventListener("abort", () => current?.removeAttribute("tabindex"));

  /** @param {HTMLTableCellElement} cell */
  const moveTo = (cell) => {
    current?.removeAttribute("tabindex");
    current = cell;
    current.setAttribute("tabindex", "0");
  };
  /** @param {HTMLTableCellElement} cell */
  const focus = (cell) => {
    moveTo(cell);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "center" });
  };
  /** @type {Cursor["step"]} */
  const step = (by, wanted) => {
    let at = (current ? cells.indexOf(current) : -1) + by;
    for (let cell = cells[at]; cell; cell = cells[(at += by)]) {
      if (wanted(cell) && cell.checkVisibility()) return focus(cell);
    }
  };
  const leaveHidden = () => {
    const shown = current?.checkVisibility() ? current : cells.find((cell) => cell.checkVisibility());
    if (shown) moveTo(shown);
  };
  return { cells, current: () => current, focus, step, leaveHidden };
}

/** @file The card over the page that a marked cell opens, and how mouse and keyboard open it. */
import { button, element } from "./element.js";
import { text } from "./texts.js";

const CONTROLS = "a, button, input, select, textarea, label";

/** @typedef {import("./page.js").Page} Page */

/**
 * A click beside the controls of the cell, Enter and the space open it; the arrows lead on.
 * @param {string} marked selects the cells
 * @param {Page} page
 * @param {(cell: HTMLTableCellElement) => void} open
 * @param {AbortSignal} signal
 */
export function onMarkedCell(marked, { root, cursor }, open, signal) {
  const onClick = (/** @type {MouseEvent} */ { target }) => {
    if (!(target instanceof Element) || target.closest(CONTROLS) || isTextSelected()) return;
    const cell = target.closest(marked);
    if (cell instanceof HTMLTableCellElement) open(cell);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const cell = event.target;
    if (!(cell instanceof HTMLTableCellElement) || !cell.matches(marked)) return;
    if (event.key === "ArrowDown") cursor.step(1, () => true);
    else if (event.key === "ArrowUp") cursor.step(-1, () => true);
    else if (event.key === "Enter" || event.key === " ") open(cell);
    else return;
    event.preventDefault();
  };
  root.addEventListener("click", onClick, { signal });
  root.addEventListener("keydown", onKey, { signal });
}

function isTextSelected() {
  return document.getSelection()?.isCollapsed === false;
}

/**
 * @param {HTMLTableCellElement} cell that gets the focus back
 * @param {string} title
 * @param {HTMLElement[]} sections
 * @param {Page} page
 * @param {AbortSignal} signal
 */
export function openCardOf(cell, title, sections, { overlay, cursor }, signal) {
  const closing = new AbortController();
  const close = button(text("close"), () => dialog.close(), { class: "close" });
  const dialog = element(
    "dialog",
    { class: "card", "aria-labelledby": "card-title" },
    element("header", {}, element("h2", { id: "card-title" }, title), close),
    element("div", { class: "card-body" }, ...sections),
  );
  dialog.addEventListener("close", () => {
    closing.abort();
    cursor.focus(cell);
  });
  overlay.show(dialog, AbortSignal.any([signal, closing.signal]));
  dialog.showModal();
}

/** @file Words that come up beside a place of the page while it has the focus or the pointer. */

const GAP = 8;
/** Narrower than this the words would stand one below the other. */
const NARROWEST_NOTE = 300;

/**
 * While the field has the focus or the pointer.
 * @param {HTMLElement} field
 * @param {() => HTMLElement} noteOf
 * @param {import("./overlay.js").Overlay} overlay
 * @param {AbortSignal} signal
 */
export function showNote(field, noteOf, overlay, signal) {
  let showing = new AbortController();
  const hide = () => showing.abort();
  const show = () => {
    hide();
    showing = new AbortController();
    const note = noteOf();
    const follow = () => place(note, field.getBoundingClientRect());
    const until = AbortSignal.any([signal, showing.signal]);
    overlay.show(note, until);
    self.addEventListener("scroll", follow, { capture: true, signal: until });
    follow();
  };
  for (const type of ["focusin", "pointerenter"]) field.addEventListener(type, show, { signal });
  for (const type of ["focusout", "pointerleave"]) field.addEventListener(type, hide, { signal });
}

/**
 * Beside the field where there is room, else below it.
 * @param {HTMLElement} note
 * @param {DOMRect} field
 */
function place(note, { left, right, top, bottom }) {
  const isBeside = self.innerWidth - right >= NARROWEST_NOTE;
  note.style.left = `${isBeside ? right + GAP : Math.max(0, left)}px`;
  note.style.top = `${isBeside ? top : bottom + GAP}px`;
}

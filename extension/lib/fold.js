/** @file The button that folds a part of the overlay away and brings it back. */
import { button } from "./element.js";
import { text } from "./texts.js";

/**
 * @param {HTMLElement} body
 * @param {{ folded: boolean }} kept outlives the page: who folded it does not want to fold it again
 */
export function foldButton(body, kept) {
  const fold = button("", () => show(!kept.folded), { class: "fold" });
  const show = (/** @type {boolean} */ folded) => {
    kept.folded = folded;
    body.hidden = folded;
    fold.textContent = text(folded ? "bar_unfold" : "bar_fold");
    fold.setAttribute("aria-expanded", String(!folded));
  };
  show(kept.folded);
  return fold;
}

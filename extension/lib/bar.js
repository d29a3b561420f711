/** @file The bar at the foot of the window, with what a feature puts into it. */
import { button, element } from "./element.js";
import { text } from "./texts.js";

/** Kept from one page to the next: who folded the bar does not want to fold it again. */
let folded = false;

/**
 * @param {import("./page.js").Page} page
 * @param {HTMLElement[]} content
 * @param {string} spoken
 * @param {AbortSignal} signal
 */
export function showBar({ state, overlay }, content, spoken, signal) {
  const body = element("div", { class: "bar-body" }, ...content);
  const fold = button("", () => setFolded(!folded), { class: "fold" });
  const setFolded = (/** @type {boolean} */ wanted) => {
    folded = wanted;
    body.hidden = folded;
    fold.textContent = text(folded ? "bar_unfold" : "bar_fold");
    fold.setAttribute("aria-expanded", String(!folded));
  };
  setFolded(folded);
  const name = element("strong", { class: "name" }, text("extension_name"));
  overlay.show(element("section", { class: `bar ${state}`, "aria-label": text("extension_name") }, name, body, fold), signal);
  overlay.announce(spoken);
}

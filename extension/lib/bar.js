/** @file The bar at the foot of the window, with what a feature puts into it. */
import { element } from "./element.js";
import { foldButton } from "./fold.js";
import { text } from "./texts.js";

const kept = { folded: false };

/**
 * @param {import("./page.js").Page} page
 * @param {HTMLElement[]} content
 * @param {string} spoken
 * @param {AbortSignal} signal
 */
export function showBar({ state, overlay }, content, spoken, signal) {
  const body = element("div", { class: "bar-body" }, ...content);
  const fold = foldButton(body, kept);
  const name = element("strong", { class: "name" }, text("extension_name"));
  overlay.show(element("section", { class: `bar ${state}`, "aria-label": text("extension_name") }, name, body, fold), signal);
  overlay.announce(spoken);
}

/** @file The banner at the side of a card or an order, which can be folded to its first line. */
import { button, element } from "./element.js";
import { text } from "./texts.js";

/** Kept from one page to the next: who folded the banner does not want to fold it again. */
let folded = false;

/**
 * @param {import("./page.js").Page} page
 * @param {string} summary
 * @param {HTMLElement[]} content
 * @param {AbortSignal} signal
 */
export function showBanner(page, summary, content, signal) {
  const body = element("div", { class: "banner-body" }, ...content);
  const fold = button("", () => setFolded(!folded), { class: "fold" });
  const setFolded = (/** @type {boolean} */ wanted) => {
    folded = wanted;
    body.hidden = folded;
    fold.textContent = text(folded ? "bar_unfold" : "bar_fold");
    fold.setAttribute("aria-expanded", String(!folded));
  };
  setFolded(folded);
  const heading = element("strong", { class: "name" }, text("extension_name"));
  const header = element("header", {}, heading, element("span", { class: "summary" }, summary), fold);
  const attributes = { class: `banner ${page.state}`, "aria-label": text("extension_name") };
  page.overlay.show(element("section", attributes, header, body), signal);
}

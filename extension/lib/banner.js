/** @file The banner at the side of a card or an order, which can be folded to its first line. */
import { element } from "./element.js";
import { foldButton } from "./fold.js";
import { text } from "./texts.js";

const kept = { folded: false };

/**
 * @param {import("./page.js").Page} page
 * @param {string} summary
 * @param {HTMLElement[]} content
 * @param {AbortSignal} signal
 */
export function showBanner(page, summary, content, signal) {
  const body = element("div", { class: "banner-body" }, ...content);
  const fold = foldButton(body, kept);
  const heading = element("strong", { class: "name" }, text("extension_name"));
  const header = element("header", {}, heading, element("span", { class: "summary" }, summary), fold);
  const attributes = { class: `banner ${page.state}`, "aria-label": text("extension_name") };
  page.overlay.show(element("section", attributes, header, body), signal);
}

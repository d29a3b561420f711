/** @file Draws what is to be said over a page. */
import { features } from "../features/index.js";
import { createOverlay } from "./overlay.js";
import { pageWith } from "./page.js";
import { adopt, drop, loadSheet } from "./style.js";

export class Surface {
  #badges = loadSheet("styles/badges.css");
  #overlay;
  #signal;

  /** @param {AbortSignal} signal */
  constructor(signal) {
    const shown = [loadSheet("styles/card.css"), loadSheet("styles/overlay.css")];
    const styled = Promise.all([this.#badges, ...shown].map(({ filled }) => filled));
    this.#overlay = createOverlay(shown.map(({ sheet }) => sheet), styled, signal);
    this.#signal = signal;
    signal.addEventListener("abort", () => drop(this.#badges.sheet, document));
  }

  /**
   * To be called at each look: a window that a script writes into starts anew and forgets what was
   * added to it.
   * @param {boolean} wanted whether the page shows anything to draw on
   */
  attach(wanted) {
    if (this.#signal.aborted) return;
    adopt(this.#badges.sheet, document);
    this.#overlay.attach(wanted);
  }

  /**
   * Makes the annotations that the page wants.
   * @param {Omit<import("./page.js").Given, "overlay">} given
   * @param {AbortSignal} signal
   */
  async draw(given, signal) {
    const page = pageWith({ ...given, overlay: this.#overlay }, signal);
    await this.#overlay.styled;
    if (signal.aborted) return;
    const wanted = features[page.kind].filter((feature) => feature.include(page));
    await Promise.all(wanted.map((feature) => run(feature, page, signal)));
  }
}

/**
 * A feature that fails takes nothing else with it.
 * @param {import("./page.js").Feature} feature
 * @param {import("./page.js").Page} page
 * @param {AbortSignal} signal
 */
async function run(feature, page, signal) {
  try {
    await feature.init(page, signal);
  } catch (error) {
    if (!signal.aborted) console.error(feature.id, error);
  }
}

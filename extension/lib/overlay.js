/** @file The one host of all that the extension shows over a page, in a closed shadow root. */
import { element } from "./element.js";
import { adopt } from "./style.js";

/**
 * @typedef {object} Overlay
 * @property {Promise<unknown>} styled nothing is shown before
 * @property {(content: HTMLElement, signal: AbortSignal) => void} show until the signal
 * @property {(words: string) => void} announce to those who listen to the page
 * @property {(wanted: boolean) => void} attach puts the host on the page, also where a script
 *   wrote the page anew, or takes it off
 */

/** Lets the page be scrolled past the bar. */
const BAR = "data-sverka-bar";

/**
 * @param {CSSStyleSheet[]} sheets
 * @param {Promise<unknown>} styled
 * @param {AbortSignal} signal
 * @returns {Overlay}
 */
export function createOverlay(sheets, styled, signal) {
  const host = element("div", { "data-sverka-overlay": "" });
  const shadow = host.attachShadow({ mode: "closed" });
  const status = element("p", { role: "status", "aria-live": "polite", class: "status" });
  shadow.append(status);
  for (const sheet of sheets) adopt(sheet, shadow);
  keepEventsIn(host, signal);
  const attach = (/** @type {boolean} */ wanted) => {
    document.documentElement.toggleAttribute(BAR, wanted);
    if (!wanted) host.remove();
    else if (!host.isConnected) document.documentElement.append(host);
  };
  signal.addEventListener("abort", () => attach(false));

  return {
    styled,
    show(content, until) {
      shadow.append(content);
      until.addEventListener("abort", () => content.remove());
    },
    announce(words) {
      status.textContent = words;
    },
    attach,
  };
}

/**
 * Bootstrap takes the focus back to its dialog from anything else (jQuery listens for `focus` on
 * the way down, hence the capture), and СГО has keys of its own.
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 */
function keepEventsIn(host, signal) {
  for (const type of ["focus", "focusin"]) {
    const stop = (/** @type {Event} */ event) => event.target === host && event.stopPropagation();
    self.addEventListener(type, stop, { capture: true, signal });
  }
  for (const type of ["keydown", "keyup", "keypress", "mousedown", "click"]) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
}

/** @file Watches a page of СГО for the duplicates report, on a host the operator switched on. */
import { Annotation } from "./annotate.js";
import { hostOf } from "./lib/host.js";
import { isOrphaned } from "./lib/messages.js";
import { observe } from "./lib/observe.js";
import { createOverlay } from "./lib/overlay.js";
import { adopt, drop, loadSheet } from "./lib/style.js";
import { findReports } from "./site/report.js";
import { findExpiredPlaces } from "./site/session.js";

/** @typedef {import("./site/report.js").Report} Report */

let running = new AbortController();
running.abort();

/** Begins to watch; while it watches, a second call changes nothing. */
export function start() {
  if (!running.signal.aborted) return;
  running = new AbortController();
  stopWhenSwitchedOff(running);
  stopWhenOrphaned(running);
  void watch(running);
}

/** @param {AbortController} controller */
function stopWhenSwitchedOff(controller) {
  const listen = (/** @type {{event?: string, host?: string}} */ { event, host }) => {
    if (event === "switched-off" && host === hostOf(self.origin)) controller.abort();
  };
  chrome.runtime.onMessage.addListener(listen);
  controller.signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(listen));
}

/**
 * Before a press could reach a button that does nothing any more.
 * @param {AbortController} controller
 */
function stopWhenOrphaned(controller) {
  const check = () => isOrphaned() && controller.abort();
  for (const type of ["pointerdown", "keydown"]) {
    self.addEventListener(type, check, { capture: true, signal: controller.signal });
  }
}

/** @param {AbortController} controller */
async function watch(controller) {
  const { signal } = controller;
  const [badges, ...shown] = await Promise.all([
    loadSheet("styles/badges.css"),
    loadSheet("styles/card.css"),
    loadSheet("styles/overlay.css"),
  ]);
  const overlay = createOverlay(shown, signal);
  const watcher = new Watcher(overlay, signal);
  const look = () => {
    if (isOrphaned()) return controller.abort();
    // A window that a script writes into starts anew and forgets what was added to it.
    adopt(badges, document);
    watcher.look();
  };
  signal.addEventListener("abort", () => drop(badges, document));
  observe(document, look, signal);
  look();
}

/** Keeps one annotation for each root that holds a report, or the login page in its place. */
class Watcher {
  /** @type {Map<HTMLElement, {annotation: Annotation, controller: AbortController, content: string}>} */
  #watched = new Map();
  #overlay;
  #signal;

  /**
   * @param {import("./lib/overlay.js").Overlay} overlay
   * @param {AbortSignal} signal
   */
  constructor(overlay, signal) {
    this.#overlay = overlay;
    this.#signal = signal;
  }

  look() {
    const reports = findReports(document);
    const expired = findExpiredPlaces(document, this.#watched.keys());
    this.#forgetGone(new Set([...reports.map(({ root }) => root), ...expired]));
    this.#overlay.attach(reports.length + expired.length > 0);
    for (const report of reports) this.#lookAt(report);
    for (const root of expired) this.#lookAtLogin(root);
  }

  /** @param {Set<HTMLElement>} present */
  #forgetGone(present) {
    for (const [root, { controller }] of this.#watched) {
      if (!present.has(root)) {
        controller.abort();
        this.#watched.delete(root);
      }
    }
  }

  /** @param {Report} report */
  #lookAt(report) {
    const content = contentOf(report.root);
    const known = this.#watched.get(report.root);
    if (known?.content !== content) void this.#replace(report, content).read();
    else if (known.annotation.report.table !== report.table) void known.annotation.redraw(report);
  }

  /** @param {HTMLElement} root */
  #lookAtLogin(root) {
    const content = contentOf(root);
    if (this.#watched.get(root)?.content === content) return;
    void this.#replace({ root, title: "", table: null }, content).tellExpired();
  }

  /**
   * The annotation of what stands in the root now, in place of any former one.
   * @param {Report} report
   * @param {string} content
   */
  #replace(report, content) {
    this.#watched.get(report.root)?.controller.abort();
    const controller = new AbortController();
    const signal = AbortSignal.any([this.#signal, controller.signal]);
    const annotation = new Annotation(report, this.#overlay, signal);
    this.#watched.set(report.root, { annotation, controller, content });
    return annotation;
  }
}

/**
 * What a person reads there; СГО re-wraps its text a moment later, which changes nothing of it.
 * @param {HTMLElement} root
 */
function contentOf(root) {
  return root.textContent.replace(/[\s\u00ad\u200b]+/g, "");
}

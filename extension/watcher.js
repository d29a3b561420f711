/** @file Keeps one annotation for each report and card that the page shows now. */
import { Annotation } from "./annotate.js";
import { findCards, showsPerson, valuesOf } from "./site/card.js";
import { findReports } from "./site/report.js";
import { findExpiredPlaces } from "./site/session.js";

/**
 * @typedef {import("./lib/page.js").Subject} Subject
 *
 * @typedef {object} Watched
 * @property {Annotation} annotation
 * @property {AbortController} controller
 * @property {string} content what a person read there
 * @property {string} values what stood in its fields
 */

export class Watcher {
  /** @type {Map<HTMLElement, Watched>} */
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

  get hasCards() {
    return [...this.#watched.values()].some(({ annotation }) => annotation.subject.kind === "card");
  }

  look() {
    const reports = findReports(document);
    const cards = findCards(document);
    const places = [...this.#watched.keys(), ...cards.map(({ root }) => root)];
    const expired = findExpiredPlaces(document, places).filter((place) => !showsPerson(place));
    const subjects = [...reports, ...cards.filter(({ root }) => !expired.includes(root))];
    this.#forgetGone(new Set([...subjects.map(({ root }) => root), ...expired]));
    this.#overlay.attach(subjects.length + expired.length > 0);
    for (const subject of subjects) this.#lookAt(subject);
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

  /** @param {Subject} subject */
  #lookAt(subject) {
    const content = contentOf(subject.root);
    const values = subject.kind === "card" ? valuesOf(subject.root) : "";
    const known = this.#watched.get(subject.root);
    if (known?.content !== content) {
      void this.#replace(subject, content, values).read();
    } else if (known.values !== values) {
      known.values = values;
      void known.annotation.refresh();
    } else if (!known.annotation.isIntact(subject)) {
      void known.annotation.redraw(subject);
    }
  }

  /** @param {HTMLElement} root */
  #lookAtLogin(root) {
    const content = contentOf(root);
    const known = this.#watched.get(root);
    if (known?.content === content) return;
    const kind = known?.annotation.subject.kind ?? "report";
    void this.#replace({ kind, root, title: "", table: null }, content, "").tellExpired();
  }

  /**
   * The annotation of what stands in the root now, in place of any former one.
   * @param {Subject} subject
   * @param {string} content
   * @param {string} values
   */
  #replace(subject, content, values) {
    this.#watched.get(subject.root)?.controller.abort();
    const controller = new AbortController();
    const signal = AbortSignal.any([this.#signal, controller.signal]);
    const annotation = new Annotation(subject, this.#overlay, signal);
    this.#watched.set(subject.root, { annotation, controller, content, values });
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

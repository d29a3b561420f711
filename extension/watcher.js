/** @file Keeps one annotation for each report, card, dialog and the like that the page shows now. */
import { Annotation } from "./annotate.js";
import { findSubjects, holdsPerson, kinds } from "./site/kinds.js";
import { findPasswordDialogs } from "./site/password.js";
import { findExpiredPlaces } from "./site/session.js";

/**
 * @typedef {import("./site/kinds.js").Subject} Subject
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
  /** @type {Map<HTMLElement, AbortController>} */
  #dialogs = new Map();
  #surface;
  #signal;

  /**
   * @param {import("./lib/surface.js").Surface} surface
   * @param {AbortSignal} signal
   */
  constructor(surface, signal) {
    this.#surface = surface;
    this.#signal = signal;
  }

  get mayChangeSilently() {
    return [...this.#watched.values()].some(({ annotation }) => kinds[annotation.subject.kind].changesSilently);
  }

  /** @param {number} changedAt when the page last changed, by `performance.now()` */
  look(changedAt) {
    const found = findSubjects(document);
    const places = [...this.#watched.keys(), ...found.map(({ root }) => root)];
    const expired = findExpiredPlaces(document, places).filter((place) => !holdsPerson(place));
    const subjects = found.filter(({ root }) => !expired.includes(root));
    const dialogs = findPasswordDialogs(document);
    forgetGone(this.#watched, [...subjects.map(({ root }) => root), ...expired]);
    forgetGone(this.#dialogs, dialogs);
    this.#surface.attach(subjects.length + expired.length + dialogs.length > 0);
    for (const subject of subjects) this.#lookAt(subject, changedAt);
    for (const root of expired) this.#lookAtLogin(root);
    for (const dialog of dialogs) this.#lookAtDialog(dialog);
  }

  /**
   * Takes the advice anew that rests on other pages, one of which was read just now.
   * @param {string} account whom that page was of
   */
  learn(account) {
    for (const { annotation } of this.#watched.values()) {
      const { restsOnOthers } = kinds[annotation.subject.kind];
      if (restsOnOthers && annotation.speaksOf(account)) void annotation.refresh();
    }
  }

  /**
   * @param {Subject} subject
   * @param {number} changedAt
   */
  #lookAt(subject, changedAt) {
    const content = contentOf(subject.root);
    const values = kinds[subject.kind].valuesOf(subject.root);
    const known = this.#watched.get(subject.root);
    if (known?.content !== content) {
      void this.#replace(subject, content, values).read({ changedAt });
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

  /** @param {HTMLElement} root */
  #lookAtDialog(root) {
    if (this.#dialogs.has(root)) return;
    const controller = new AbortController();
    this.#dialogs.set(root, controller);
    const signal = AbortSignal.any([this.#signal, controller.signal]);
    void this.#surface.draw({ kind: "password-dialog", root, state: "done" }, signal);
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
    const annotation = new Annotation(subject, this.#surface, signal);
    this.#watched.set(subject.root, { annotation, controller, content, values });
    return annotation;
  }
}

/**
 * @template {{controller: AbortController} | AbortController} T
 * @param {Map<HTMLElement, T>} known
 * @param {HTMLElement[]} present
 */
function forgetGone(known, present) {
  const roots = new Set(present);
  for (const [root, entry] of known) {
    if (roots.has(root)) continue;
    (entry instanceof AbortController ? entry : entry.controller).abort();
    known.delete(root);
  }
}

/**
 * What a person reads there; СГО re-wraps its text a moment later, which changes nothing of it.
 * @param {HTMLElement} root
 */
function contentOf(root) {
  return root.textContent.replace(/[\s\u00ad\u200b]+/g, "");
}

/** @file One report, card or the like from reading to its annotations, and back to what the page was. */
import { ask, ProblemError } from "./lib/messages.js";
import { BUSY, problemOf, stateAndProblem, unknownLayout } from "./lib/problems.js";
import { nextTask, pause } from "./lib/slices.js";
import { kinds } from "./site/kinds.js";

/**
 * @typedef {import("./site/kinds.js").Subject} Subject
 * @typedef {import("./lib/page.js").Page} Page
 * @typedef {import("./lib/page.js").State} State
 * @typedef {import("./lib/messages.js").Problem} Problem
 * @typedef {import("./lib/analysis.js").Analysis} Analysis
 */

const STATE = "data-sverka-state";
const ERROR = "data-sverka-error";
/**
 * Makes room for the badges before the browser first lays the table out; to make it afterwards
 * would cost half a layout more.
 */
const ROOM = "data-sverka-room";

/** A wait that is over sooner is not told of: drawing that would take as long as the wait itself. */
const UNTOLD_WAIT_MS = 200;
const BUSY_PAUSE_MS = 5_000;
/** The operator types on: nothing is sent for every letter. */
const TYPING_PAUSE_MS = 500;

/** The annotations of one subject; one written anew gets them again without a second request. */
export class Annotation {
  /** @type {{analysis: Analysis, tables: number[]} | null} */
  #answer = null;
  /** @type {HTMLTableElement | null} */
  #roomy = null;
  /** @type {HTMLElement[]} */
  #marked = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  #reading = new AbortController();
  #drawing = new AbortController();
  #surface;
  #signal;

  /**
   * @param {Subject} subject
   * @param {import("./lib/surface.js").Surface} surface
   * @param {AbortSignal} signal
   */
  constructor(subject, surface, signal) {
    this.subject = subject;
    this.#surface = surface;
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#clear());
  }

  /**
   * Reads the subject, asks the helper and draws its answer.
   * @param {object} how
   * @param {boolean} [how.pressed] whether the operator has asked for it
   * @param {number} [how.changedAt] when the page last changed, by `performance.now()`
   */
  async read({ pressed = false, changedAt = performance.now() } = {}) {
    this.#keepRoom(this.subject.table);
    await this.#begin(async (signal) => {
      this.#waiting = setTimeout(() => void this.#enter("reading"), UNTOLD_WAIT_MS);
      await this.#takeSettled(changedAt, pressed, signal);
    });
  }

  /** Takes the findings anew after an edit; those shown stay until then. */
  async refresh() {
    this.subject.root.setAttribute(STATE, "reading");
    this.subject.root.removeAttribute(ERROR);
    await this.#begin(async (signal) => {
      await pause(TYPING_PAUSE_MS, signal);
      await this.#takeSettled(performance.now(), false, signal);
    });
  }

  /**
   * Whether something is said of the account here.
   * @param {string} account
   */
  speaksOf(account) {
    return this.#answer !== null && speaksOf(this.#answer.analysis, account);
  }

  /**
   * Draws the known answer on what was written anew with the same content.
   * @param {Subject} subject
   */
  async redraw(subject) {
    this.subject = subject;
    const answer = this.#answer;
    if (!answer) return;
    this.#keepRoom(subject.table);
    await this.#trying((signal) => this.#draw(answer, signal), this.#signal);
  }

  /**
   * Whether what was drawn on is still there.
   * @param {Subject} subject
   */
  isIntact(subject) {
    return this.subject.table === subject.table && this.#marked.every((place) => place.isConnected);
  }

  /** Says that СГО's own session is over. */
  async tellExpired() {
    await this.#enter("session-expired", problemOf("session-expired"));
  }

  /**
   * Reads in place of what was being read before.
   * @param {(signal: AbortSignal) => Promise<void>} work
   */
  async #begin(work) {
    this.#reading.abort();
    this.#reading = new AbortController();
    await this.#trying(work, AbortSignal.any([this.#signal, this.#reading.signal]));
  }

  /**
   * Does what ends with annotations, or with words why there are none.
   * @param {(signal: AbortSignal) => Promise<void>} work
   * @param {AbortSignal} signal
   */
  async #trying(work, signal) {
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) await this.#refuse(...stateAndProblem(error));
    }
  }

  /**
   * @param {number} changedAt
   * @param {boolean} pressed
   * @param {AbortSignal} signal
   */
  async #takeSettled(changedAt, pressed, signal) {
    const patience = kinds[this.subject.kind].patienceFor(this.subject.root);
    await (patience ? pause(changedAt + patience - performance.now(), signal) : nextTask(signal));
    const { request, tables } = await kinds[this.subject.kind].capture(this.subject, signal);
    const analysis = await this.#analysisOf(request, pressed, signal);
    this.#answer = { analysis, tables };
    await this.#draw(this.#answer, signal);
  }

  /**
   * @param {object} page
   * @param {boolean} pressed
   * @param {AbortSignal} signal
   * @returns {Promise<Analysis>}
   */
  async #analysisOf(page, pressed, signal) {
    for (let told = false; ; told = true) {
      try {
        return await ask("analyse", { page, pressed }, signal);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== BUSY) throw error;
        if (!told) await this.#refuse(...stateAndProblem(error));
        await pause(BUSY_PAUSE_MS, signal);
      }
    }
  }

  /**
   * @param {{analysis: Analysis, tables: number[]}} answer
   * @param {AbortSignal} signal
   */
  async #draw({ analysis, tables }, signal) {
    const { subject } = this;
    if (analysis.page.kind === "unknown") {
      await this.#refuse("unknown-layout", unknownLayout(subject.kind, analysis));
      return;
    }
    const answered = { subject, analysis, tables };
    const { table = null, ...found } = await kinds[subject.kind].locate(answered, signal);
    const cells = [...(found.marks ?? []), ...(found.people ?? [])].map(({ cell }) => cell);
    this.#marked = [...(found.fields?.values() ?? []), ...cells];
    this.#keepRoom(table);
    await this.#enter("done", null, { analysis, ...found });
  }

  /**
   * @param {State} state
   * @param {Problem} problem
   */
  async #refuse(state, problem) {
    this.#keepRoom(null);
    await this.#enter(state, problem);
  }

  /**
   * @param {State} state
   * @param {Problem | null} problem
   * @param {Partial<Page>} found
   */
  async #enter(state, problem = null, found = {}) {
    clearTimeout(this.#waiting);
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const signal = AbortSignal.any([this.#signal, this.#drawing.signal]);
    const { kind, root } = this.subject;
    const retry = this.#mayRetry(state, problem) ? () => void this.read({ pressed: true }) : null;
    await this.#surface.draw({ kind, root, state, problem, retry, ...found }, signal);
    // Another state has taken the place of this one.
    if (signal.aborted) return;
    // Last, so that whoever waits for the state finds everything drawn.
    root.setAttribute(STATE, state);
    if (problem) root.setAttribute(ERROR, problem.code);
    else root.removeAttribute(ERROR);
  }

  /**
   * Whether another try of the same could end otherwise.
   * @param {State} state
   * @param {Problem | null} problem
   */
  #mayRetry(state, problem) {
    if (state === "unknown-layout") return kinds[this.subject.kind].comesInParts;
    return state !== "session-expired" && problem?.code !== BUSY;
  }

  /** @param {HTMLTableElement | null} table */
  #keepRoom(table) {
    if (this.#roomy !== table) this.#roomy?.removeAttribute(ROOM);
    this.#roomy = table;
    table?.setAttribute(ROOM, "");
  }

  #clear() {
    clearTimeout(this.#waiting);
    this.#keepRoom(null);
    this.subject.root.removeAttribute(STATE);
    this.subject.root.removeAttribute(ERROR);
  }
}

/**
 * Whether an account stands among those of a report or in a list.
 * @param {Pick<import("./lib/analysis.js").Analysis, "groups" | "listing">} analysis
 * @param {string} account
 */
export function speaksOf({ groups, listing }, account) {
  const isInList = listing?.people.some(({ account_key }) => account_key === account) ?? false;
  return isInList || groups.some(({ accounts }) => accounts.some(({ key }) => key === account));
}

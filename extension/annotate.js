/** @file One report from reading to its annotations, and back to what the page was. */
import { features } from "./features/index.js";
import { createCursor } from "./lib/cursor.js";
import { ask, ProblemError } from "./lib/messages.js";
import { nextTask, pause } from "./lib/slices.js";
import { rowsOf } from "./lib/table.js";
import { word } from "./lib/texts.js";
import { locate } from "./site/places.js";
import { capture, tablesIn } from "./site/scrape.js";

/**
 * @typedef {import("./site/report.js").Report} Report
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

/** Another try would change nothing: only the operator, or whoever keeps the captions, can. */
const WITHOUT_RETRY = new Set(["session-expired", "unknown-layout"]);

/** The helper is there but has no time: it is asked again without the operator. */
const BUSY = "busy";
const BUSY_PAUSE_MS = 5_000;

/** The annotations of one report; a table written anew gets them again without a second request. */
export class Annotation {
  /** @type {{analysis: Analysis, tables: number[]} | null} */
  #answer = null;
  /** @type {HTMLTableElement | null} */
  #roomy = null;
  #drawing = new AbortController();
  #overlay;
  #signal;

  /**
   * @param {Report} report
   * @param {import("./lib/overlay.js").Overlay} overlay
   * @param {AbortSignal} signal
   */
  constructor(report, overlay, signal) {
    this.report = report;
    this.#overlay = overlay;
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#clear());
  }

  /**
   * Reads the report, asks the helper and draws its answer.
   * @param {boolean} pressed whether the operator has asked for it
   */
  async read(pressed = false) {
    this.#keepRoom(this.report.table);
    try {
      await this.#enter("reading");
      await nextTask(this.#signal);
      const { request, tables } = await capture(this.report, this.#signal);
      const analysis = await this.#analysisOf(request, pressed);
      this.#answer = { analysis, tables };
      await this.#draw(this.#answer);
    } catch (error) {
      if (!this.#signal.aborted) await this.#fail(error);
    }
  }

  /**
   * Draws the known answer on a table that was written anew with the same content.
   * @param {Report} report
   */
  async redraw(report) {
    this.report = report;
    if (!this.#answer) return;
    this.#keepRoom(report.table);
    try {
      await this.#draw(this.#answer);
    } catch (error) {
      if (!this.#signal.aborted) await this.#fail(error);
    }
  }

  /**
   * @param {object} page
   * @param {boolean} pressed
   * @returns {Promise<Analysis>}
   */
  async #analysisOf(page, pressed) {
    for (let told = false; ; told = true) {
      try {
        return await ask("analyse", { page, pressed }, this.#signal);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== BUSY) throw error;
        if (!told) await this.#fail(error);
        await pause(BUSY_PAUSE_MS, this.#signal);
      }
    }
  }

  /** Says that СГО's own session is over. */
  async tellExpired() {
    await this.#enter("session-expired", problemOf("session-expired"));
  }

  /** @param {{analysis: Analysis, tables: number[]}} answer */
  async #draw({ analysis, tables }) {
    if (analysis.page.kind === "unknown") {
      await this.#refuse("unknown-layout", problemOf("unknown-layout"));
      return;
    }
    const table = tablesIn(this.report.root)[tables[analysis.page.table ?? -1] ?? -1] ?? null;
    const rows = table ? rowsOf(table) : [];
    const marks = await locate(analysis, rows, this.#signal);
    this.#keepRoom(table);
    await this.#enter("done", null, { analysis, rows, marks });
  }

  /** @param {unknown} error */
  async #fail(error) {
    if (error instanceof ProblemError) {
      const { code, message, hint } = error;
      await this.#refuse(stateOf(code), { code, message, hint });
    } else {
      console.error(error);
      await this.#refuse("error", problemOf("internal"));
    }
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
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const signal = AbortSignal.any([this.#signal, this.#drawing.signal]);
    const page = this.#page(state, problem, found, signal);
    const wanted = features.filter((feature) => feature.include(page));
    await Promise.all(wanted.map((feature) => run(feature, page, signal)));
    signal.throwIfAborted();
    // Last, so that whoever waits for the state finds everything drawn.
    page.root.setAttribute(STATE, state);
    if (problem) page.root.setAttribute(ERROR, problem.code);
    else page.root.removeAttribute(ERROR);
  }

  /**
   * @param {State} state
   * @param {Problem | null} problem
   * @param {Partial<Page>} found
   * @param {AbortSignal} signal
   * @returns {Page}
   */
  #page(state, problem, { analysis = null, rows = [], marks = [] }, signal) {
    return {
      root: this.report.root,
      state,
      problem,
      analysis,
      rows,
      marks,
      cursor: createCursor([...new Set(marks.map(({ cell }) => cell))], signal),
      overlay: this.#overlay,
      news: new EventTarget(),
      retry: WITHOUT_RETRY.has(state) || problem?.code === BUSY ? null : () => void this.read(true),
    };
  }

  /** @param {HTMLTableElement | null} table */
  #keepRoom(table) {
    if (this.#roomy !== table) this.#roomy?.removeAttribute(ROOM);
    this.#roomy = table;
    table?.setAttribute(ROOM, "");
  }

  #clear() {
    this.#keepRoom(null);
    this.report.root.removeAttribute(STATE);
    this.report.root.removeAttribute(ERROR);
  }
}

/**
 * A feature that fails takes nothing else with it.
 * @param {import("./lib/page.js").Feature} feature
 * @param {Page} page
 * @param {AbortSignal} signal
 */
async function run(feature, page, signal) {
  try {
    await feature.init(page, signal);
  } catch (error) {
    if (!signal.aborted) console.error(feature.id, error);
  }
}

/**
 * @param {string} code
 * @returns {State}
 */
function stateOf(code) {
  if (code === "offline") return "offline";
  return code === "unreadable-page" ? "unknown-layout" : "error";
}

/**
 * @param {"unknown-layout" | "session-expired" | "internal"} code
 * @returns {Problem}
 */
function problemOf(code) {
  return { code, message: word("problem", code), hint: word("problem_hint", code) };
}

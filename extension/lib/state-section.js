/** @file The section «Состояние»: where the work on a group stands, and what the operator decides. */
import { decisionForms } from "./decision-forms.js";
import { button, element } from "./element.js";
import { ask, ProblemError } from "./messages.js";
import { stateLines } from "./state.js";
import { text, word } from "./texts.js";

/**
 * @typedef {import("./analysis.js").Group} Group
 * @typedef {import("./analysis.js").Decided} Decided
 * @typedef {import("./analysis.js").StateInfo} StateInfo
 * @typedef {import("./decision-forms.js").Wish} Wish
 */

/** Somebody else has decided since the state was read. */
const CONFLICT = "conflict";

/**
 * @param {Group} group
 * @param {(decided: Decided) => void} onDecided
 * @param {AbortSignal} signal
 * @returns {HTMLElement[]} nothing for a group of which nothing is remembered
 */
export function stateSection(group, onDecided, signal) {
  return group.state ? [new StateSection(group, group.state, onDecided, signal).section] : [];
}

class StateSection {
  #heading = element("h3", { tabindex: "-1" }, text("state_title"));
  #body = element("div");
  #outcome = element("div", { role: "status", class: "outcome" });
  #group;
  #info;
  #onDecided;
  #signal;

  /**
   * @param {Group} group
   * @param {StateInfo} info
   * @param {(decided: Decided) => void} onDecided
   * @param {AbortSignal} signal
   */
  constructor(group, info, onDecided, signal) {
    this.#group = group;
    this.#info = info;
    this.#onDecided = onDecided;
    this.#signal = signal;
    this.section = element("section", { class: "state" }, this.#heading, this.#body, this.#outcome);
    this.#show();
  }

  #show() {
    const info = this.#info;
    this.section.setAttribute("data-sverka-work", info.state);
    const undo = button(text("decision_undo"), () => void this.#decide({ act: "undo" }), { class: "undo" });
    this.#body.replaceChildren(
      ...stateLines(this.#group, info),
      element("div", { class: "decisions" }, ...this.#forms(), ...(info.undoable ? [undo] : [])),
      element("p", { class: "faint" }, text("state_resolved_by_report")),
    );
  }

  #forms() {
    if (this.#info.state === "resolved") return [];
    return decisionForms(this.#group, (wish) => void this.#decide(wish));
  }

  /** @param {Wish} wish */
  async #decide(wish) {
    const decision = { group: this.#group.id, version: this.#info.version, ...wish };
    await this.#take(() => ask("decide", decision, this.#signal), text("decision_saved"));
  }

  async #refresh() {
    const asked = { group: this.#group.id };
    const current = async () => (await ask("group", asked, this.#signal)).group ?? { state: null, not_duplicate: null };
    await this.#take(current, text("state_refreshed"));
  }

  /**
   * Shows the state that the ledger answers, or why there is none.
   * @param {() => Promise<Decided>} request
   * @param {string} done
   */
  async #take(request, done) {
    if (this.section.ariaBusy === "true") return;
    this.section.ariaBusy = "true";
    this.#tell(text("decision_saving"));
    try {
      const { state, not_duplicate } = await request();
      if (state) this.#keep({ state, not_duplicate }, state);
      this.#tell(`${done} ${word("work", this.#info.state)}.`);
    } catch (error) {
      if (!this.#signal.aborted) this.#tellProblem(error);
    } finally {
      this.section.ariaBusy = "false";
    }
  }

  /**
   * @param {Decided} decided
   * @param {StateInfo} info
   */
  #keep(decided, info) {
    this.#group = { ...this.#group, ...decided };
    this.#info = info;
    this.#show();
    // What was pressed is gone; the keyboard goes on from here.
    this.#heading.focus();
    this.#onDecided(decided);
  }

  /** @param {unknown} error */
  #tellProblem(error) {
    if (!(error instanceof ProblemError)) throw error;
    const current = button(text("state_refresh"), () => void this.#refresh());
    const words = element("p", { class: "bad" }, element("strong", {}, error.message), ` ${error.hint}`);
    this.#tell(words, ...(error.code === CONFLICT ? [current] : []));
  }

  /** @param {...(Node | string)} content */
  #tell(...content) {
    this.#outcome.replaceChildren(...content);
    this.#outcome.scrollIntoView?.({ block: "nearest" });
  }
}

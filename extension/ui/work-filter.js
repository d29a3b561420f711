/** @file What the operator wants to see of the work list. */
import { button, element } from "../lib/element.js";
import { $ } from "../lib/select.js";
import { STATES } from "../lib/state.js";
import { text, word } from "../lib/texts.js";

/** @typedef {import("../lib/analysis.js").State} State */

const CAUSES = ["not-departed", "same-date", "attached", "additional-education", "other", "unknown"];
const RISKS = ["high", "watch", "none"];
const ORDERS = ["risk", "age", "overlap"];
const LIMITING = ["search", "organisation", "cause", "risk"];

export class WorkFilter {
  /** @type {State | null} */
  #state = null;
  #buttons = $("#states", HTMLElement);
  #form = $("#filter", HTMLFormElement);
  #onChange;

  /** @param {() => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#buttons.setAttribute("aria-label", text("panel_states"));
    this.#fill("organisation", [option("", text("panel_any"))]);
    this.#fill("cause", [option("", text("panel_any")), ...CAUSES.map((cause) => option(cause, word("cause_short", cause)))]);
    this.#fill("risk", [option("", text("panel_any_risk")), ...RISKS.map((risk) => option(risk, word("risk_short", risk)))]);
    this.#fill("order", ORDERS.map((order) => option(order, word("panel_order", order))));
    this.#form.addEventListener("change", onChange);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      onChange();
    });
  }

  /** What the helper is asked for. */
  request() {
    return { order: String(new FormData(this.#form).get("order")), ...this.#limits() };
  }

  /** Whether the list shows all there is. */
  get isOpen() {
    return Object.keys(this.#limits()).length === 0;
  }

  /** What is not limited is left out. */
  #limits() {
    const data = new FormData(this.#form);
    const named = LIMITING.map((name) => [name, String(data.get(name) ?? "").trim()]).filter(([, value]) => value);
    return { ...Object.fromEntries(named), ...(this.#state ? { states: [this.#state] } : {}) };
  }

  /** @param {import("./work-items.js").WorkPage} found */
  offer({ counts, organisations }) {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const shown = STATES.filter((state) => counts[state] || state === this.#state);
    this.#buttons.replaceChildren(
      this.#stateButton(null, text("panel_all"), all),
      ...shown.map((state) => this.#stateButton(state, word("work", state), counts[state] ?? 0)),
    );
    const chosen = $("[name=organisation]", HTMLSelectElement, this.#form).value;
    this.#fill("organisation", [option("", text("panel_any")), ...organisations.map((name) => option(name, name))]);
    $("[name=organisation]", HTMLSelectElement, this.#form).value = chosen;
  }

  /**
   * @param {State | null} state
   * @param {string} name
   * @param {number} count
   */
  #stateButton(state, name, count) {
    const choose = () => {
      this.#state = state;
      for (const other of this.#buttons.children) other.setAttribute("aria-pressed", String(other === made));
      this.#onChange();
    };
    const made = button(`${name}: ${count}`, choose, { "aria-pressed": String(state === this.#state) });
    return made;
  }

  /**
   * @param {string} name
   * @param {HTMLOptionElement[]} options
   */
  #fill(name, options) {
    $(`[name=${name}]`, HTMLSelectElement, this.#form).replaceChildren(...options);
  }
}

/**
 * @param {string} value
 * @param {string} label
 */
function option(value, label) {
  return element("option", { value }, label);
}

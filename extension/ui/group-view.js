/** @file One group of the work list in the panel: the same card as on the page, and its history. */
import { groupSections } from "../lib/card.js";
import { button, element } from "../lib/element.js";
import { ask } from "../lib/messages.js";
import { $ } from "../lib/select.js";
import { stateSection } from "../lib/state-section.js";
import { dayText, momentText, text, word } from "../lib/texts.js";
import { attempt } from "./panel-problem.js";

/**
 * @typedef {object} GroupEvent
 * @property {string} at
 * @property {string} event
 * @property {string | null} by
 * @property {string | null} organisation
 * @property {string | null} due
 * @property {string | null} reason
 * @property {string | null} note
 * @property {boolean} undone
 * @property {boolean} part it concerned a group that is part of this one now
 * @property {string[]} kept numbers of accounts
 * @property {string[]} removed
 *
 * @typedef {object} GroupAnswer
 * @property {import("../lib/analysis.js").Group | null} group `null` where its people's data were purged
 * @property {Record<string, import("../lib/analysis.js").Rule>} rules
 * @property {{captured_at: string}} seen
 * @property {string} until the day to which enrolments without an end are counted
 * @property {GroupEvent[]} events
 *
 * @typedef {object} Beside the list the group stands in
 * @property {() => void} back
 * @property {(by: 1 | -1) => void} go
 * @property {(by: 1 | -1) => boolean} has
 */

/** @type {Partial<Record<string, "irremovable" | "not_duplicate">>} */
const REASONS = { irremovable: "irremovable", "not-duplicate": "not_duplicate" };

export class GroupView {
  #place = $("#group", HTMLElement);
  #problem = $("#problem", HTMLElement);
  #history = element("ul", { class: "history" });
  #signal;

  /** @param {AbortSignal} signal until the group is left */
  constructor(signal) {
    this.#signal = signal;
  }

  /**
   * @param {string} id
   * @param {Beside} beside
   */
  async open(id, beside) {
    this.#place.replaceChildren(stepsBetween(beside));
    await attempt(this.#problem, async () => this.#show(await this.#ask(id), beside), this.#signal);
  }

  /**
   * @param {string} id
   * @returns {Promise<GroupAnswer>}
   */
  async #ask(id) {
    return await ask("group", { group: id }, this.#signal);
  }

  /**
   * @param {GroupAnswer} answer
   * @param {Beside} beside
   */
  #show({ group, rules, seen, until, events }, beside) {
    const names = new Set(group?.accounts.flatMap(({ name }) => (name ? [name] : [])));
    const title = element("h2", { tabindex: "-1" }, [...names].join(", ") || text("panel_no_name"));
    const sections = group ? this.#sections(group, rules, until) : [element("p", {}, text("panel_purged"))];
    this.#showHistory(events);
    this.#place.replaceChildren(
      stepsBetween(beside),
      title,
      element("p", { class: "faint" }, text("panel_seen", momentText(seen.captured_at))),
      element("div", { class: "card-body" }, ...sections),
      element("h3", {}, text("panel_history")),
      this.#history,
    );
    title.focus();
  }

  /**
   * @param {import("../lib/analysis.js").Group} group
   * @param {GroupAnswer["rules"]} rules
   * @param {string} lastDay
   */
  #sections(group, rules, lastDay) {
    const state = stateSection(group, () => void this.#refreshHistory(group.id), this.#signal);
    return groupSections(group, { rules, state, lastDay });
  }

  /** @param {string} id */
  async #refreshHistory(id) {
    await attempt(this.#problem, async () => this.#showHistory((await this.#ask(id)).events), this.#signal);
  }

  /** @param {GroupEvent[]} events */
  #showHistory(events) {
    this.#history.replaceChildren(...events.map((event) => historyItem(event)));
  }
}

/** @param {Beside} beside */
function stepsBetween({ back, go, has }) {
  const step = (/** @type {string} */ label, /** @type {1 | -1} */ by) => {
    const made = button(label, () => go(by));
    made.disabled = !has(by);
    return made;
  };
  return element(
    "div",
    { class: "steps-between" },
    button(text("panel_back"), back),
    step(text("panel_previous"), -1),
    step(text("panel_next"), 1),
  );
}

/** @param {GroupEvent} event */
function historyItem(event) {
  const details = [...whatWasSaid(event), event.note, event.by].filter(Boolean);
  const words = element("span", event.undone ? { class: "undone" } : {}, word("event", event.event));
  return element(
    "li",
    {},
    `${momentText(event.at)} — `,
    words,
    details.length ? `: ${details.join("; ")}` : "",
    event.undone ? ` ${text("panel_undone")}` : "",
    event.part ? ` ${text("panel_part")}` : "",
  );
}

/** @param {GroupEvent} event */
function whatWasSaid({ event, organisation, due, reason, kept, removed }) {
  const family = REASONS[event];
  const toldOfAccounts = kept.length > 0 || removed.length > 0;
  return [
    organisation,
    due && text("panel_due", dayText(due)),
    reason && family && word(family, reason),
    toldOfAccounts && text("panel_fates", kept.join(", ") || "—", removed.join(", ") || "—"),
  ];
}

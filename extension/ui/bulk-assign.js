/** @file Assigns the selected groups, one request each, so that one failure stops no other. */
import { assignment } from "../lib/decision-forms.js";
import { button, element } from "../lib/element.js";
import { ask, ProblemError } from "../lib/messages.js";
import { labelled, organisationField } from "../lib/organisation-field.js";
import { text } from "../lib/texts.js";
import { nameOf } from "./work-items.js";

/**
 * @typedef {import("./work-items.js").WorkItem} WorkItem
 *
 * @typedef {object} Outcome
 * @property {WorkItem[]} done
 * @property {{item: WorkItem, problem: ProblemError}[]} failed
 */

/**
 * @param {WorkItem[]} items
 * @param {Pick<import("../lib/decision-forms.js").Wish, "organisation" | "due">} wish
 * @param {(outcome: Outcome) => void} onProgress
 * @param {AbortSignal} signal after it, what was not yet asked for is left alone
 * @returns {Promise<Outcome>}
 */
export async function assignAll(items, wish, onProgress, signal) {
  /** @type {Outcome} */
  const outcome = { done: [], failed: [] };
  // The request under way is not given up: nobody would know whether it was noted.
  const { signal: wanted } = new AbortController();
  for (const item of items) {
    if (signal.aborted) break;
    try {
      await ask("decide", { group: item.id, version: item.state.version, act: "assign", ...wish }, wanted);
      outcome.done.push(item);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      outcome.failed.push({ item, problem: error });
    }
    onProgress(outcome);
  }
  return outcome;
}

/**
 * The form for the selected groups.
 * @param {WorkItem[]} items
 * @param {(wish: ReturnType<typeof assignment>) => void} onAssign
 */
export function bulkForm(items, onAssign) {
  const organisations = items.flatMap((item) => item.organisations);
  const due = element("input", { name: "due", type: "date" });
  const form = element(
    "form",
    {},
    organisationField(organisations),
    labelled(text("decision_due"), due),
    element("button", { class: "main" }, text("bulk_assign")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onAssign(assignment(new FormData(form)));
  });
  return element("details", {}, element("summary", {}, text("panel_selected", items.length)), form);
}

/**
 * @param {number} total
 * @param {() => void} stop
 */
export function bulkProgress(total, stop) {
  const words = element("p", { role: "status" }, text("bulk_progress", 0, total));
  const bar = element("progress", { max: String(total), value: "0" });
  bar.setAttribute("aria-label", text("bulk_assign"));
  return {
    view: element("div", {}, words, bar, button(text("bulk_stop"), stop)),
    /** @param {Outcome} outcome */
    show: ({ done, failed }) => {
      bar.value = done.length + failed.length;
      words.textContent = text("bulk_progress", done.length, total);
    },
  };
}

/**
 * @param {Outcome} outcome
 * @param {number} total
 */
export function bulkReport({ done, failed }, total) {
  const isWhole = done.length + failed.length === total;
  const words = isWhole ? text("bulk_done", done.length) : text("bulk_stopped", done.length, total);
  const items = failed.map(({ item, problem }) => element("li", {}, `${nameOf(item)}: ${problem.message} ${problem.hint}`));
  const failures = items.length ? [element("p", {}, text("bulk_failed")), element("ul", {}, ...items)] : [];
  return element("div", { role: "status" }, element("p", {}, words), ...failures);
}

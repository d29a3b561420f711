/** @file The reports that were read, told when somebody wants to know on what the list rests. */
import { element } from "../lib/element.js";
import { ask } from "../lib/messages.js";
import { $ } from "../lib/select.js";
import { dayText, momentText, text } from "../lib/texts.js";
import { attempt } from "./panel-problem.js";

/**
 * @typedef {object} Run
 * @property {string} captured_at
 * @property {string | null} authority
 * @property {[string, string] | null} period
 * @property {number} groups
 * @property {string} by
 */

/** @param {AbortSignal} signal */
export function offerReports(signal) {
  const reports = $("#reports", HTMLDetailsElement);
  const list = $("ul", HTMLElement, reports);
  const show = async () => {
    /** @type {{runs: Run[]}} */
    const { runs } = await ask("runs", {}, signal);
    list.replaceChildren(...runs.map((run) => element("li", {}, runText(run))));
  };
  reports.addEventListener("toggle", () => {
    if (reports.open) void attempt($("#problem", HTMLElement), show, signal);
  });
}

/** @param {Run} run */
function runText({ captured_at, authority, period, groups, by }) {
  const details = [
    authority ?? text("report_no_authority"),
    period ? text("report_period", dayText(period[0]), dayText(period[1])) : text("report_no_period"),
    text("report_groups", groups),
    by,
  ];
  return `${momentText(captured_at)} — ${details.join("; ")}`;
}

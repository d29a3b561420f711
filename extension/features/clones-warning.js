/** @file In the registry of clones: frames the buttons that merge and archive where nothing is certain yet. */
import { element } from "../lib/element.js";
import { doubtIn, doubtInAnyOf } from "../lib/clone-doubt.js";
import { showNote } from "../lib/note.js";
import { isAnalysed } from "../lib/page.js";
import { stateMessage } from "../lib/state-message.js";
import { text, word } from "../lib/texts.js";
import { groupButtons, irrevocableButtons } from "../site/clones.js";

const WARNING = "data-sverka-warning";
const ATTRIBUTES = [WARNING, "aria-description"];

/** @type {import("../lib/page.js").Feature} */
export const clonesWarning = {
  id: "clones-warning",
  include: ({ kind }) => kind === "clones",
  init(page, signal) {
    if (isAnalysed(page)) warn(page, signal);
    else if (page.problem) tellProblem(page, signal);
  },
};

/**
 * @param {import("../lib/page.js").Page} page
 * @param {AbortSignal} signal
 */
function warn({ root, marks, overlay }, signal) {
  /** @type {(buttons: HTMLElement[], doubt: import("../lib/clone-doubt.js").Doubt | null) => void} */
  const frameAll = (buttons, doubt) => {
    for (const button of doubt ? buttons : []) frame(button, doubt ?? "", overlay, signal);
  };
  for (const { cell, group } of marks) {
    const row = cell.closest("tr");
    if (row) frameAll(irrevocableButtons(row), doubtIn(group));
  }
  frameAll(groupButtons(root), doubtInAnyOf(marks.map(({ group }) => group)));
}

/**
 * @param {HTMLElement} button
 * @param {string} doubt
 * @param {import("../lib/overlay.js").Overlay} overlay
 * @param {AbortSignal} signal
 */
function frame(button, doubt, overlay, signal) {
  const words = word("clones_doubt", doubt);
  button.setAttribute(WARNING, doubt);
  button.setAttribute("aria-description", text("finding_spoken", words));
  showNote(button, () => element("div", { class: "note error", "aria-hidden": "true" }, element("p", {}, words)), overlay, signal);
  signal.addEventListener("abort", () => ATTRIBUTES.forEach((name) => button.removeAttribute(name)));
}

/**
 * @param {import("../lib/page.js").Page} page
 * @param {AbortSignal} signal
 */
function tellProblem(page, signal) {
  const name = element("strong", { class: "name" }, text("extension_name"));
  const body = element("div", { class: "bar-body" }, stateMessage(page));
  page.overlay.show(element("section", { class: `bar ${page.state}`, "aria-label": text("extension_name") }, name, body), signal);
  page.overlay.announce(page.problem?.message ?? "");
}

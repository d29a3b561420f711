/** @file In the registry of clones: frames the buttons that merge and archive where nothing is certain yet. */
import { element } from "../lib/element.js";
import { doubtIn } from "../lib/clone-doubt.js";
import { showNote } from "../lib/note.js";
import { isAnalysed } from "../lib/page.js";
import { stateMessage } from "../lib/state-message.js";
import { text, word } from "../lib/texts.js";
import { irrevocableButtons } from "../site/clones.js";

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
function warn({ marks, overlay }, signal) {
  /** @type {HTMLElement[]} */
  const framed = [];
  for (const { cell, group } of marks) {
    const doubt = doubtIn(group);
    const row = cell.closest("tr");
    for (const button of doubt && row ? irrevocableButtons(row) : []) {
      const words = word("clones_doubt", doubt ?? "");
      button.setAttribute(WARNING, doubt ?? "");
      button.setAttribute("aria-description", text("finding_spoken", words));
      showNote(button, () => element("div", { class: "note error", "aria-hidden": "true" }, element("p", {}, words)), overlay, signal);
      framed.push(button);
    }
  }
  signal.addEventListener("abort", () => {
    for (const button of framed) ATTRIBUTES.forEach((name) => button.removeAttribute(name));
  });
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

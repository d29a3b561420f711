/** @file Marks each field of a card of which something is to be said; the words come up beside it. */
import { element } from "../lib/element.js";
import { worstFirst } from "../lib/findings.js";
import { showNote } from "../lib/note.js";
import { isAnalysed } from "../lib/page.js";
import { text } from "../lib/texts.js";
import { fieldOrNextBest } from "../site/fields.js";

/** @typedef {import("../lib/analysis.js").Finding} Finding */

const ATTRIBUTES = ["data-sverka-finding", "data-sverka-severity", "aria-description"];

/** @type {import("../lib/page.js").Feature} */
export const fieldFindings = {
  id: "field-findings",
  include: (page) => page.fields.size > 0 && isAnalysed(page),
  init({ analysis, fields, overlay }, signal) {
    /** @type {Map<HTMLElement, Finding[]>} */
    const marked = new Map();
    for (const finding of worstFirst(analysis?.findings ?? [])) {
      const field = fieldOrNextBest(fields, finding.field);
      if (field) marked.set(field, [...(marked.get(field) ?? []), finding]);
    }
    for (const [field, findings] of marked) {
      mark(field, findings);
      showNote(field, () => noteOf(findings), overlay, signal);
    }
    signal.addEventListener("abort", () => {
      for (const field of marked.keys()) ATTRIBUTES.forEach((name) => field.removeAttribute(name));
    });
  },
};

/**
 * @param {HTMLElement} field
 * @param {Finding[]} findings
 */
function mark(field, findings) {
  const words = findings.map(({ why }) => why).join(" ");
  const rules = new Set(findings.map(({ rule }) => rule));
  field.setAttribute("data-sverka-finding", [...rules].join(" "));
  field.setAttribute("data-sverka-severity", findings[0]?.severity ?? "");
  field.setAttribute("aria-description", text("finding_spoken", words));
}

/** @param {Finding[]} findings */
function noteOf(findings) {
  const lines = findings.map(({ why, proposed }) => {
    const form = proposed ? [` ${text("finding_proposed")} `, element("strong", {}, proposed)] : [];
    return element("p", {}, why, ...form);
  });
  return element("div", { class: `note ${findings[0]?.severity}`, "aria-hidden": "true" }, ...lines);
}

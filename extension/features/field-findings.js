/** @file Marks each field of a card of which something is to be said; the words come up beside it. */
import { element } from "../lib/element.js";
import { worstFirst } from "../lib/findings.js";
import { isAnalysed } from "../lib/page.js";
import { text } from "../lib/texts.js";
import { fieldOrNextBest } from "../site/fields.js";

/** @typedef {import("../lib/analysis.js").Finding} Finding */

const ATTRIBUTES = ["data-sverka-finding", "data-sverka-severity", "aria-description"];
const GAP = 8;
/** Narrower than this the words would stand one below the other. */
const NARROWEST_NOTE = 300;

/** @type {import("../lib/page.js").Feature} */
export const fieldFindings = {
  id: "field-findings",
  include: (page) => page.kind === "card" && isAnalysed(page),
  init({ analysis, fields, overlay }, signal) {
    /** @type {Map<HTMLElement, Finding[]>} */
    const marked = new Map();
    for (const finding of worstFirst(analysis?.findings ?? [])) {
      const field = fieldOrNextBest(fields, finding.field);
      if (field) marked.set(field, [...(marked.get(field) ?? []), finding]);
    }
    for (const [field, findings] of marked) {
      mark(field, findings);
      showNote(field, findings, overlay, signal);
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

/**
 * While the field has the focus or the pointer.
 * @param {HTMLElement} field
 * @param {Finding[]} findings
 * @param {import("../lib/overlay.js").Overlay} overlay
 * @param {AbortSignal} signal
 */
function showNote(field, findings, overlay, signal) {
  let showing = new AbortController();
  const hide = () => showing.abort();
  const show = () => {
    hide();
    showing = new AbortController();
    const note = noteOf(findings);
    const follow = () => place(note, field.getBoundingClientRect());
    const until = AbortSignal.any([signal, showing.signal]);
    overlay.show(note, until);
    self.addEventListener("scroll", follow, { capture: true, signal: until });
    follow();
  };
  for (const type of ["focusin", "pointerenter"]) field.addEventListener(type, show, { signal });
  for (const type of ["focusout", "pointerleave"]) field.addEventListener(type, hide, { signal });
}

/** @param {Finding[]} findings */
function noteOf(findings) {
  const lines = findings.map(({ why, proposed }) => {
    const form = proposed ? [` ${text("finding_proposed")} `, element("strong", {}, proposed)] : [];
    return element("p", {}, why, ...form);
  });
  return element("div", { class: `note ${findings[0]?.severity}`, "aria-hidden": "true" }, ...lines);
}

/**
 * Beside the field where there is room, else below it.
 * @param {HTMLElement} note
 * @param {DOMRect} field
 */
function place(note, { left, right, top, bottom }) {
  const isBeside = self.innerWidth - right >= NARROWEST_NOTE;
  note.style.left = `${isBeside ? right + GAP : Math.max(0, left)}px`;
  note.style.top = `${isBeside ? top : bottom + GAP}px`;
}

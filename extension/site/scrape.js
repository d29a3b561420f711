/** @file What of a report or card is sent to the helper: a copy without anything that is not its content. */
import { restIfLong } from "../lib/slices.js";
import { $$ } from "../lib/select.js";
import { localIso } from "../lib/time.js";
import { moduleOf } from "./module.js";
import { recordsIn } from "./records.js";
import { HIDDEN_FIELDS_KEPT, MODAL, PASSWORD, PASSWORD_NAME, SESSION_FIELDS } from "./selectors.js";
import { isWrittenByScript } from "./session.js";

const REMOVED = `script, style, link, meta, base, template, noscript, object, embed, ${PASSWORD}`;

/** Kept as they are; a large table has thousands of them and hardly any other. */
const ATTRIBUTES_UNTOUCHED = ["class", "align", "colspan", "rowspan"];
const ATTRIBUTES_KEPT = new Set(
  "id for href onclick type name value checked selected multiple role aria-busy user-id data-record-key".split(" "),
);

/** Of these it is only told that they are there: the element is hidden, or filled by a script. */
const ATTRIBUTES_EMPTIED = new Set("hidden ng-include ng-repeat ng-if ng-options data-url data-src".split(" "));
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const ATTRIBUTES_TO_JUDGE = `descendant-or-self::*/@*[${ATTRIBUTES_UNTOUCHED.map(
  (name) => `name()!='${name}'`,
).join(" and ")}]`;

/** Where a session stands in a path, e.g. `;jsessionid=…`. */
const PATH_PARAMETERS = /(;|%3B).*/i;

/**
 * @typedef {{root: HTMLElement, title: string}} Subject
 *
 * @typedef {object} Context of the contract
 * @property {string | null} module
 * @property {string | null} authority
 * @property {string | null} opener_account whose card the page was opened from
 *
 * @typedef {object} Capture
 * @property {object} request the page request of the contract
 * @property {number[]} tables for each table sent, its index among the tables of the live root
 */

/**
 * @param {Subject} subject
 * @param {AbortSignal} signal
 * @param {{context?: Partial<Context>, note?: (copy: HTMLElement) => void}} beside `context`: what is
 * known of the place beside what the page itself tells; `note` writes into the copy what stands
 * beside the root
 * @returns {Promise<Capture>}
 */
export async function capture(subject, signal, { context = {}, note = () => {} } = {}) {
  const begun = performance.now();
  const copy = inertCopy(subject.root);
  note(copy);
  const copiedTables = tablesIn(copy);
  await restIfLong(begun, signal);
  clean(copy);
  await restIfLong(begun, signal);
  const tables = copiedTables.flatMap((table, index) => (copy.contains(table) ? [index] : []));
  return { request: pageRequest(subject, copy.outerHTML, context), tables };
}

/**
 * The tables of a root in the order in which the helper counts them.
 * @param {HTMLElement} root
 */
export function tablesIn(root) {
  return $$("table", HTMLTableElement, root);
}

/**
 * A copy in a document without a window: there pictures are not fetched and custom elements do
 * not come alive, so that copying asks СГО for nothing.
 * @param {HTMLElement} root
 */
export function inertCopy(root) {
  const copy = document.implementation.createHTMLDocument("").importNode(root, true);
  writeLiveValues(root, copy);
  return copy;
}

/**
 * @param {HTMLElement} live
 * @param {HTMLElement} copy
 */
function writeLiveValues(live, copy) {
  const fields = "input, textarea, option";
  const copies = copy.querySelectorAll(fields);
  live.querySelectorAll(fields).forEach((field, index) => {
    const written = copies[index];
    if (!written) return;
    if (field instanceof HTMLTextAreaElement) written.textContent = field.value;
    if (field instanceof HTMLOptionElement) written.toggleAttribute("selected", field.selected);
    if (field instanceof HTMLInputElement) {
      written.setAttribute("value", field.value);
      written.toggleAttribute("checked", field.checked);
    }
  });
}

/**
 * Takes away, in place, all that must not leave the page.
 * @param {HTMLElement} copy
 */
export function clean(copy) {
  copy.querySelectorAll(REMOVED).forEach((element) => element.remove());
  copy.querySelectorAll("input").forEach((field) => isSecret(field) && field.remove());
  copy.querySelectorAll("iframe").forEach((frame) => frame.replaceChildren());
  for (const attribute of select(copy, ATTRIBUTES_TO_JUDGE)) cleanAttribute(/** @type {Attr} */ (attribute));
  for (const comment of select(copy, "descendant::comment()")) comment.parentNode?.removeChild(comment);
}

/** @param {HTMLInputElement} field */
function isSecret(field) {
  if (SESSION_FIELDS.has(field.name) || PASSWORD_NAME.test(field.name)) return true;
  return field.type === "hidden" && !HIDDEN_FIELDS_KEPT.has(field.name);
}

/** @param {Attr} attribute */
function cleanAttribute(attribute) {
  const { name, value, ownerElement } = attribute;
  if (name === "style" && HIDING_STYLE.test(value)) ownerElement?.setAttribute("hidden", "");
  if (ATTRIBUTES_EMPTIED.has(name)) attribute.value = "";
  else if (ATTRIBUTES_KEPT.has(name)) keepRecordsIn(attribute);
  else ownerElement?.removeAttribute(name);
}

/** @param {Attr} attribute */
function keepRecordsIn(attribute) {
  const { name, value } = attribute;
  if (name === "user-id") attribute.value = /^\d{1,11}$/.test(value) ? value : "";
  if (name === "href" || name === "onclick") attribute.value = recordsIn(value);
}

/**
 * Nodes by XPath: the browser finds them without handing every cell of the table to a script.
 * @param {HTMLElement} copy
 * @param {string} path
 */
function select(copy, path) {
  const found = copy.ownerDocument.evaluate(path, copy, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  const nodes = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index));
  return nodes.filter((node) => node !== null);
}

/**
 * @param {Subject} subject
 * @param {string} html
 * @param {Partial<Context>} context
 */
function pageRequest({ root, title }, html, context) {
  return {
    schema: 1,
    url: self.origin + (isWrittenByScript(document) ? "/" : location.pathname.replace(PATH_PARAMETERS, "")),
    html,
    title,
    captured_at: localIso(new Date()),
    source: sourceOf(root),
    context: { module: moduleOf(document), authority: null, opener_account: null, ...context },
  };
}

/** @param {HTMLElement} root */
function sourceOf(root) {
  if (root.closest(MODAL)) return "modal";
  return isWrittenByScript(document) ? "popup-window" : "content";
}

/** @file What of a report is sent to the helper: a copy without anything that is not its content. */
import { nextTask } from "../lib/slices.js";
import { $$ } from "../lib/select.js";
import { localIso } from "../lib/time.js";
import { moduleOf } from "./module.js";
import { CARD_CALLS, HIDDEN_FIELDS_KEPT, MODAL, PASSWORD, SESSION_FIELDS } from "./selectors.js";
import { isWrittenByScript } from "./session.js";

const REMOVED = `script, style, link, meta, base, template, noscript, iframe, object, embed, ${PASSWORD}`;

/** Kept as they are; a large table has thousands of them and hardly any other. */
const ATTRIBUTES_UNTOUCHED = ["class", "align", "colspan", "rowspan"];
const ATTRIBUTES_KEPT = new Set(
  "id href onclick type name value checked selected data-record-key".split(" "),
);

const ATTRIBUTES_TO_JUDGE = `descendant-or-self::*/@*[${ATTRIBUTES_UNTOUCHED.map(
  (name) => `name()!='${name}'`,
).join(" and ")}]`;

/** Of an address or a call only this is known to be nobody's secret: the id of a record. */
const ID_IN_CALL = String.raw`\b(?:${CARD_CALLS.join("|").replaceAll(".", "[.]")})\(\s*(['"]?)\d{1,11}\1(?=\s*[,)])`;
const ID_IN_QUERY = String.raw`(?<=[?&])(?:${[...HIDDEN_FIELDS_KEPT].join("|")})=\d{1,11}(?=$|[&#])`;
const RECORDS = new RegExp(`${ID_IN_CALL}|${ID_IN_QUERY}`, "g");
/** Where a session stands in a path, e.g. `;jsessionid=…`. */
const PATH_PARAMETERS = /(;|%3B).*/i;

/**
 * @typedef {object} Capture
 * @property {object} request the page request of the contract
 * @property {number[]} tables for each table sent, its index among the tables of the live root
 */

/**
 * @param {import("./report.js").Report} report
 * @param {AbortSignal} signal
 * @returns {Promise<Capture>}
 */
export async function capture(report, signal) {
  const copy = inertCopy(report.root);
  const copiedTables = tablesIn(copy);
  await nextTask(signal);
  clean(copy);
  await nextTask(signal);
  const tables = copiedTables.flatMap((table, index) => (copy.contains(table) ? [index] : []));
  return { request: pageRequest(report, copy.outerHTML), tables };
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
  for (const attribute of select(copy, ATTRIBUTES_TO_JUDGE)) cleanAttribute(/** @type {Attr} */ (attribute));
  for (const comment of select(copy, "descendant::comment()")) comment.parentNode?.removeChild(comment);
}

/** @param {HTMLInputElement} field */
function isSecret(field) {
  if (SESSION_FIELDS.has(field.name)) return true;
  return field.type === "hidden" && !HIDDEN_FIELDS_KEPT.has(field.name);
}

/** @param {Attr} attribute */
function cleanAttribute(attribute) {
  const { name, value, ownerElement } = attribute;
  if (!ATTRIBUTES_KEPT.has(name)) ownerElement?.removeAttribute(name);
  else if (name === "href" || name === "onclick") attribute.value = recordsIn(value);
}

/** @param {string} code an address or a call */
function recordsIn(code) {
  const found = code.match(RECORDS) ?? [];
  return found.map((record) => (record.includes("(") ? `${record})` : `?${record}`)).join(" ");
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
 * @param {import("./report.js").Report} report
 * @param {string} html
 */
function pageRequest({ root, title }, html) {
  return {
    schema: 1,
    url: self.origin + (isWrittenByScript(document) ? "/" : location.pathname.replace(PATH_PARAMETERS, "")),
    html,
    title,
    captured_at: localIso(new Date()),
    source: sourceOf(root),
    context: { module: moduleOf(document), authority: null, opener_account: null },
  };
}

/** @param {HTMLElement} root */
function sourceOf(root) {
  if (root.closest(MODAL)) return "modal";
  return isWrittenByScript(document) ? "popup-window" : "content";
}

/** @file A sample of a page for whoever keeps the caption files: its structure, nobody's data. */
import { clean, inertCopy } from "./scrape.js";

/** Classes that say what an element is; any other name could be a person's. */
const CLASSES_KEPT = new Set(
  "table table-print table-bordered sheet-footer main-report-title report-title-school select title modal modal-body hidden".split(" "),
);
const ATTRIBUTES_AS_THEY_ARE = new Set(["colspan", "rowspan", "align", "type"]);

/**
 * @param {HTMLElement} root
 * @returns {string} HTML with every letter and digit of text and values replaced
 */
export function maskedSample(root) {
  const copy = inertCopy(root);
  clean(copy);
  const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.nodeValue = mask(walker.currentNode.nodeValue ?? "");
  for (const element of [copy, ...copy.querySelectorAll("*")]) maskAttributes(element);
  return copy.outerHTML;
}

/**
 * Ж and ж for Cyrillic, X and x for any other letter, 0 for digits.
 * @param {string} content
 */
export function mask(content) {
  return content
    .replace(/\p{Lu}/gu, (letter) => (isCyrillic(letter) ? "\u0416" : "X"))
    .replace(/(?!\p{Lu})\p{L}/gu, (letter) => (isCyrillic(letter) ? "\u0436" : "x"))
    .replace(/\p{N}/gu, "0");
}

/** @param {string} letter */
function isCyrillic(letter) {
  return /\p{Script=Cyrillic}/u.test(letter);
}

/** @param {Element} element */
function maskAttributes(element) {
  for (const { name, value } of [...element.attributes]) {
    if (name === "class") element.setAttribute(name, keptClasses(element));
    else if (!ATTRIBUTES_AS_THEY_ARE.has(name)) element.setAttribute(name, mask(value));
  }
}

/** @param {Element} element */
function keptClasses(element) {
  return [...element.classList].map((name) => (CLASSES_KEPT.has(name) ? name : mask(name))).join(" ");
}

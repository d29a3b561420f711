/** @file The accounts of a group held side by side: what agrees, and how much each field weighs. */
import { element } from "./element.js";
import { dayText, text, word } from "./texts.js";
import { waterfall } from "./waterfall.js";

/**
 * @typedef {import("./analysis.js").Field} Field
 * @typedef {import("./analysis.js").Group} Group
 * @typedef {import("./analysis.js").Pair} Pair
 */

/** Fields whose values are words of the contract, not of the page. */
const CLOSED_FIELDS = new Set(["sex", "entry"]);
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @param {Group} group
 * @param {Pair[]} pairs those of its pairs that are shown
 * @returns {HTMLElement[]}
 */
export function comparisonsOf(group, pairs) {
  const isWeighed = pairs.some(({ bits }) => bits !== null);
  const explanation = element("p", { class: "faint" }, text("card_weight_explained"));
  return [...(isWeighed ? [explanation] : []), ...pairs.flatMap((pair) => comparison(pair, group))];
}

/**
 * @param {Pair} pair
 * @param {Group} group
 */
function comparison(pair, group) {
  const names = [nameIn(group, pair.a), nameIn(group, pair.b)];
  if (pair.bits === null) {
    return [fieldsTable(pair, names), element("p", { class: "faint" }, text("card_not_weighed"))];
  }
  const table = weightsTable(pair, pair.bits, names);
  if (pair.guard === null) return [table];
  return [table, element("p", { class: "guard", "data-sverka-guard": pair.guard }, word("guard", pair.guard))];
}

/**
 * @param {Pair} pair
 * @param {string[]} names
 */
function fieldsTable({ fields }, names) {
  return element("table", {}, tableHead(names), element("tbody", {}, ...fields.map((field) => fieldRow(field))));
}

/**
 * @param {Pair} pair
 * @param {number} sum
 * @param {string[]} names
 */
function weightsTable({ fields }, sum, names) {
  const { cellOf, total } = waterfall(fields, sum);
  const meaning = element("td", { colspan: "3" }, text("card_total_meaning"));
  return element(
    "table",
    {},
    tableHead(names, element("th", { scope: "col" }, text("card_weight"))),
    element("tbody", {}, ...fields.map((field) => fieldRow(field, cellOf(field)))),
    element("tfoot", {}, element("tr", {}, element("th", { scope: "row" }, text("card_total")), meaning, total)),
  );
}

/**
 * @param {string[]} names of the two accounts
 * @param {...HTMLElement} further
 */
function tableHead(names, ...further) {
  const captions = [text("card_field"), ...names, text("card_level")];
  const cells = captions.map((caption) => element("th", { scope: "col" }, caption));
  return element("thead", {}, element("tr", {}, ...cells, ...further));
}

/**
 * @param {Field} field
 * @param {...HTMLElement} further
 */
function fieldRow({ field, level, left, right }, ...further) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, word("field", field)),
    element("td", {}, printed(field, left)),
    element("td", {}, printed(field, right)),
    element("td", { class: `level ${level}` }, word("level", level)),
    ...further,
  );
}

/**
 * @param {Group} group
 * @param {string} key
 */
function nameIn(group, key) {
  const account = group.accounts.find((found) => found.key === key);
  return account?.account_id ?? account?.organisation ?? "—";
}

/**
 * @param {string} field
 * @param {string | null} value
 */
function printed(field, value) {
  if (!value) return "—";
  if (ISO_DATE.test(value)) return dayText(value);
  return CLOSED_FIELDS.has(field) ? word(field, value) : value;
}

/** @file Finds the lists of pupils and parents on the page, and tells when one was loaded anew. */
import { $$ } from "../lib/select.js";
import { rowsOf } from "../lib/table.js";
import { isBusy } from "./busy.js";
import { isListTitle, saysNotLoaded } from "./captions.js";
import { typedIn } from "./fields.js";
import { recordsIn } from "./records.js";
import { capture, tablesIn } from "./scrape.js";
import { CARD_FORM, CARD_PARTS, LIST_TABLES, LIST_TITLES, NAVIGATION, TITLES, VALUES } from "./selectors.js";

/** A page before «Загрузить» is a title, controls and a sentence; more text is something else. */
const LONGEST_UNLOADED = 5000;

/**
 * @typedef {import("./kinds.js").Subject} Subject
 *
 * @typedef {object} Remarked somebody in a list of whom something is to be said
 * @property {HTMLTableCellElement} cell with the name
 * @property {import("../lib/analysis.js").ListedPerson} person
 * @property {import("../lib/analysis.js").Finding[]} findings
 */

/** @type {import("./kinds.js").Kind} */
export const listKind = {
  find: findLists,
  holdsPerson: () => false,
  valuesOf: choicesAtLoading,
  changesSilently: false,
  comesInParts: true,
  restsOnOthers: true,
  patienceFor: () => 0,
  capture: (subject, signal) => capture(subject, signal, { note: noteBusy }),
  locate: (answered) => Promise.resolve(locatePeople(answered)),
};

/**
 * Each by the smallest element that holds title and table, or title and the hint to load it. The
 * title over the page counts before jTable's own: the controls stand between the two.
 * @param {Document} page
 * @returns {Subject[]}
 */
export function findLists(page) {
  const found = listsUnder(TITLES, page);
  return found.length ? found : listsUnder(LIST_TITLES, page);
}

/**
 * @param {string} titles
 * @param {Document} page
 */
function listsUnder(titles, page) {
  const named = $$(titles, HTMLElement, page).filter((title) => isTitleOfList(title));
  const found = named.map((title) => around(title)).filter((list) => list !== null);
  const roots = new Map(found.map((list) => [list.root, list]));
  return [...roots.values()].filter(({ root }) => ![...roots.keys()].some((other) => other !== root && root.contains(other)));
}

/** @param {HTMLElement} title */
function isTitleOfList(title) {
  return isListTitle(title.textContent) && !title.closest(NAVIGATION);
}

/**
 * @param {HTMLElement} title
 * @returns {Subject | null}
 */
function around(title) {
  for (let root = title.parentElement; root; root = root.parentElement) {
    if ($$(`${CARD_FORM}, ${CARD_PARTS}`, HTMLElement, root).length) return null;
    const table = tableOf(root);
    if (table || isUnloaded(root)) return { kind: "list", root, title: title.textContent.trim(), table };
  }
  return null;
}

/**
 * The table that СГО draws its lists in, else one whose rows open cards.
 * @param {HTMLElement} root
 */
function tableOf(root) {
  const tables = $$("table", HTMLTableElement, root);
  return tables.find((table) => table.matches(LIST_TABLES)) ?? tables.find((table) => opensCards(table)) ?? null;
}

/** @param {HTMLTableElement} table */
function opensCards(table) {
  return $$("a", HTMLAnchorElement, table).some((link) => recordsIn(link.getAttribute("onclick") ?? ""));
}

/** @param {HTMLElement} root */
function isUnloaded(root) {
  const content = root.textContent;
  return content.length <= LONGEST_UNLOADED && saysNotLoaded(content);
}

/** @param {HTMLElement} copy */
function noteBusy(copy) {
  if (isBusy(document)) copy.setAttribute("aria-busy", "true");
}

/** @type {WeakMap<Element, string>} */
const choices = new WeakMap();

/**
 * What stood in the controls when these rows came: a choice that is made afterwards says nothing of
 * them until they are loaded anew.
 * @param {HTMLElement} root
 */
function choicesAtLoading(root) {
  const table = tableOf(root);
  const row = table ? rowsOf(table).at(-1) : null;
  if (!row?.querySelector("td")) return String(isBusy(document));
  const chosen = choices.get(row) ?? typedIn([...root.querySelectorAll(VALUES)].filter((place) => !table?.contains(place)));
  choices.set(row, chosen);
  return chosen;
}

/**
 * @param {import("./kinds.js").Answered} answered
 * @returns {import("./kinds.js").Located}
 */
function locatePeople({ subject, analysis, tables }) {
  const table = tablesIn(subject.root)[tables[analysis.page.table ?? -1] ?? -1] ?? null;
  const rows = table ? rowsOf(table) : [];
  const people = (analysis.listing?.people ?? []).flatMap((person) => {
    const cell = rows[person.tr]?.cells[person.col];
    const findings = analysis.findings.filter(({ row }) => row === person.row);
    return cell && findings.length ? [{ cell, person, findings }] : [];
  });
  return { table, rows, people };
}

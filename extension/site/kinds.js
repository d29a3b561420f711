/**
 * @file The kinds of places that the helper is asked about. Each is told by a module of its own.
 *
 * @typedef {"report" | "card" | "list" | "movement" | "clones" | "order"} KindName
 *
 * @typedef {object} Subject one such place on the page
 * @property {KindName} kind
 * @property {HTMLElement} root
 * @property {string} title
 * @property {HTMLTableElement | null} table in which badges will want room
 *
 * @typedef {object} Answered
 * @property {Subject} subject
 * @property {import("../lib/analysis.js").Analysis} analysis
 * @property {number[]} tables for each table sent, its index among the tables of the live root
 *
 * @typedef {object} Located what of the live page an answer speaks of
 * @property {HTMLTableElement | null} [table] that has badges, and room for them
 * @property {HTMLTableRowElement[]} [rows] of that table
 * @property {import("./places.js").Mark[]} [marks]
 * @property {import("./fields.js").Fields} [fields]
 * @property {import("./list.js").Remarked[]} [people]
 *
 * @typedef {object} Kind
 * @property {(page: Document) => Subject[]} find
 * @property {(root: HTMLElement) => boolean} holdsPerson whether there is what no login page shows
 * @property {(root: HTMLElement) => string} valuesOf what is typed and chosen there: where it
 *   becomes another, the findings are taken anew
 * @property {boolean} changesSilently whether scripts write those values without any event
 * @property {boolean} comesInParts whether a layout that is not known yet may be known later
 * @property {(root: HTMLElement) => number} patienceFor how long it must have stood unchanged, in ms
 * @property {(subject: Subject, signal: AbortSignal) => Promise<import("./scrape.js").Capture>} capture
 * @property {boolean} [restsOnOthers] whether its advice may be another once other pages were read
 * @property {(answered: Answered, signal: AbortSignal) => Promise<Located>} locate
 */
import { cardKind } from "./card.js";
import { clonesKind } from "./clones.js";
import { listKind } from "./list.js";
import { movementKind } from "./movement.js";
import { orderKind } from "./order.js";
import { reportKind } from "./report.js";

/** @type {Record<KindName, Kind>} */
export const kinds = {
  report: reportKind,
  card: cardKind,
  list: listKind,
  movement: movementKind,
  clones: clonesKind,
  order: orderKind,
};

/**
 * @param {Document} page
 * @returns {Subject[]}
 */
export function findSubjects(page) {
  return Object.values(kinds).flatMap(({ find }) => find(page));
}

/** @param {HTMLElement} root */
export function holdsPerson(root) {
  return Object.values(kinds).some((kind) => kind.holdsPerson(root));
}

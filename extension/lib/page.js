/**
 * @file What a feature is given: a report, a card or the like in one of its states, with the
 * helper's answer if any; or an open dialog «Сменить пароль», of which the helper is told nothing.
 *
 * @typedef {"reading" | "done" | "offline" | "session-expired" | "unknown-layout" | "error"} State
 *
 * @typedef {object} Page
 * @property {import("../site/kinds.js").KindName | "password-dialog"} kind
 * @property {HTMLElement} root
 * @property {State} state
 * @property {import("./messages.js").Problem | null} problem what stands in the way, in words
 * @property {import("./analysis.js").Analysis | null} analysis
 * @property {HTMLTableRowElement[]} rows of the annotated table
 * @property {import("../site/places.js").Mark[]} marks
 * @property {import("../site/fields.js").Fields} fields of the card
 * @property {import("../site/list.js").Remarked[]} people of the list, of whom something is to be said
 * @property {import("./cursor.js").Cursor} cursor
 * @property {import("./overlay.js").Overlay} overlay
 * @property {EventTarget} news tells of "decided": the state of a group is another now
 * @property {(() => void) | null} retry `null` where only the operator can do something
 *
 * @typedef {Page & {analysis: import("./analysis.js").Analysis}} AnalysedPage
 *
 * @typedef {Pick<Page, "kind" | "root" | "state" | "overlay"> & Partial<Page>} Given
 *
 * @typedef {object} Feature
 * @property {string} id named in docs/features.md
 * @property {(page: Page) => boolean} include
 * @property {(page: Page, signal: AbortSignal) => void | Promise<void>} init
 */
import { createCursor } from "./cursor.js";

/**
 * @param {Page} page
 * @returns {page is AnalysedPage}
 */
export function isAnalysed(page) {
  return page.state === "done" && page.analysis !== null;
}

/**
 * A page of which nothing is known but what is given.
 * @param {Given} given
 * @param {AbortSignal} signal
 * @returns {Page}
 */
export function pageWith(given, signal) {
  const { marks = [], people = [] } = given;
  return {
    ...{ problem: null, analysis: null, rows: [], fields: new Map(), retry: null },
    marks,
    people,
    cursor: createCursor([...new Set([...marks, ...people].map(({ cell }) => cell))], signal),
    news: new EventTarget(),
    ...given,
  };
}

/**
 * @file What a feature is given: a report in one of its states, with the helper's answer if any.
 *
 * @typedef {"reading" | "done" | "offline" | "session-expired" | "unknown-layout" | "error"} State
 *
 * @typedef {object} Page
 * @property {HTMLElement} root
 * @property {State} state
 * @property {import("./messages.js").Problem | null} problem what stands in the way, in words
 * @property {import("./analysis.js").Analysis | null} analysis
 * @property {HTMLTableRowElement[]} rows of the annotated table
 * @property {import("../site/places.js").Mark[]} marks
 * @property {import("./cursor.js").Cursor} cursor
 * @property {import("./overlay.js").Overlay} overlay
 * @property {EventTarget} news tells of "decided": the state of a group is another now
 * @property {(() => void) | null} retry `null` where only the operator can do something
 *
 * @typedef {Page & {analysis: import("./analysis.js").Analysis}} AnalysedPage
 *
 * @typedef {object} Feature
 * @property {string} id named in docs/features.md
 * @property {(page: Page) => boolean} include
 * @property {(page: Page, signal: AbortSignal) => void | Promise<void>} init
 */

/**
 * @param {Page} page
 * @returns {page is AnalysedPage}
 */
export function isAnalysed(page) {
  return page.state === "done" && page.analysis !== null;
}

/** @file Style sheets of the extension, added to a page or a shadow root without touching its nodes. */
import { text } from "./texts.js";

/**
 * `extension:` and `{language}` in an address stand for the extension's own folder and for the
 * language of its words: a constructed sheet has no address of its own to be relative to.
 * @param {string} path
 * @returns {{sheet: CSSStyleSheet, filled: Promise<unknown>}} the sheet, still empty, can be adopted
 */
export function loadSheet(path) {
  const sheet = new CSSStyleSheet();
  return { sheet, filled: fill(sheet, path) };
}

/**
 * @param {CSSStyleSheet} sheet
 * @param {string} path
 */
async function fill(sheet, path) {
  const answer = await fetch(chrome.runtime.getURL(path));
  const css = (await answer.text())
    .replaceAll("extension:", chrome.runtime.getURL(""))
    .replaceAll("{language}", text("language"));
  await sheet.replace(css);
}

/**
 * @param {CSSStyleSheet} sheet
 * @param {DocumentOrShadowRoot} place
 */
export function adopt(sheet, place) {
  if (!place.adoptedStyleSheets.includes(sheet)) {
    place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
  }
}

/**
 * @param {CSSStyleSheet} sheet
 * @param {DocumentOrShadowRoot} place
 */
export function drop(sheet, place) {
  place.adoptedStyleSheets = place.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
}

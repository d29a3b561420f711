/** @file Opens the work list beside the page; where the browser cannot, the helper's own pages. */
import { openPages } from "./helper.js";

/**
 * Must be called in the operator's own press: the browser opens the panel only then.
 * @param {number | undefined} tabId
 * @param {AbortSignal} signal
 */
export async function openPanel(tabId, signal) {
  try {
    await chrome.sidePanel.open({ tabId: Number(tabId) });
  } catch {
    // Firefox has another sidebar, which no page can open.
    await openPages(signal);
  }
}

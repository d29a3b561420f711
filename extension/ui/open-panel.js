/** @file Opens the work list beside the page, as the browser at hand does that. */

/** Must be called in the operator's own press. */
export async function openPanel() {
  // Firefox has a sidebar of its own kind.
  if ("sidebarAction" in chrome) {
    await /** @type {any} */ (chrome).sidebarAction.open();
  } else {
    const { id } = await chrome.windows.getCurrent();
    await chrome.sidePanel.open({ windowId: Number(id) });
  }
  self.close();
}

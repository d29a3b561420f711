/** @file Copies text also where СГО is served over plain http, without the Clipboard interface. */

/**
 * Must be called in the operator's own press.
 * @param {string} content
 */
export async function copyText(content) {
  if (self.isSecureContext) {
    await navigator.clipboard.writeText(content);
  } else if (!copyByCommand(content)) {
    throw new Error("The browser refused to copy");
  }
}

/** @param {string} content */
function copyByCommand(content) {
  let copied = false;
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    event.clipboardData?.setData("text/plain", content);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  self.addEventListener("copy", fill, { capture: true, once: true });
  document.execCommand("copy");
  self.removeEventListener("copy", fill, { capture: true });
  return copied;
}

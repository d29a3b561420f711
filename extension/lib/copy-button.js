/** @file A button that copies a text and says whether it did. */
import { button } from "./element.js";
import { text } from "./texts.js";

/**
 * The label itself becomes the outcome.
 * @param {string} label
 * @param {() => string} content
 * @param {import("./overlay.js").Overlay} overlay
 * @param {string} about what is copied, for those who cannot see it
 */
export function copyButton(label, content, overlay, about = "") {
  const spoken = about ? `${label}: ${about}` : label;
  const made = button(label, () => void copy(), { "aria-label": spoken });
  const tell = (/** @type {string} */ outcome) => {
    made.textContent = outcome;
    made.setAttribute("aria-label", outcome);
    overlay.announce(outcome);
  };
  const copy = async () => {
    try {
      await copyText(content());
      tell(text("copied"));
    } catch {
      tell(text("copy_failed"));
    }
  };
  return made;
}

/**
 * Copies also where СГО is served over plain http, without the Clipboard interface. Must be called in
 * the operator's own press.
 * @param {string} content
 */
async function copyText(content) {
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

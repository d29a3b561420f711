/** @file A button that copies a text and says whether it did. */
import { copyText } from "./clipboard.js";
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

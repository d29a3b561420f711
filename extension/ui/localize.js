/** @file Fills the words of the extension's own pages: `data-text` names the message. */
import { $$ } from "../lib/select.js";
import { text } from "../lib/texts.js";

export function localize() {
  document.documentElement.lang = chrome.i18n.getUILanguage();
  for (const place of $$("[data-text]", HTMLElement)) {
    place.textContent = text(place.dataset.text ?? "");
  }
}

/** @file Says whether the helper answers, and if not, what to do; opens its pages. */
import { element } from "../lib/element.js";
import { ask, ProblemError } from "../lib/messages.js";
import { text } from "../lib/texts.js";

/**
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 */
export async function showConnection(place, signal) {
  tell(place, "busy", text("connection_checking"));
  await tellOutcome(place, async () => {
    const { version } = await ask("check-connection", {}, signal);
    return text("connection_fine", version);
  });
}

/**
 * @param {HTMLElement} place where a failure is told
 * @param {AbortSignal} signal
 */
export async function openPages(place, signal) {
  tell(place, "busy", text("connection_checking"));
  await tellOutcome(place, async () => {
    await ask("open-pages", {}, signal);
    return text("pages_opened");
  });
}

/**
 * Shows what `action` says, or in words why it failed.
 * @param {HTMLElement} place
 * @param {() => Promise<string>} action
 */
export async function tellOutcome(place, action) {
  try {
    tell(place, "fine", await action());
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    tell(place, "bad", error.message, error.hint);
  }
}

/**
 * @param {HTMLElement} place
 * @param {"busy" | "fine" | "bad"} kind
 * @param {string} message
 * @param {string} hint
 */
export function tell(place, kind, message, hint = "") {
  place.dataset.kind = kind;
  place.replaceChildren(element("strong", {}, message), ...(hint ? [` ${hint}`] : []));
}

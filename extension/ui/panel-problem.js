/** @file Says in the panel why something failed, and what to press. */
import { button, element } from "../lib/element.js";
import { ask, ProblemError } from "../lib/messages.js";
import { text } from "../lib/texts.js";

const NOT_PAIRED = "not-paired";

/**
 * Whoever asks again has perhaps mended what was wrong, so the connection is looked for anew.
 * @param {HTMLElement} place
 * @param {() => Promise<void>} action
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} `false` where a problem is told
 */
export async function attempt(place, action, signal) {
  const retry = () =>
    attempt(
      place,
      async () => {
        await ask("check-connection", {}, signal);
        await action();
      },
      signal,
    );
  try {
    await action();
    place.replaceChildren();
    return true;
  } catch (error) {
    if (signal.aborted) return true;
    if (!(error instanceof ProblemError)) throw error;
    place.replaceChildren(...problem(error, () => void retry()));
    return false;
  }
}

/**
 * @param {ProblemError} error
 * @param {() => void} retry
 */
function problem({ code, message, hint }, retry) {
  const settings = button(text("options_open"), () => void chrome.runtime.openOptionsPage());
  return [
    element("p", {}, element("strong", {}, message), ` ${hint}`),
    button(text("panel_retry"), retry),
    ...(code === NOT_PAIRED ? [" ", settings] : []),
  ];
}

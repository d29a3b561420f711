/** @file What every page of the helper shares: finding elements, actions, telling what went wrong. */

const LONGEST_WAIT_MS = 10_000;
const REFUSED = 403;

/**
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} type
 * @param {ParentNode} base
 * @returns {E}
 */
export function $(selector, type, base = document) {
  const found = base.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`No ${type.name} for ${selector}`);
  return found;
}

/**
 * Calls `run` at each press of `button`, which only a script can serve and is hidden until then.
 * @param {HTMLButtonElement} button
 * @param {AbortSignal} signal
 * @param {() => Promise<void>} run
 */
export function onPress(button, signal, run) {
  button.addEventListener("click", () => void attempt(button, run), { signal });
  button.hidden = false;
}

/**
 * @param {string | undefined} path
 * @param {AbortSignal} signal
 */
export async function post(path, signal) {
  const request = {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Sverka": "1",
      "X-Sverka-Csrf": $('meta[name="csrf"]', HTMLMetaElement).content,
    },
    body: "{}",
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]),
  };
  const answer = await reach(path ?? "", request);
  if (answer.ok) return await answer.json();
  if (answer.status === REFUSED) throw new Error(problem().dataset.over);
  const { error } = await answer.json();
  throw new Error(`${error.message} ${error.hint}`);
}

/**
 * @param {string} path
 * @param {RequestInit} request
 */
async function reach(path, request) {
  try {
    return await fetch(path, request);
  } catch {
    throw new Error(problem().dataset.offline);
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} run
 */
async function attempt(button, run) {
  if (button.ariaBusy) return;
  problem().hidden = true;
  // A disabled button would lose the focus, to which a closing dialog returns.
  button.ariaBusy = "true";
  try {
    await run();
  } catch (error) {
    problem().textContent = error instanceof Error ? error.message : String(error);
    problem().hidden = false;
  } finally {
    button.ariaBusy = null;
  }
}

function problem() {
  return $("#problem", HTMLElement);
}

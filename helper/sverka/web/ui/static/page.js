/** @file What every page of the helper shares: finding elements, actions, telling what went wrong. */

const LONGEST_WAIT_MS = 10_000;
const REFUSED = 403;
/** Under this name the words wait for the page to be loaded anew. */
const TOLD = "told";

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
 * Calls `run` when `form` is sent, instead of sending it: the helper takes nothing but JSON.
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 * @param {(form: HTMLFormElement) => Promise<void>} run
 */
export function onSubmit(form, signal, run) {
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    void attempt($("button", HTMLButtonElement, form), () => run(form));
  };
  form.addEventListener("submit", send, { signal });
}

/** Shows what only scripts can serve. */
export function reveal() {
  for (const element of document.querySelectorAll(".scripted")) {
    if (element instanceof HTMLElement) element.hidden = false;
  }
  told().textContent = sessionStorage.getItem(TOLD);
  sessionStorage.removeItem(TOLD);
}

/**
 * Loads the page anew, as it is now, and says there what was done.
 * @param {string | undefined} words
 */
export function tell(words) {
  sessionStorage.setItem(TOLD, words ?? "");
  location.reload();
}

/**
 * @param {string} path
 * @param {object} decision of the shape of `ledger.decisions.Decision`
 * @param {AbortSignal} signal
 */
export function decide(path, decision, signal) {
  return post(path, signal, { schema: 1, ...decision });
}

/** What the helper itself says stands in the way. */
export class ToldError extends Error {
  /** @param {{code: string, message: string, hint: string}} error */
  constructor({ code, message, hint }) {
    super(`${message} ${hint}`);
    this.code = code;
  }
}

/**
 * @param {string | undefined} path
 * @param {AbortSignal} signal
 * @param {object} body
 */
export async function post(path, signal, body = {}) {
  const request = {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Sverka": "1",
      "X-Sverka-Csrf": $('meta[name="csrf"]', HTMLMetaElement).content,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]),
  };
  const answer = await reach(path ?? "", request);
  if (answer.ok) return await answer.json();
  if (answer.status === REFUSED) throw new Error(problem().dataset.over);
  throw new ToldError((await answer.json()).error);
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
    problem().scrollIntoView({ block: "nearest" });
  } finally {
    button.ariaBusy = null;
  }
}

function told() {
  return $("#told", HTMLElement);
}

function problem() {
  return $("#problem", HTMLElement);
}

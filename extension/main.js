/** @file Watches a page of СГО for reports, cards and «Сменить пароль», on a host that is switched on. */
import { hostOf } from "./lib/host.js";
import { isOrphaned } from "./lib/messages.js";
import { observe } from "./lib/observe.js";
import { Surface } from "./lib/surface.js";
import { Watcher } from "./watcher.js";

/** Scripts of СГО write into the fields of a card without any event or change of the page. */
const LOOK_AGAIN_MS = 1_000;

let running = new AbortController();
running.abort();

/** Begins to watch; while it watches, a second call changes nothing. */
export function start() {
  if (!running.signal.aborted) return;
  running = new AbortController();
  heed({ "switched-off": () => running.abort() }, running.signal);
  stopWhenOrphaned(running);
  watch(running);
}

/**
 * Does what the worker's news of this host ask for.
 * @param {Record<string, (account: string) => void>} actions by event
 * @param {AbortSignal} signal
 */
function heed(actions, signal) {
  const listen = (/** @type {{event?: string, host?: string, account?: string}} */ { event = "", host, account = "" }) => {
    if (host === hostOf(self.origin)) actions[event]?.(account);
  };
  chrome.runtime.onMessage.addListener(listen);
  signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(listen));
}

/**
 * Before a press could reach a button that does nothing any more.
 * @param {AbortController} controller
 */
function stopWhenOrphaned(controller) {
  const check = () => isOrphaned() && controller.abort();
  for (const type of ["pointerdown", "keydown"]) {
    self.addEventListener(type, check, { capture: true, signal: controller.signal });
  }
}

/** @param {AbortController} controller */
function watch(controller) {
  const { signal } = controller;
  const watcher = new Watcher(new Surface(signal), signal);
  const look = (changedAt = performance.now()) => {
    if (isOrphaned()) return controller.abort();
    watcher.look(changedAt);
  };
  heed({ learned: (account) => watcher.learn(account) }, signal);
  observe(document, look, signal);
  for (const type of ["input", "change"]) document.addEventListener(type, () => look(), { capture: true, signal });
  const timer = setInterval(() => watcher.mayChangeSilently && look(), LOOK_AGAIN_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
  look();
}

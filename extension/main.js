/** @file Watches a page of СГО for reports, cards and «Сменить пароль», on a host that is switched on. */
import { hostOf } from "./lib/host.js";
import { isOrphaned } from "./lib/messages.js";
import { observe } from "./lib/observe.js";
import { createOverlay } from "./lib/overlay.js";
import { adopt, drop, loadSheet } from "./lib/style.js";
import { Watcher } from "./watcher.js";

/** Scripts of СГО write into the fields of a card without any event or change of the page. */
const LOOK_AGAIN_MS = 1_000;

let running = new AbortController();
running.abort();

/** Begins to watch; while it watches, a second call changes nothing. */
export function start() {
  if (!running.signal.aborted) return;
  running = new AbortController();
  stopWhenSwitchedOff(running);
  stopWhenOrphaned(running);
  void watch(running);
}

/** @param {AbortController} controller */
function stopWhenSwitchedOff(controller) {
  const listen = (/** @type {{event?: string, host?: string}} */ { event, host }) => {
    if (event === "switched-off" && host === hostOf(self.origin)) controller.abort();
  };
  chrome.runtime.onMessage.addListener(listen);
  controller.signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(listen));
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
async function watch(controller) {
  const { signal } = controller;
  const [badges, ...shown] = await Promise.all([
    loadSheet("styles/badges.css"),
    loadSheet("styles/card.css"),
    loadSheet("styles/overlay.css"),
  ]);
  const overlay = createOverlay(shown, signal);
  const watcher = new Watcher(overlay, signal);
  const look = () => {
    if (isOrphaned()) return controller.abort();
    // A window that a script writes into starts anew and forgets what was added to it.
    adopt(badges, document);
    watcher.look();
  };
  signal.addEventListener("abort", () => drop(badges, document));
  observe(document, look, signal);
  for (const type of ["input", "change"]) document.addEventListener(type, look, { capture: true, signal });
  const timer = setInterval(() => watcher.mayChangeSilently && look(), LOOK_AGAIN_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
  look();
}

/** @file The hosts where the operator switched the extension on, and the scripts registered there. */
import { hostOf, patternOf } from "../lib/host.js";
import { load, save } from "./storage.js";

const SCRIPTS = ["content.js"];

/** Changes of the list follow one another: two at once would lose one. */
let queue = Promise.resolve();

/** @param {string} origin */
export async function isOn(origin) {
  const { hosts } = await load();
  return URL.canParse(origin) && hosts.includes(hostOf(origin));
}

/**
 * Called when the permission is there: watches the host from now on, in open tabs too.
 * @param {string} host
 */
export async function switchOn(host) {
  if (!(await chrome.permissions.contains({ origins: [patternOf(host)] }))) return;
  await change((hosts) => [...new Set([...hosts, host])].sort());
  await injectInto(host);
}

/** @param {string} host */
export async function switchOff(host) {
  await change((hosts) => hosts.filter((other) => other !== host));
  await tellTabs({ event: "switched-off", host });
  try {
    await chrome.permissions.remove({ origins: [patternOf(host)] });
  } catch {
    // A permission named in the manifest stays; the list alone decides then.
  }
}

/** Registers the content script anew: after an update the browser has forgotten it. */
export async function register() {
  await change((hosts) => hosts);
}

/** @param {(hosts: string[]) => string[]} edit */
function change(edit) {
  const done = queue.then(async () => {
    const hosts = edit((await load()).hosts);
    await save({ hosts });
    await registerFor(hosts);
  });
  queue = done.catch(() => undefined);
  return done;
}

/** @param {string[]} hosts */
async function registerFor(hosts) {
  await chrome.scripting.unregisterContentScripts();
  if (!hosts.length) return;
  await chrome.scripting.registerContentScripts([
    {
      id: "report",
      js: SCRIPTS,
      matches: hosts.map((host) => patternOf(host)),
      allFrames: true,
      // Windows that СГО's scripts open and write into have no address of their own.
      matchOriginAsFallback: true,
      // «document_idle» could come 200 ms after all is there.
      runAt: "document_end",
    },
  ]);
}

/** @param {string} host */
async function injectInto(host) {
  const tabs = await chrome.tabs.query({ url: patternOf(host) });
  const injections = tabs.flatMap(({ id }) =>
    id === undefined ? [] : [chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: SCRIPTS })],
  );
  // A tab that shows an error page of the browser refuses; the others must not suffer.
  await Promise.allSettled(injections);
}

/**
 * Every tab hears of it: one that a script opened and wrote into has no address to be found by.
 * @param {{event: "switched-off", host: string} | {event: "learned", host: string, account: string}} news
 */
export async function tellTabs(news) {
  const tabs = await chrome.tabs.query({});
  const told = tabs.flatMap(({ id }) => (id === undefined ? [] : [chrome.tabs.sendMessage(id, news)]));
  // Tabs without our script answer with an error.
  await Promise.allSettled(told);
}

/** @file The service worker: it listens, and the command table decides. */
import { hostOf } from "../lib/host.js";
import { dispatch } from "./commands.js";
import { register, switchOff, switchOn } from "./hosts.js";
import { holdLifeline, whileWanted } from "./lifelines.js";
import { load, closeToPages } from "./storage.js";

void closeToPages();

chrome.runtime.onConnect.addListener(holdLifeline);
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  void whileWanted(message?.request, (signal) => dispatch(message, sender, signal)).then(answer);
  return true;
});

chrome.runtime.onInstalled.addListener(() => void register());
chrome.runtime.onStartup.addListener(() => void register());

// The browser's prompt can close the popup that asked, so the permission itself switches on …
chrome.permissions.onAdded.addListener(({ origins = [] }) => {
  for (const pattern of origins.filter(isOneHost)) void switchOn(hostOf(pattern));
});

// … and its removal in the browser's own settings switches off.
chrome.permissions.onRemoved.addListener(async () => {
  const { hosts } = await load();
  for (const host of hosts) {
    if (!(await chrome.permissions.contains({ origins: [`${host}/*`] }))) await switchOff(host);
  }
});

/** @param {string} pattern */
function isOneHost(pattern) {
  return URL.canParse(pattern) && !pattern.includes("://*");
}

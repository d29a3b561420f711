/** @file The popup: switches the extension on for the site of the open tab. */
import { hostTyped } from "../lib/host.js";
import { ask } from "../lib/messages.js";
import { $ } from "../lib/select.js";
import { text } from "../lib/texts.js";
import { openPages, showConnection, tell } from "./connection.js";
import { hostItems } from "./hosts-list.js";
import { localize } from "./localize.js";
import { openPanel } from "./open-panel.js";
import { switchOn } from "./switch-on.js";

const { signal } = new AbortController();
const site = $("#site", HTMLElement);
const switcher = $("#switch", HTMLButtonElement);
const outcome = $("#outcome", HTMLElement);
const hostsList = $("#hosts", HTMLElement);
const connection = $("#connection", HTMLElement);

/** @type {string | null} */
let host = null;
let isOn = false;

/** The site of the open tab; `null` for pages of the browser itself. */
async function hostOfTab() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.url ? hostTyped(tab.url) : null;
}

async function refresh() {
  const { hosts } = await ask("settings", {}, signal);
  isOn = host !== null && hosts.includes(host);
  hostsList.replaceChildren(...hostItems(hosts, () => void refresh(), signal));
  site.textContent = host ? text(isOn ? "site_on" : "site_off", host) : text("site_none");
  switcher.hidden = host === null;
  switcher.textContent = text(isOn ? "host_switch_off" : "host_switch_on");
}

async function toggle() {
  if (host === null) return;
  if (isOn) {
    await ask("switch-off", { host }, signal);
  } else if (!(await switchOn(host, signal))) {
    tell(outcome, "bad", text("host_not_permitted"));
  }
  await refresh();
}

localize();
switcher.addEventListener("click", () => void toggle());
$("#check", HTMLButtonElement).addEventListener("click", () => void showConnection(connection, signal));
$("#work", HTMLButtonElement).addEventListener("click", () => void openPanel());
$("#open", HTMLButtonElement).addEventListener("click", () => void openPages(connection, signal));
$("#options", HTMLButtonElement).addEventListener("click", () => void chrome.runtime.openOptionsPage());
host = await hostOfTab();
await refresh();
await showConnection(connection, signal);

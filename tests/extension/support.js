/** @file A page for the modules under test, and the messages of `_locales` behind `chrome.i18n`. */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const ROOT = new URL("../../", import.meta.url);
const EXTENSION_ID = "a".repeat(32);

/** Names of the window that the modules use as globals. */
const GLOBALS = [
  "document",
  "location",
  "HTMLElement",
  "HTMLFormElement",
  "HTMLButtonElement",
  "HTMLInputElement",
  "HTMLTextAreaElement",
  "HTMLOptionElement",
  "HTMLSelectElement",
  "HTMLAnchorElement",
  "HTMLTableElement",
  "HTMLTableCellElement",
  "Event",
  "FormData",
  "NodeFilter",
  "XPathResult",
  "MutationObserver",
];

/**
 * @param {string} path from the root of the repository
 * @returns {string}
 */
export function readText(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** @param {"ru" | "en"} language */
export function messagesOf(language) {
  /** @type {Record<string, {message: string}>} */
  const messages = JSON.parse(readText(`extension/_locales/${language}/messages.json`));
  return messages;
}

/**
 * Makes `html` the page that the modules see.
 * @param {string} html
 * @param {string} url
 * @returns {HTMLElement} its body
 */
export function openPage(html, url = "https://sgo.example.test/asp/Report.asp?AT=1#x") {
  const { window } = new JSDOM(`<!doctype html><body>${html}</body>`, { url });
  for (const name of GLOBALS) define(name, Reflect.get(window, name));
  define("self", window);
  return window.document.body;
}

/** @param {object} parts further parts of `chrome` that a test needs */
export function installChrome(parts = {}) {
  const messages = messagesOf("ru");
  define("chrome", {
    i18n: {
      getMessage: (/** @type {string} */ key, /** @type {string[]} */ values = []) =>
        (messages[key]?.message ?? "").replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? ""),
    },
    runtime: { id: EXTENSION_ID, getURL: (/** @type {string} */ path) => `${OWN_ORIGIN}/${path}` },
    ...parts,
  });
}

/**
 * The parts of `chrome` that the worker uses; without `askHost` no native messaging host is installed.
 * @param {(host: string, message: object) => Promise<unknown>} askHost
 * @param {object} parts
 */
export function installWorkerChrome(askHost = notInstalled, parts = {}) {
  installChrome({
    storage: { local: memoryStorage(), session: memoryStorage() },
    permissions: { contains: () => Promise.resolve(true) },
    ...parts,
  });
  Object.assign(chrome.runtime, { sendNativeMessage: askHost });
}

function notInstalled() {
  return Promise.reject(new Error("Specified native messaging host not found."));
}

export const OWN_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/**
 * @param {string} name
 * @param {unknown} value
 */
export function define(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** A storage area that keeps what is set, as `chrome.storage.local` does. */
export function memoryStorage() {
  /** @type {Record<string, unknown>} */
  const kept = {};
  return {
    get: (/** @type {object} */ defaults) => Promise.resolve({ ...defaults, ...structuredClone(kept) }),
    set: (/** @type {object} */ changes) => {
      Object.assign(kept, structuredClone(changes));
      return Promise.resolve();
    },
    remove: (/** @type {string} */ key) => {
      delete kept[key];
      return Promise.resolve();
    },
  };
}

/** The ports that `connect` has opened, each told of its end as `chrome.runtime` tells. */
export function lifelines() {
  /** @type {{name: string, isOpen: boolean, disconnect: () => void, onDisconnect: object}[]} */
  const ports = [];
  const connect = (/** @type {{name: string}} */ { name }) => {
    /** @type {(() => void)[]} */
    const told = [];
    const port = {
      name,
      isOpen: true,
      disconnect: () => {
        if (port.isOpen) told.forEach((tell) => tell());
        port.isOpen = false;
      },
      onDisconnect: { addListener: (/** @type {() => void} */ tell) => told.push(tell) },
    };
    ports.push(port);
    return port;
  };
  return { ports, connect };
}

/** The signal of something that is never given up. */
export const { signal: forever } = new AbortController();

/** @file The command table: who may ask the worker for what, and in which form. */
import { hostOf, isHost } from "../lib/host.js";
import { isBoolean, isCode, isEmpty, isObject, isPort, isText } from "./checks.js";
import { namedPorts } from "./connection.js";
import { analyse, askLedger, checkConnection, forgetPairing, openPages, pair } from "./helper.js";
import { isOn, switchOff, switchOn, tellTabs } from "./hosts.js";
import { isDecision, isWorkFilter } from "./ledger-checks.js";
import { openPanel } from "./panel.js";
import { internalProblem, Problem, refusedCommand } from "./problem.js";
import { forgetFailure, load, save } from "./storage.js";

/**
 * @typedef {"page" | "extension"} Place a page of a host that is on, or the extension's own
 *
 * @typedef {object} Command
 * @property {Place | "either" | "press"} from
 * @property {(payload: any) => boolean} check
 * @property {(payload: any, signal: AbortSignal, sender: chrome.runtime.MessageSender) => Promise<unknown>} run
 */

const LONGEST_LABEL = 100;

/** @type {Record<string, Command>} */
export const commands = {
  analyse: {
    from: "page",
    check: ({ page, pressed, ...rest }) => isPageRequest(page) && isBoolean(pressed) && isEmpty(rest),
    run: async ({ page, pressed }, signal, { origin = "" }) => {
      if (pressed) await forgetFailure();
      const analysis = await analyse(page, signal);
      const account = analysis.movement?.account_key ?? analysis.page.account_key;
      if (account) void tellTabs({ event: "learned", host: hostOf(origin), account });
      return analysis;
    },
  },
  decide: {
    from: "either",
    check: isDecision,
    run: (decision, signal) => askLedger("decisions", decision, signal),
  },
  group: {
    from: "either",
    check: ({ group, ...rest }) => isText(group) && isEmpty(rest),
    run: (payload, signal) => askLedger("group", payload, signal),
  },
  worklist: {
    from: "extension",
    check: isWorkFilter,
    run: (filter, signal) => askLedger("worklist", filter, signal),
  },
  runs: { from: "extension", check: isEmpty, run: (_, signal) => askLedger("runs", {}, signal) },
  "open-panel": {
    from: "press",
    check: isEmpty,
    run: (_, signal, { tab }) => openPanel(tab?.id, signal),
  },
  settings: {
    from: "extension",
    check: isEmpty,
    run: async () => {
      const { hosts, port, pairing } = await load();
      return { hosts, port, codePorts: await namedPorts(), paired: pairing !== null };
    },
  },
  "check-connection": {
    from: "extension",
    check: isEmpty,
    run: async (_, signal) => {
      await forgetFailure();
      return await checkConnection(signal);
    },
  },
  pair: {
    from: "extension",
    check: ({ code, label, ...rest }) => isCode(code) && isLabel(label) && isEmpty(rest),
    run: async ({ code, label }, signal) => {
      await forgetFailure();
      return await pair(code, label, signal);
    },
  },
  "forget-pairing": { from: "extension", check: isEmpty, run: forgetPairing },
  "open-pages": { from: "extension", check: isEmpty, run: (_, signal) => openPages(signal) },
  "save-port": {
    from: "extension",
    check: ({ port, ...rest }) => isPort(port) && isEmpty(rest),
    // The operator's word is newer than what the native messaging host once said.
    run: ({ port }) => save({ port, hostPort: null }),
  },
  "switch-on": {
    from: "extension",
    check: ({ host, ...rest }) => isText(host) && isHost(host) && isEmpty(rest),
    run: ({ host }) => switchOn(host),
  },
  "switch-off": {
    from: "extension",
    check: ({ host, ...rest }) => isText(host) && isHost(host) && isEmpty(rest),
    run: ({ host }) => switchOff(host),
  },
};

/**
 * @param {any} message
 * @param {chrome.runtime.MessageSender} sender
 * @param {AbortSignal} signal
 * @returns {Promise<{result: unknown} | {problem: {code: string, message: string, hint: string}}>}
 */
export async function dispatch(message, sender, signal) {
  try {
    const command = named(message);
    if (!isOfUs(sender)) throw refusedCommand();
    // A press lets a panel be opened until something is awaited; whatever script of ours it was may.
    if (command.from !== "press" && !(await mayAsk(command, sender))) throw refusedCommand();
    return { result: await command.run(message.payload, signal, sender) };
  } catch (error) {
    const problem = error instanceof Problem ? error : internalProblem();
    if (problem !== error && !signal.aborted) console.error(error);
    return { problem: problem.asMessage() };
  }
}

/**
 * The command of a message that has the form which was agreed on.
 * @param {any} message
 */
function named(message) {
  const name = message?.command;
  if (!isText(name) || !Object.hasOwn(commands, name)) throw refusedCommand();
  const command = commands[name];
  const payload = message.payload;
  if (!command || !isObject(payload) || !command.check(payload)) throw refusedCommand();
  return command;
}

/** @param {chrome.runtime.MessageSender} sender */
function isOfUs({ id, origin }) {
  return id === chrome.runtime.id && Boolean(origin);
}

/**
 * @param {Command} command
 * @param {chrome.runtime.MessageSender} sender
 */
async function mayAsk({ from }, sender) {
  const { origin = "", tab } = sender;
  const place = origin === location.origin ? "extension" : "page";
  if (from !== "either" && from !== place) return false;
  return place === "extension" || (tab !== undefined && (await isOn(origin)));
}

/** @param {any} page */
function isPageRequest(page) {
  return (
    isObject(page) &&
    page.schema === 1 &&
    [page.url, page.html, page.title, page.captured_at, page.source].every(isText) &&
    isObject(page.context) &&
    Object.keys(page).length === 7
  );
}

/** @param {unknown} label */
function isLabel(label) {
  return isText(label) && label.trim().length > 0 && label.length <= LONGEST_LABEL;
}

/** @file Finds the helper this browser is paired with, and has it started and paired where it can. */
import { text } from "../lib/texts.js";
import { startHelper } from "./native.js";
import { connectionProblem, Problem } from "./problem.js";
import { expectedProof, newNonce } from "./proof.js";
import { load, save, USUAL_PORT } from "./storage.js";
import { greet, post } from "./wire.js";

/**
 * @typedef {object} Proven a helper that has shown, for a fresh nonce, that it knows our token
 * @property {number} port
 * @property {import("./storage.js").Pairing} pairing
 * @property {string} nonce
 * @property {string} version
 * @property {number} greetedAt by `performance.now()`
 */

/** What the native messaging host can mend by starting the helper and giving a code. */
const MENDED_BY_START = new Set(["not-paired", "offline", "port-taken", "failing"]);

/** @type {Promise<void> | null} */
let starting = null;

/**
 * The helper to which, and to no other, the token may be sent now.
 * @param {AbortSignal} signal
 * @returns {Promise<Proven>}
 */
export async function connect(signal) {
  try {
    return await findProven(signal);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    await mend(problem);
    return await findProven(signal);
  }
}

/**
 * Pairs by the code that the operator has read and typed.
 * @param {string} code
 * @param {string} label
 * @param {AbortSignal} signal
 */
export async function pairByHand(code, label, signal) {
  const port = await onFirst(await namedPorts(), async (named) => {
    await greet(named, {}, signal);
    return named;
  });
  await pairOn(port, code, label);
}

/** @param {AbortSignal} signal */
async function findProven(signal) {
  const stored = await load();
  const { port, pairing } = stored;
  const named = portsIn(stored);
  if (!pairing) {
    await onFirst(named, (candidate) => greet(candidate, {}, signal));
    throw connectionProblem("not-paired", port);
  }
  try {
    return await onFirst(named, (candidate) => prove(candidate, pairing, signal));
  } catch (problem) {
    const found = named.includes(USUAL_PORT) ? null : await proveUsual(pairing, signal);
    if (!found) throw problem;
    return found;
  }
}

/** Where the helper should be: by the native messaging host's word, then by the operator's. */
export async function namedPorts() {
  return portsIn(await load());
}

/** @param {import("./storage.js").Stored} stored */
function portsIn({ port, hostPort }) {
  return [...new Set([hostPort ?? port, port])];
}

/**
 * @template T
 * @param {number[]} ports
 * @param {(port: number) => Promise<T>} attempt
 * @returns {Promise<T>} what succeeds first; else the problem of a port where somebody answered
 */
async function onFirst(ports, attempt) {
  /** @type {Problem[]} */
  const problems = [];
  for (const port of ports) {
    try {
      return await attempt(port);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error);
    }
  }
  throw problems.find(({ code }) => code !== "offline") ?? problems.at(-1);
}

/**
 * The usual port may be that of another person on this computer: only a proof counts there.
 * @param {import("./storage.js").Pairing} pairing
 * @param {AbortSignal} signal
 */
async function proveUsual(pairing, signal) {
  try {
    return await prove(USUAL_PORT, pairing, signal);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return null;
  }
}

/**
 * @param {number} port
 * @param {import("./storage.js").Pairing} pairing
 * @param {AbortSignal} signal
 * @returns {Promise<Proven>}
 */
async function prove(port, pairing, signal) {
  const nonce = newNonce();
  const greetedAt = performance.now();
  const asked = { client: pairing.client, nonce };
  const { server_id: serverId, proof, version } = await greet(port, asked, signal);
  if (serverId !== pairing.serverId) throw connectionProblem("other-id", port);
  if (proof === undefined) throw connectionProblem("unproven", port);
  if (proof !== (await expectedProof(pairing, nonce, port))) throw connectionProblem("port-taken", port);
  return { port, pairing, nonce, version, greetedAt };
}

/**
 * A helper that answers as another installation, or knows us no more, is for the operator to judge.
 * @param {Problem} problem
 */
async function mend(problem) {
  // While this page was told that nobody is paired, the start for another page may have paired us.
  const isPairedByNow = problem.code === "not-paired" && (await load()).pairing !== null;
  if (isPairedByNow) return;
  if (!MENDED_BY_START.has(problem.code)) throw problem;
  await startOnce(problem);
}

/**
 * Pages that ask at the same time wait for one start: its code works once. So it goes on, whoever
 * of them gives up.
 * @param {Problem} problem
 */
function startOnce(problem) {
  starting ??= startAndPair(problem).finally(() => {
    starting = null;
  });
  return starting;
}

/** @param {Problem} problem what the operator is told where no host is installed */
async function startAndPair(problem) {
  const started = await startHelper();
  if (!started) throw problem;
  const { port, serverId, code } = started;
  const { pairing } = await load();
  if (pairing && pairing.serverId !== serverId) throw connectionProblem("other-installation", port);
  await save({ hostPort: port });
  if (pairing) return;
  const greeting = await greet(port);
  if (greeting.server_id !== serverId) throw connectionProblem("port-taken", port);
  await pairOn(port, code, text("pairing_label_default"));
}

/**
 * @param {number} port
 * @param {string} code
 * @param {string} label
 */
async function pairOn(port, code, label) {
  const { token, client, server_id: serverId } = await post(port, "pair", { code, label });
  await save({ pairing: { token, client, serverId } });
}

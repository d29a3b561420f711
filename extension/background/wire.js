/** @file One request to the helper, and what its failure means. */
import { connectionProblem, Problem } from "./problem.js";

const API_VERSION = 1;
const FEW_WORDS_MS = 5_000;
const PAGE_MS = 120_000;
/** The ledger first takes in the reports that have just arrived. */
const LEDGER_MS = 30_000;
const HELPERS = "http://127.0.0.1/*";

/** For what goes on, whoever of those who wait for it gives up. */
const { signal: WANTED } = new AbortController();

/**
 * How long the helper may take behind each door that asks more of it than a few words.
 * @type {Partial<Record<Door, number>>}
 */
const PATIENCE = {
  pages: PAGE_MS,
  decisions: LEDGER_MS,
  worklist: LEDGER_MS,
  group: LEDGER_MS,
  runs: LEDGER_MS,
};

/**
 * What a bare status means.
 * @type {Partial<Record<number, import("./problem.js").Trouble>>}
 */
const TROUBLES = { 401: "not-paired", 403: "refused", 426: "version", 429: "busy" };
/** @type {typeof TROUBLES} */
const PAIRING_TROUBLES = { ...TROUBLES, 401: "wrong-code", 409: "code-over", 429: "too-many" };

/** Behind these doors nobody has proven anything yet. */
const UNPROVEN = new Set(["hello", "pair"]);

/** From here on a status says that the program itself has failed. */
const FAILURES = 500;

/**
 * @typedef {"hello" | "pair" | "pages" | "ticket" | "decisions" | "worklist" | "group" | "runs"} Door
 *
 * @typedef {object} Greeting
 * @property {string} product
 * @property {number} api
 * @property {string} server_id
 * @property {string} version
 * @property {string} [proof]
 */

/**
 * Who answers on the port; only a «Сверка» that speaks as we do passes.
 * @param {number} port
 * @param {{client?: string, nonce?: string}} body
 * @param {AbortSignal} signal
 * @returns {Promise<Greeting>}
 */
export async function greet(port, body = {}, signal = WANTED) {
  const greeting = await post(port, "hello", body, { signal });
  if (greeting.product !== "sverka") throw connectionProblem("port-taken", port);
  if (greeting.api !== API_VERSION) throw connectionProblem("version", port);
  return greeting;
}

/**
 * @param {number} port
 * @param {Door} door
 * @param {object} body
 * @param {{headers?: Record<string, string>, signal?: AbortSignal}} options
 */
export async function post(port, door, body, { headers = {}, signal = WANTED } = {}) {
  const patience = AbortSignal.timeout(PATIENCE[door] ?? FEW_WORDS_MS);
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/${door}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sverka": "1", ...headers },
      body: JSON.stringify(body),
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.any([patience, signal]),
    });
    return await contentOf(answer, door, port);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Problem) throw error;
    throw connectionProblem(patience.aborted ? tooLong(door) : await unreachable(), port);
  }
}

/** @param {string} door */
function tooLong(door) {
  return door === "pages" ? "slow" : "busy";
}

/** A forbidden request fails just as one that nobody answers. */
async function unreachable() {
  return (await chrome.permissions.contains({ origins: [HELPERS] })) ? "offline" : "blocked";
}

/**
 * @param {Response} answer
 * @param {string} door
 * @param {number} port
 */
async function contentOf(answer, door, port) {
  const content = await readJson(answer);
  if (answer.ok && content) return content;
  throw problemIn(door, answer, content, port);
}

/** @param {Response} answer */
async function readJson(answer) {
  try {
    return await answer.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The words of a program that has proven nothing are not shown to the operator.
 * @param {string} door
 * @param {Response} answer
 * @param {any} content
 * @param {number} port
 */
function problemIn(door, answer, content, port) {
  const { code, message, hint } = content?.error ?? {};
  if (!UNPROVEN.has(door) && code && message) return new Problem(code, message, hint ?? "");
  const triesLeft = answer.headers.get("X-Sverka-Tries-Left") ?? "";
  return connectionProblem(troubleOf(door, answer.status, triesLeft), port, triesLeft);
}

/**
 * Our helper refuses nobody's greeting, so whatever status another program chose says nothing. But
 * it can fail: a damaged list of its browsers is the operator's to mend.
 * @param {string} door
 * @param {number} status
 * @param {string} triesLeft shown to the operator, so nothing but a number passes
 */
function troubleOf(door, status, triesLeft) {
  if (UNPROVEN.has(door) && status >= FAILURES) return "failing";
  if (door === "hello") return "stranger";
  const trouble = (door === "pair" ? PAIRING_TROUBLES : TROUBLES)[status] ?? "port-taken";
  return trouble === "wrong-code" && !/^[1-9]$/.test(triesLeft) ? "port-taken" : trouble;
}

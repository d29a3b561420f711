import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { analyse, askLedger, checkConnection, forgetPairing, openPages, pair } from "../../../extension/background/helper.js";
import { Problem } from "../../../extension/background/problem.js";
import { load, save } from "../../../extension/background/storage.js";
import { text } from "../../../extension/lib/texts.js";
import { CODE, GREETING, HelperServer, PAIRING } from "../helper-server.js";
import { forever, installWorkerChrome } from "../support.js";

const helper = new HelperServer();

before(() => helper.start());
after(() => helper.stop());

beforeEach(async () => {
  helper.reset();
  installWorkerChrome();
  await save({ port: helper.port, pairing: PAIRING });
});

/** @param {Promise<unknown>} promise */
async function problemOf(promise) {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof Problem);
    assert.ok(error.message && error.hint);
    return error;
  }
  assert.fail("no problem");
}

test("a page is sent with the token and the proven nonce, once the helper has proven itself", async () => {
  await analyse({ html: "1" }, forever);
  const [hello, page] = helper.received;
  assert.equal(hello?.headers.authorization, undefined);
  assert.equal(page?.headers.authorization, `Bearer ${PAIRING.token}`);
  assert.equal(page?.headers["x-sverka-nonce"], hello?.body.nonce);
});

test("every page has a nonce of its own", async () => {
  await analyse({}, forever);
  await analyse({}, forever);
  const nonces = helper.received.filter(({ path }) => path.endsWith("hello")).map(({ body }) => body.nonce);
  assert.equal(new Set(nonces).size, 2);
});

for (const [what, greeting, code] of /** @type {[string, unknown, string][]} */ ([
  ["a wrong proof", { ...GREETING, proof: "0".repeat(64) }, "port-taken"],
  ["whoever repeats the helper's id and proves nothing", GREETING, "unproven"],
  ["another product", { product: "other" }, "port-taken"],
  ["an answer that is not JSON", "<html>", "port-taken"],
  ["an answer that is no object", "null", "port-taken"],
  ["another installation", { ...GREETING, server_id: "0".repeat(32), proof: "0" }, "other-installation"],
  ["another installation that gives no proof", { ...GREETING, server_id: "0".repeat(32) }, "other-installation"],
  ["another version of the interface", { ...GREETING, api: 2 }, "version"],
])) {
  test(`${what} gets neither page nor token, and is told as ${code}`, async () => {
    helper.reset(() => [200, greeting]);
    assert.equal((await problemOf(analyse({ html: "1" }, forever))).code, code);
    assert.deepEqual(helper.doors, ["hello"]);
    assert.doesNotMatch(JSON.stringify(helper.received), new RegExp(PAIRING.token));
  });
}

for (const [status, code, words] of /** @type {const} */ ([
  [400, "port-taken", "connection_stranger"],
  [401, "port-taken", "connection_stranger"],
  [403, "port-taken", "connection_stranger"],
  [404, "port-taken", "connection_stranger"],
  [426, "port-taken", "connection_stranger"],
  [429, "port-taken", "connection_stranger"],
  [500, "failing", "connection_failing"],
  [503, "failing", "connection_failing"],
])) {
  test(`a program that answers the greeting with ${status} is taken for ${code}, whatever it says`, async () => {
    helper.reset(() => [status, { error: { code: "offline", message: "Call this number", hint: "Pay" } }]);
    const problem = await problemOf(checkConnection(forever));
    assert.equal(problem.code, code);
    assert.equal(problem.message, text(words, helper.port));
    assert.doesNotMatch(problem.hint, /Call|Pay/);
  });
}

test("a helper that fails leads to the command that names the remedy", async () => {
  helper.reset(() => [500, ""]);
  assert.match((await problemOf(checkConnection(forever))).hint, /«sverka clients»/);
});

for (const [status, triesLeft, words] of /** @type {const} */ ([
  [401, "2", "connection_wrong_code"],
  [401, "call 112", "connection_port_taken"],
  [401, "", "connection_port_taken"],
  [409, "", "connection_code_over"],
  [429, "", "connection_too_many"],
  [400, "", "connection_port_taken"],
  [500, "", "connection_failing"],
])) {
  test(`a code that is answered by ${status} «${triesLeft}» is told of in the extension's own words`, async () => {
    const error = { code: "not-paired", message: "Call this number", hint: "Pay" };
    const headers = { "X-Sverka-Tries-Left": triesLeft };
    helper.reset((seen) => (seen.path.endsWith("pair") ? [status, { error }, headers] : helper.honest(seen)));
    const { message, hint } = await problemOf(pair(CODE, "Test", forever));
    assert.equal(message, text(words, helper.port));
    assert.doesNotMatch(hint, /Call|Pay/);
  });
}

test("a wrong code is told with the tries that are left, not as a browser that was never paired", async () => {
  await save({ pairing: null });
  const unpaired = await problemOf(checkConnection(forever));
  const wrong = await problemOf(pair("00000000", "Test", forever));
  assert.notEqual(wrong.message, unpaired.message);
  assert.match(wrong.hint, /: 2\.$/);
});

test("where nothing is proven, the operator is led to look at the list and not to type a code", async () => {
  helper.reset(() => [200, GREETING]);
  const { hint } = await problemOf(checkConnection(forever));
  assert.match(hint, /Код пока не вводите/);
  assert.ok(hint.indexOf("sverka clients") < hint.indexOf("sverka pair"));
});

test("whoever greets as another installation gets no code before «sverka pair» has named its port", async () => {
  helper.reset(() => [200, { ...GREETING, server_id: "0".repeat(32) }]);
  const { hint } = await problemOf(checkConnection(forever));
  assert.match(hint, /Код пока не вводите, а выполните «sverka pair»/);
  assert.match(hint, new RegExp(`порт ${helper.port}`));
});

test("nobody on the port is told as not running", async () => {
  await save({ port: 1 });
  assert.equal((await problemOf(checkConnection(forever))).code, "offline");
});

test("a browser that may not reach this computer is told as a blocked request", async () => {
  const permissions = { contains: () => Promise.resolve(false) };
  installWorkerChrome(undefined, { permissions });
  await save({ port: 1, pairing: PAIRING });
  assert.equal((await problemOf(checkConnection(forever))).code, "refused");
});

test("without pairing nothing but a greeting is sent", async () => {
  await save({ pairing: null });
  assert.equal((await problemOf(analyse({ html: "1" }, forever))).code, "not-paired");
  assert.deepEqual(helper.received.map(({ body }) => body), [{}]);
});

test("an error of the helper reaches the operator in the helper's words", async () => {
  const told = { code: "too-large", message: "M", hint: "H" };
  helper.reset((seen) => (seen.path.endsWith("pages") ? [413, { error: told }] : helper.honest(seen)));
  await assert.rejects(analyse({}, forever), told);
});

/**
 * From now on a request may take just so long that the helper has seen it.
 * @param {import("node:test").TestContext} t
 * @param {string} door where the helper has no time to answer
 */
function beBusy(t, door) {
  const patience = new AbortController();
  t.mock.method(AbortSignal, "timeout", () => patience.signal);
  helper.reset(async (seen) => {
    if (!seen.path.endsWith(door)) return helper.honest(seen);
    patience.abort();
    await seen.closed;
    return [200, {}];
  });
}

for (const [door, code] of /** @type {const} */ ([
  ["hello", "busy"],
  ["pages", "slow"],
])) {
  test(`a helper that does not answer «${door}» in time is told as ${code}, not as one that does not run`, async (t) => {
    beBusy(t, door);
    assert.equal((await problemOf(analyse({}, forever))).code, code);
  });
}

/**
 * @param {import("node:test").TestContext} t
 * @param {number} milliseconds between the greeting and the answer to the page
 * @param {import("../helper-server.js").Reply} answer
 */
function answerPages(t, milliseconds, answer) {
  helper.reset((seen) => {
    if (!seen.path.endsWith("pages")) return helper.honest(seen);
    const then = performance.now() + milliseconds;
    t.mock.method(performance, "now", () => then);
    return answer;
  });
}

for (const [what, milliseconds, answer, code] of /** @type {[string, number, [number, unknown], string][]} */ ([
  ["a nonce that has grown old in the queue", 10_000, [403, ""], "busy"],
  ["a refusal that came at once", 0, [403, ""], "refused"],
  ["a helper that holds as many pages as it can", 0, [429, ""], "busy"],
])) {
  test(`${what} is told as ${code}`, async (t) => {
    answerPages(t, milliseconds, answer);
    assert.equal((await problemOf(analyse({}, forever))).code, code);
  });
}

test("a request that is given up ends on the wire, and nothing else is told or tried", async () => {
  for (const door of ["hello", "pages"]) {
    const giver = new AbortController();
    const given = new Promise((resolve) => {
      helper.reset(async (seen) => {
        if (!seen.path.endsWith(door)) return helper.honest(seen);
        giver.abort();
        await seen.closed;
        resolve(undefined);
        return [200, {}];
      });
    });
    await assert.rejects(analyse({}, giver.signal), { name: "AbortError" });
    await given;
    assert.equal(helper.doors.at(-1), door);
  }
});

test("the code is sent once and what it brings is kept", async () => {
  await save({ pairing: null });
  await pair(CODE, "Test", forever);
  await checkConnection(forever);
  assert.equal(helper.doors.filter((door) => door === "pair").length, 1);
});

test("no code is sent to a program that is not «Сверка»", async () => {
  helper.reset(() => [200, { product: "other" }]);
  assert.equal((await problemOf(pair(CODE, "Test", forever))).code, "port-taken");
  assert.deepEqual(helper.doors, ["hello"]);
});

test("a forgotten pairing is gone with all that the native messaging host said", async () => {
  await save({ hostPort: 9000 });
  await forgetPairing();
  const { pairing, hostPort, port } = await load();
  assert.deepEqual({ pairing, hostPort, port }, { pairing: null, hostPort: null, port: helper.port });
});

test("the helper's pages are opened by a ticket that only the new tab gets", async () => {
  /** @type {object[]} */
  const opened = [];
  installWorkerChrome(undefined, { tabs: { create: (/** @type {object} */ tab) => opened.push(tab) } });
  await save({ port: helper.port, pairing: PAIRING });
  assert.equal(await openPages(forever), undefined);
  assert.deepEqual(opened, [{ url: `http://127.0.0.1:${helper.port}/ui/enter?ticket=1.t%2F` }]);
  assert.equal(helper.received.at(-1)?.headers.authorization, `Bearer ${PAIRING.token}`);
  assert.doesNotMatch(JSON.stringify(await load()), /1\.t/);
});

test("no ticket is asked of a helper that has not proven itself", async () => {
  helper.reset(() => [200, { ...GREETING, proof: "0".repeat(64) }]);
  await problemOf(openPages(forever));
  assert.deepEqual(helper.doors, ["hello"]);
});

test("a decision goes with the token to the helper that has proven itself, in the form of the contract", async () => {
  await askLedger("decisions", { group: "g", version: 1, act: "undo" }, forever);
  const [, decision] = helper.received;
  assert.deepEqual(helper.doors, ["hello", "decisions"]);
  assert.equal(decision?.headers.authorization, `Bearer ${PAIRING.token}`);
  assert.deepEqual(decision?.body, { schema: 1, group: "g", version: 1, act: "undo" });
});

test("whoever proves nothing is told of no decision", async () => {
  helper.reset(() => [200, GREETING]);
  assert.equal((await problemOf(askLedger("decisions", {}, forever))).code, "unproven");
  assert.deepEqual(helper.doors, ["hello"]);
});

test("what the helper says of a conflict is told in its own words", async () => {
  const error = { code: "conflict", message: "Somebody was first.", hint: "Look again." };
  helper.reset((received) => (received.path.endsWith("/hello") ? helper.honest(received) : [409, { error }]));
  const { code, message, hint } = await problemOf(askLedger("decisions", {}, forever));
  assert.deepEqual({ code, message, hint }, error);
});

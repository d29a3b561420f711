import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { analyse, checkConnection, pair } from "../../../extension/background/helper.js";
import { expectedProof } from "../../../extension/background/proof.js";
import { load, save } from "../../../extension/background/storage.js";
import { CODE, GREETING, HelperServer, PAIRING } from "../helper-server.js";
import { define, forever, installWorkerChrome } from "../support.js";

/** Browsers and node refuse to dial it, so nobody ever answers there. */
const DEAD_PORT = 1;
const OTHER_ID = "0".repeat(32);

const helper = new HelperServer();
const stranger = new HelperServer();

before(() => Promise.all([helper.start(), stranger.start()]));
after(() => Promise.all([helper.stop(), stranger.stop()]));

let asked = 0;

beforeEach(() => {
  asked = 0;
  helper.reset();
  stranger.reset(() => [200, { product: "other" }]);
});

/** @param {object} parts of the host's answer */
function installHost(parts = {}) {
  installWorkerChrome(() => {
    asked += 1;
    return Promise.resolve({ port: helper.port, server_id: PAIRING.serverId, code: CODE, version: "1", ...parts });
  });
}

/**
 * Whoever really has the usual port here must not matter.
 * @param {import("node:test").TestContext} t
 * @param {HelperServer} server
 */
function giveUsualPort(t, server) {
  const real = fetch;
  t.after(() => define("fetch", real));
  define("fetch", (/** @type {string} */ url, /** @type {RequestInit} */ request) =>
    real(url.replace(":8765/", `:${server.port}/`), request),
  );
}

test("a browser that was never paired is paired by the host, and the page is sent", async () => {
  installHost();
  await save({ port: DEAD_PORT });
  assert.deepEqual((await analyse({}, forever)).groups, []);
  assert.deepEqual((await load()).pairing, PAIRING);
  assert.deepEqual(helper.doors, ["hello", "pair", "hello", "pages"]);
});

test("a running helper pairs a browser without digits, too", async () => {
  installHost();
  await save({ port: helper.port });
  await checkConnection(forever);
  assert.equal(asked, 1);
});

test("pages that ask at the same time start one helper and pair once", async () => {
  installHost();
  await save({ port: DEAD_PORT });
  await Promise.all([analyse({}, forever), analyse({}, forever), checkConnection(forever)]);
  assert.equal(asked, 1);
  assert.equal(helper.doors.filter((door) => door === "pair").length, 1);
});

test("a page that asked while another one's start was pairing does not say that nobody is paired", async () => {
  installHost();
  helper.reset(async (received) => {
    // As if the pairing that was under way had ended while this greeting was being answered.
    if (received.path.endsWith("/hello") && !received.body.client) await save({ pairing: PAIRING });
    return await helper.honest(received);
  });
  await save({ port: helper.port });
  assert.deepEqual((await analyse({}, forever)).groups, []);
  assert.equal(asked, 0);
});

test("a helper that was started again is proven and not paired anew", async () => {
  installHost();
  await save({ port: DEAD_PORT, pairing: PAIRING });
  await analyse({}, forever);
  assert.deepEqual(helper.doors, ["hello", "pages"]);
});

test("the host is not troubled while the helper answers", async () => {
  installHost();
  await save({ port: helper.port, pairing: PAIRING });
  await analyse({}, forever);
  assert.equal(asked, 0);
});

test("another installation gets neither code nor token without the operator", async () => {
  installHost({ server_id: OTHER_ID });
  await save({ port: DEAD_PORT, pairing: PAIRING });
  await assert.rejects(analyse({}, forever), { code: "other-installation" });
  assert.deepEqual(helper.received, []);
  assert.deepEqual((await load()).pairing, PAIRING);
});

test("who answers on the host's port under another id gets no code", async () => {
  installHost();
  helper.reset(() => [200, { ...GREETING, server_id: OTHER_ID }]);
  await save({ port: DEAD_PORT });
  await assert.rejects(checkConnection(forever), { code: "port-taken" });
  assert.deepEqual(helper.doors, ["hello"]);
});

test("revoked access is not got back through the host", async () => {
  installHost();
  helper.reset(() => [200, GREETING]);
  await save({ port: helper.port, pairing: PAIRING });
  await assert.rejects(checkConnection(forever), { code: "unproven" });
  assert.equal(asked, 0);
});

test("a helper of another version is not started again", async () => {
  installHost();
  helper.reset(() => [200, { ...GREETING, api: 2 }]);
  await save({ port: helper.port, pairing: PAIRING });
  await assert.rejects(checkConnection(forever), { code: "version" });
  assert.equal(asked, 0);
});

test("a program on the operator's port does not hide the helper that the host names", async () => {
  installHost();
  await save({ port: stranger.port, pairing: PAIRING });
  await checkConnection(forever);
  assert.equal((await load()).hostPort, helper.port);
  assert.doesNotMatch(JSON.stringify(stranger.received), new RegExp(PAIRING.token));
});

for (const status of [403, 404, 500]) {
  test(`a program that answers everything with ${status} does not hide the helper that the host names`, async () => {
    installHost();
    stranger.reset(() => [status, ""]);
    await save({ port: stranger.port, pairing: PAIRING });
    await checkConnection(forever);
    assert.equal((await load()).hostPort, helper.port);
  });
}

test("the port that the host named comes before the operator's", async () => {
  installHost();
  await save({ port: stranger.port, hostPort: helper.port, pairing: PAIRING });
  await checkConnection(forever);
  assert.deepEqual(stranger.received, []);
});

test("when the host's port is out of date, the operator's is tried", async () => {
  installWorkerChrome();
  await save({ port: helper.port, hostPort: stranger.port, pairing: PAIRING });
  await checkConnection(forever);
  assert.equal(stranger.doors.length, 1);
});

test("of two ports the one where somebody answers is told of", async () => {
  installWorkerChrome();
  await save({ port: DEAD_PORT, hostPort: stranger.port, pairing: PAIRING });
  await assert.rejects(checkConnection(forever), { code: "port-taken" });
});

test("the typed code goes to the first «Сверка» and to nobody else", async () => {
  installWorkerChrome();
  await save({ port: helper.port, hostPort: stranger.port });
  await pair(CODE, "Test", forever);
  assert.deepEqual(stranger.doors, ["hello", "hello"]);
  assert.deepEqual((await load()).pairing, PAIRING);
});

test("a host that fails leaves what was told before", async () => {
  installHost({ code: "" });
  await save({ port: DEAD_PORT, pairing: PAIRING });
  await assert.rejects(checkConnection(forever), { code: "offline" });
});

test("a helper that has moved to the usual port is found there", async (t) => {
  installWorkerChrome();
  giveUsualPort(t, helper);
  helper.reset(async ({ body }) => [200, { ...GREETING, proof: await expectedProof(PAIRING, body.nonce, 8765) }]);
  await save({ port: DEAD_PORT, pairing: PAIRING });
  await checkConnection(forever);
});

test("another person's helper on the usual port is not told of", async (t) => {
  installWorkerChrome();
  giveUsualPort(t, helper);
  helper.reset(() => [200, { ...GREETING, server_id: OTHER_ID }]);
  await save({ port: DEAD_PORT, pairing: PAIRING });
  await assert.rejects(checkConnection(forever), { code: "offline" });
});

test("a browser that was never paired greets nobody on a port that no one named", async (t) => {
  installWorkerChrome();
  giveUsualPort(t, helper);
  await save({ port: DEAD_PORT });
  await assert.rejects(checkConnection(forever), { code: "offline" });
  assert.deepEqual(helper.received, []);
});

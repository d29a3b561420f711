import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { analyse, checkConnection, pair } from "../../../extension/background/helper.js";
import { Problem } from "../../../extension/background/problem.js";
import { expectedProof } from "../../../extension/background/proof.js";
import { save } from "../../../extension/background/storage.js";
import { installChrome, memoryStorage } from "../support.js";

/**
 * @typedef {{path: string, headers: import("node:http").IncomingHttpHeaders, body: any}} Received
 * @typedef {(received: Received) => [number, unknown] | Promise<[number, unknown]>} Behaviour
 */

const PAIRING = { client: "c".repeat(32), token: "ab".repeat(32), serverId: "d".repeat(32) };
const GREETING = { product: "sverka", api: 1, server_id: PAIRING.serverId, version: "1" };

/** @type {Received[]} */
let received = [];
/** @type {Behaviour} */
let behave = () => [404, {}];
let port = 0;

const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const seen = { path: request.url ?? "", headers: request.headers, body: JSON.parse(body) };
  received.push(seen);
  const [status, content] = await behave(seen);
  response.writeHead(status).end(typeof content === "string" ? content : JSON.stringify(content));
});

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
});
after(() => server.close());

beforeEach(async () => {
  received = [];
  installChrome({ storage: { local: memoryStorage() } });
  await save({ port, pairing: PAIRING });
});

/** @type {Behaviour} */
async function honest({ path, body }) {
  if (!path.endsWith("/hello")) return [200, { groups: [] }];
  return [200, { ...GREETING, proof: await expectedProof(PAIRING, body.nonce ?? "", port) }];
}

/** @param {Promise<unknown>} promise */
async function codeOf(promise) {
  try {
    await promise;
    return "fine";
  } catch (error) {
    assert.ok(error instanceof Problem);
    assert.ok(error.message && error.hint);
    return error.code;
  }
}

test("a page is sent with the token and the proven nonce, once the helper has proven itself", async () => {
  behave = honest;
  await analyse({ html: "1" });
  const [hello, page] = received;
  assert.equal(hello?.headers.authorization, undefined);
  assert.equal(page?.headers.authorization, `Bearer ${PAIRING.token}`);
  assert.equal(page?.headers["x-sverka-nonce"], hello?.body.nonce);
});

test("every page has a nonce of its own", async () => {
  behave = honest;
  await analyse({});
  await analyse({});
  const nonces = received.filter(({ path }) => path.endsWith("hello")).map(({ body }) => body.nonce);
  assert.equal(new Set(nonces).size, 2);
});

for (const [what, greeting, code] of /** @type {[string, unknown, string][]} */ ([
  ["a wrong proof", { ...GREETING, proof: "0".repeat(64) }, "port-taken"],
  ["a missing proof", GREETING, "port-taken"],
  ["another product", { product: "other" }, "port-taken"],
  ["an answer that is not JSON", "<html>", "port-taken"],
  ["an answer that is no object", "null", "port-taken"],
  ["another installation", { ...GREETING, server_id: "0".repeat(32), proof: "0" }, "other-installation"],
  ["another version of the interface", { ...GREETING, api: 2 }, "version"],
])) {
  test(`${what} gets neither page nor token, and is told as ${code}`, async () => {
    behave = () => [200, greeting];
    assert.equal(await codeOf(analyse({ html: "1" })), code);
    assert.deepEqual(received.map(({ path }) => path), ["/api/v1/hello"]);
    assert.doesNotMatch(JSON.stringify(received), new RegExp(PAIRING.token));
  });
}

test("nobody on the port is told as not running", async () => {
  await save({ port: 1 });
  assert.equal(await codeOf(checkConnection()), "offline");
});

test("a bare refusal of the guard is told as refused", async () => {
  behave = () => [403, ""];
  assert.equal(await codeOf(checkConnection()), "refused");
});

test("without pairing nothing but a greeting is sent", async () => {
  await save({ pairing: null });
  behave = honest;
  assert.equal(await codeOf(analyse({ html: "1" })), "not-paired");
  assert.deepEqual(received.map(({ body }) => body), [{}]);
});

test("an error of the helper reaches the operator in the helper's words", async () => {
  behave = (seen) =>
    seen.path.endsWith("pages") ? [413, { error: { code: "too-large", message: "M", hint: "H" } }] : honest(seen);
  await assert.rejects(analyse({}), { code: "too-large", message: "M", hint: "H" });
});

test("the code is sent once and what it brings is kept", async () => {
  await save({ pairing: null });
  behave = (seen) => {
    const { token, client, serverId } = PAIRING;
    return seen.path.endsWith("pair") ? [200, { token, client, server_id: serverId }] : honest(seen);
  };
  await pair("12345678", "Test");
  assert.equal(await codeOf(checkConnection()), "fine");
  assert.equal(received.filter(({ path }) => path.endsWith("pair")).length, 1);
});

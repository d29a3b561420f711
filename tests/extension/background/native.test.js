import assert from "node:assert/strict";
import { test } from "node:test";
import { startHelper } from "../../../extension/background/native.js";
import { installWorkerChrome } from "../support.js";

const STARTED = { port: 9000, server_id: "d".repeat(32), code: "12345678", version: "1" };
const MINUTE = 60_000;

/**
 * @param {unknown} answer
 * @returns {[string, object][]} what the host is asked from now on
 */
function installHost(answer) {
  /** @type {[string, object][]} */
  const asked = [];
  installWorkerChrome((...question) => {
    asked.push(question);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return asked;
}

test("the host is asked for a start by its name and schema", async () => {
  const asked = installHost(STARTED);
  assert.deepEqual(await startHelper(), { port: 9000, serverId: STARTED.server_id, code: STARTED.code });
  assert.deepEqual(asked, [["ru.sverka.helper", { schema: 1, command: "start" }]]);
});

for (const [what, answer] of /** @type {[string, unknown][]} */ ([
  ["no host", new Error("Specified native messaging host not found.")],
  ["a host that dies", new Error("Native host has exited.")],
  ["no answer", undefined],
  ["an answer that is no object", "x"],
  ["a port that is none", { ...STARTED, port: 80 }],
  ["a port in words", { ...STARTED, port: "9000" }],
  ["a code that is none", { ...STARTED, code: "1234" }],
  ["no id of the helper", { ...STARTED, server_id: undefined }],
  ["an error without words", { error: { code: "conflict" } }],
])) {
  test(`${what} starts nothing and is not asked again for a minute`, async (t) => {
    const asked = installHost(answer);
    assert.equal(await startHelper(), null);
    assert.equal(await startHelper(), null);
    assert.equal(asked.length, 1);
    const later = Date.now() + MINUTE;
    t.mock.method(Date, "now", () => later);
    await startHelper();
    assert.equal(asked.length, 2);
  });
}

for (const [code, state] of [
  ["conflict", "port-taken"],
  ["internal", "offline"],
  ["refused", "refused"],
  ["version", "version"],
]) {
  test(`the host's reason «${code}» is told in its own words as ${state}`, async () => {
    const asked = installHost({ error: { code, message: "M", hint: "H" } });
    await assert.rejects(startHelper(), { code: state, message: "M", hint: "H" });
    assert.equal(await startHelper(), null);
    assert.equal(asked.length, 1);
  });
}

test("a clock that was set back does not keep the host from being asked", async (t) => {
  const asked = installHost(undefined);
  await startHelper();
  const earlier = Date.now() - 60 * MINUTE;
  t.mock.method(Date, "now", () => earlier);
  await startHelper();
  assert.equal(asked.length, 2);
});

test("a host that is stuck is given up, so that pages stop waiting for it", async (t) => {
  t.mock.method(AbortSignal, "timeout", () => {
    const patience = new AbortController();
    setImmediate(() => patience.abort());
    return patience.signal;
  });
  installWorkerChrome(() => new Promise(() => {}));
  assert.equal(await startHelper(), null);
});

test("a host that answered may be asked again at once", async () => {
  const asked = installHost(STARTED);
  await startHelper();
  await startHelper();
  assert.equal(asked.length, 2);
});

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { expectedProof, newNonce } from "../../../extension/background/proof.js";

const PAIRING = { client: "c".repeat(32), token: "ab".repeat(32), serverId: "d".repeat(32) };
const NONCE = "e".repeat(64);

test("the proof is the HMAC of the protocol, keyed by the hash of the token's text", async () => {
  const key = createHash("sha256").update(PAIRING.token).digest();
  const message = `sverka-proof-v1|${PAIRING.client}|${NONCE}|${PAIRING.serverId}|8765`;
  const proof = createHmac("sha256", key).update(message).digest("hex");
  assert.equal(await expectedProof(PAIRING, NONCE, 8765), proof);
});

for (const [what, parts] of Object.entries({
  token: { token: "cd".repeat(32) },
  client: { client: "f".repeat(32) },
  "helper's id": { serverId: "f".repeat(32) },
})) {
  test(`another ${what} gives another proof`, async () => {
    const other = await expectedProof({ ...PAIRING, ...parts }, NONCE, 8765);
    assert.notEqual(other, await expectedProof(PAIRING, NONCE, 8765));
  });
}

test("a proof for one port or nonce is of no use for another", async () => {
  const proof = await expectedProof(PAIRING, NONCE, 8765);
  assert.notEqual(await expectedProof(PAIRING, NONCE, 8766), proof);
  assert.notEqual(await expectedProof(PAIRING, newNonce(), 8765), proof);
});

test("nonces are 32 random bytes in hex", () => {
  assert.match(newNonce(), /^[0-9a-f]{64}$/);
  assert.notEqual(newNonce(), newNonce());
});

/** @file The helper's proof that it is the one this browser was paired with. */

const NONCE_BYTES = 32;

/** A fresh nonce in hex. */
export function newNonce() {
  return hex(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
}

/**
 * @param {import("./storage.js").Pairing} pairing
 * @param {string} nonce
 * @param {number} port the one dialled: a helper on another port cannot lend its proof
 */
export async function expectedProof({ client, token, serverId }, nonce, port) {
  const encoder = new TextEncoder();
  const secret = await crypto.subtle.digest("SHA-256", encoder.encode(token));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const message = encoder.encode(`sverka-proof-v1|${client}|${nonce}|${serverId}|${port}`);
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, message)));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

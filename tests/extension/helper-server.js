/** @file A helper on a port of its own: a real HTTP server that behaves as a test wants. */
import { createServer } from "node:http";
import { expectedProof } from "../../extension/background/proof.js";

/**
 * @typedef {object} Received
 * @property {string} path
 * @property {import("node:http").IncomingHttpHeaders} headers
 * @property {any} body
 * @property {Promise<unknown>} closed when the answer is given or nobody waits for it any more
 *
 * @typedef {[status: number, content: unknown, headers?: Record<string, string>]} Reply
 * @typedef {(received: Received) => Reply | Promise<Reply>} Behaviour
 */

export const PAIRING = { client: "c".repeat(32), token: "ab".repeat(32), serverId: "d".repeat(32) };
export const GREETING = { product: "sverka", api: 1, server_id: PAIRING.serverId, version: "1" };
export const CODE = "12345678";

export class HelperServer {
  /** @type {Received[]} */
  received = [];
  /** @type {Behaviour} */
  behave = () => [404, {}];
  port = 0;
  #server = createServer((request, response) => void this.#answer(request, response));

  /** @param {number} port any free one, unless the test wants a certain one */
  async start(port = 0) {
    await new Promise((resolve) => this.#server.listen(port, "127.0.0.1", () => resolve(undefined)));
    const address = this.#server.address();
    this.port = typeof address === "object" ? (address?.port ?? 0) : 0;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** From now on nothing was asked, and everything is answered as `behaviour` says. */
  reset(/** @type {Behaviour} */ behaviour = this.honest) {
    this.received = [];
    this.behave = behaviour;
  }

  /** @returns {string[]} */
  get doors() {
    return this.received.map(({ path }) => path.replace("/api/v1/", ""));
  }

  /**
   * The helper that `PAIRING` was made with, or will be by `CODE`.
   * @type {Behaviour}
   */
  honest = async ({ path, body }) => {
    const { client, token, serverId } = PAIRING;
    if (path.endsWith("/pair")) {
      return body.code === CODE ? [200, { client, token, server_id: serverId }] : [401, {}, { "X-Sverka-Tries-Left": "2" }];
    }
    if (path.endsWith("/ticket")) return [200, { ticket: "1.t/" }];
    if (!path.endsWith("/hello")) return [200, { groups: [] }];
    if (!body.client) return [200, GREETING];
    return [200, { ...GREETING, proof: await expectedProof(PAIRING, body.nonce, this.port) }];
  };

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async #answer(request, response) {
    let body = "";
    for await (const part of request) body += part;
    const closed = new Promise((resolve) => response.once("close", resolve));
    const seen = { path: request.url ?? "", headers: request.headers, body: JSON.parse(body), closed };
    this.received.push(seen);
    const [status, content, headers] = await this.behave(seen);
    response.writeHead(status, headers).end(typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** @file The ports that browsers refuse to dial, whoever listens there. */

/** https://fetch.spec.whatwg.org/#port-blocking, from 1024 on */
const REFUSED = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

/** @param {number} port */
export function isRefusedByBrowsers(port) {
  return REFUSED.has(port);
}

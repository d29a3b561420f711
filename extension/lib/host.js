/** @file A host that the operator can switch on: protocol and name; patterns know no port. */

/** @param {string} origin an address or an origin, e.g. `https://sgo.example.test:8080` */
export function hostOf(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}

/** @param {string} host as `hostOf` gives it */
export function patternOf(host) {
  return `${host}/*`;
}

/** @param {string} host as `hostOf` gives it */
export function isHost(host) {
  return URL.canParse(host) && /^https?:\/\/[a-z0-9.:[\]-]+$/.test(host) && hostOf(host) === host;
}

/** Any scheme, also without `//`; what follows the colon of a name without one is a port. */
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/**
 * The host of what the operator typed, `null` if it is no address of a site.
 * @param {string} typed
 */
export function hostTyped(typed) {
  const address = WITH_SCHEME.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (!URL.canParse(address)) return null;
  const host = hostOf(address);
  return isHost(host) ? host : null;
}

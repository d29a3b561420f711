/**
 * @file Whether a request is still wanted. Messages know no end but their answer, so beside each of
 * them whoever asks holds a port of the same name open; the browser itself closes it with the page.
 */

/** @type {Map<string, AbortController>} */
const requests = new Map();

/** @param {chrome.runtime.Port} port */
export function holdLifeline(port) {
  const controller = controllerOf(port.name);
  port.onDisconnect.addListener(() => {
    controller.abort();
    requests.delete(port.name);
  });
}

/**
 * @template T
 * @param {string} request the name of its lifeline
 * @param {(signal: AbortSignal) => Promise<T>} action
 */
export async function whileWanted(request, action) {
  try {
    return await action(controllerOf(request).signal);
  } finally {
    requests.delete(request);
  }
}

/** @param {string} request */
function controllerOf(request) {
  const controller = requests.get(request) ?? new AbortController();
  requests.set(request, controller);
  return controller;
}

/** @file Long work in short tasks, and pauses, so that the page stays usable. */

const SLICE_MS = 30;

/**
 * @template T, R
 * @param {Iterable<T>} items
 * @param {(item: T) => R} work
 * @param {AbortSignal} signal
 * @returns {Promise<R[]>}
 */
export async function mapInSlices(items, work, signal) {
  const results = [];
  let end = performance.now() + SLICE_MS;
  for (const item of items) {
    if (performance.now() > end) {
      await nextTask(signal);
      end = performance.now() + SLICE_MS;
    }
    results.push(work(item));
  }
  return results;
}

/**
 * @param {number} begun when the task began, by `performance.now()`
 * @param {AbortSignal} signal
 */
export async function restIfLong(begun, signal) {
  if (performance.now() - begun > SLICE_MS) await nextTask(signal);
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export async function nextTask(signal) {
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(undefined);
  });
  signal.throwIfAborted();
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export async function pause(milliseconds, signal) {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", resolve, { once: true });
  });
  signal.throwIfAborted();
}

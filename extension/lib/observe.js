/** @file Tells of changes of the page: the first of a burst at once, the last of it surely. */

const QUIET_MS = 60;

/**
 * The first call comes in the same task as the change, before the browser lays the change out.
 * @param {Node} target
 * @param {(changedAt: number) => void} onChange is given when the last change was, by `performance.now()`
 * @param {AbortSignal} signal
 */
export function observe(target, onChange, signal) {
  /** @type {number | undefined} */
  let timer;
  let pending = false;
  let changedAt = 0;

  const rest = () => {
    timer = undefined;
    if (pending) tell();
  };
  const tell = () => {
    pending = false;
    timer = self.setTimeout(rest, QUIET_MS);
    onChange(changedAt);
    // What `onChange` itself did to the page is no news.
    observer.takeRecords();
  };
  const observer = new MutationObserver(() => {
    changedAt = performance.now();
    if (timer === undefined) tell();
    else pending = true;
  });

  observer.observe(target, { subtree: true, childList: true, characterData: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

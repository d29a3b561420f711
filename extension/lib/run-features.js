/** @file Makes the annotations that a page wants; one that fails takes nothing else with it. */

/**
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./page.js").Feature} Feature
 */

/**
 * @param {Feature[]} features
 * @param {Page} page
 * @param {AbortSignal} signal
 */
export async function runFeatures(features, page, signal) {
  const wanted = features.filter((feature) => feature.include(page));
  await Promise.all(wanted.map((feature) => run(feature, page, signal)));
  signal.throwIfAborted();
}

/**
 * @param {Feature} feature
 * @param {Page} page
 * @param {AbortSignal} signal
 */
async function run(feature, page, signal) {
  try {
    await feature.init(page, signal);
  } catch (error) {
    if (!signal.aborted) console.error(feature.id, error);
  }
}

/** @file Makes the annotations that a page wants; one that fails takes nothing else with it. */

/**
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./page.js").Feature} Feature
 */

/**
 * @param {Promise<Feature[]>} features
 * @param {Page} page
 * @param {AbortSignal} signal
 */
export async function runFeatures(features, page, signal) {
  const [loaded] = await Promise.all([features, page.overlay.styled]);
  if (signal.aborted) return;
  const wanted = loaded.filter((feature) => feature.include(page));
  await Promise.all(wanted.map((feature) => run(feature, page, signal)));
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

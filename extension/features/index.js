/**
 * @file The annotations of each kind of page, in the order in which they are made. Their files come
 * with the first page that may want them: a browser takes a millisecond or two for each.
 *
 * @typedef {import("../lib/page.js").Feature} Feature
 * @typedef {import("../lib/page.js").Page["kind"]} Kind
 */

const badges = async () => (await import("./badges.js")).badges;
const cardBanner = async () => (await import("./card-banner.js")).cardBanner;
const clonesWarning = async () => (await import("./clones-warning.js")).clonesWarning;
const fieldFindings = async () => (await import("./field-findings.js")).fieldFindings;
const listBadges = async () => (await import("./list-badges.js")).listBadges;
const listBar = async () => (await import("./list-bar.js")).listBar;
const listWhy = async () => (await import("./list-why.js")).listWhy;
const movementState = async () => (await import("./movement-state.js")).movementState;
const orderWarning = async () => (await import("./order-warning.js")).orderWarning;
const passwordHelp = async () => (await import("./password-help.js")).passwordHelp;
const summaryBar = async () => (await import("./summary-bar.js")).summaryBar;
const whyCard = async () => (await import("./why-card.js")).whyCard;

/** @type {Record<Kind, (() => Promise<Feature>)[]>} */
const features = {
  report: [badges, whyCard, summaryBar],
  card: [fieldFindings, cardBanner],
  list: [listBadges, listWhy, listBar],
  movement: [movementState],
  clones: [badges, whyCard, clonesWarning],
  order: [fieldFindings, orderWarning],
  "password-dialog": [passwordHelp],
};

/**
 * @param {Kind} kind
 * @returns {Promise<Feature[]>}
 */
export async function featuresFor(kind) {
  return await Promise.all(features[kind].map((load) => load()));
}

/** Every annotation: what is loaded ahead need not be waited for later. */
export async function allFeatures() {
  const loaded = await Promise.all(Object.values(features).flat().map((load) => load()));
  return [...new Set(loaded)];
}

/**
 * @file The annotations of each kind of page, in the order in which they are made.
 *
 * @typedef {import("../lib/page.js").Feature} Feature
 * @typedef {import("../lib/page.js").Page["kind"]} Kind
 */
import { badges } from "./badges.js";
import { cardBanner } from "./card-banner.js";
import { clonesWarning } from "./clones-warning.js";
import { fieldFindings } from "./field-findings.js";
import { listBadges } from "./list-badges.js";
import { listBar } from "./list-bar.js";
import { listWhy } from "./list-why.js";
import { movementState } from "./movement-state.js";
import { orderWarning } from "./order-warning.js";
import { passwordHelp } from "./password-help.js";
import { summaryBar } from "./summary-bar.js";
import { whyCard } from "./why-card.js";

/** @type {Record<Kind, Feature[]>} */
export const features = {
  report: [badges, whyCard, summaryBar],
  card: [fieldFindings, cardBanner],
  list: [listBadges, listWhy, listBar],
  movement: [movementState],
  clones: [badges, whyCard, clonesWarning],
  order: [fieldFindings, orderWarning],
  "password-dialog": [passwordHelp],
};

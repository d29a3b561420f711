/** @file The annotations, in the order in which they are made. */
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

/** @type {import("../lib/page.js").Feature[]} */
export const features = [
  ...[badges, whyCard, summaryBar],
  ...[fieldFindings, cardBanner, passwordHelp],
  ...[listBadges, listWhy, listBar],
  ...[movementState, clonesWarning, orderWarning],
];

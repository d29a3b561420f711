/** @file The annotations, in the order in which they are made. */
import { badges } from "./badges.js";
import { summaryBar } from "./summary-bar.js";
import { whyCard } from "./why-card.js";

/** @type {import("../lib/page.js").Feature[]} */
export const features = [badges, whyCard, summaryBar];

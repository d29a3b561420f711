/** @file Marks each cell that names an account with its advice; styles/badges.css draws the badge. */
import { badgeOf } from "../lib/advice.js";
import { isAnalysed } from "../lib/page.js";
import { mapInSlices } from "../lib/slices.js";
import { text, word } from "../lib/texts.js";

const ATTRIBUTES = [
  "data-sverka-advice",
  "data-sverka-confidence",
  "data-sverka-rule",
  "data-sverka-group",
  "aria-description",
];

/** @type {import("../lib/page.js").Feature} */
export const badges = {
  id: "badges",
  include: isAnalysed,
  async init({ marks }, signal) {
    /** @type {Map<string, string>} */
    const spoken = new Map();
    const values = await mapInSlices(marks, (mark) => valuesOf(mark, spoken), signal);
    signal.addEventListener("abort", () => {
      for (const { cell } of marks) ATTRIBUTES.forEach((name) => cell.removeAttribute(name));
    });
    // All at once, so that the browser lays the table out no more than once.
    marks.forEach(({ cell }, index) => {
      ATTRIBUTES.forEach((name, at) => cell.setAttribute(name, values[index]?.[at] ?? ""));
    });
  },
};

/**
 * In the order of `ATTRIBUTES`.
 * @param {import("../site/places.js").Mark} mark
 * @param {Map<string, string>} spoken the words of each badge, asked of the browser once
 */
function valuesOf({ account, group }, spoken) {
  const badge = badgeOf(account);
  const words = spoken.get(badge) ?? text("badge_spoken", word("badge", badge));
  spoken.set(badge, words);
  return [account.advice, account.confidence, account.rules[0] ?? "", group.id, words];
}

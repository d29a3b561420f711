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
  "data-sverka-work",
  "aria-description",
];

/** @type {import("../lib/page.js").Feature} */
export const badges = {
  id: "badges",
  include: isAnalysed,
  async init({ marks, news }, signal) {
    /** @type {Map<string, string>} */
    const spoken = new Map();
    const values = await mapInSlices(marks, (mark) => valuesOf(mark, spoken), signal);
    signal.addEventListener("abort", () => {
      for (const { cell } of marks) ATTRIBUTES.forEach((name) => cell.removeAttribute(name));
    });
    // All at once, so that the browser lays the table out no more than once.
    marks.forEach((mark, index) => write(mark, values[index] ?? []));
    const follow = () => {
      for (const mark of marks.filter(({ group }) => group.decided)) write(mark, valuesOf(mark, spoken));
    };
    news.addEventListener("decided", follow, { signal });
  },
};

/**
 * @param {import("../site/places.js").Mark} mark
 * @param {string[]} values
 */
function write({ cell }, values) {
  ATTRIBUTES.forEach((name, at) => cell.setAttribute(name, values[at] ?? ""));
}

/**
 * In the order of `ATTRIBUTES`.
 * @param {import("../site/places.js").Mark} mark
 * @param {Map<string, string>} spoken the words of each badge, asked of the browser once
 */
function valuesOf({ account, group }, spoken) {
  const work = group.state?.state ?? "";
  const badge = badgeOf(account);
  const asked = `${badge} ${work}`;
  const words = spoken.get(asked) ?? spokenBadge(badge, work);
  spoken.set(asked, words);
  return [account.advice, account.confidence, account.rules[0] ?? "", group.id, work, words];
}

/**
 * @param {string} badge
 * @param {import("../lib/analysis.js").State | ""} work
 */
function spokenBadge(badge, work) {
  const advice = word("badge", badge);
  return text("badge_spoken", work ? text("badge_with_state", advice, word("work", work)) : advice);
}

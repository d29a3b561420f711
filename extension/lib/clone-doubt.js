/** @file Why the accounts of a group of clones must not be merged or archived yet. */
import { kindOf } from "./advice.js";

/** Different children who were born on one day. */
const TWINS_RULE = "D-15";

/** @typedef {"twins" | "not-duplicate" | "undecided" | "preliminary"} Doubt */

/** The weightiest first. */
const DOUBTS = /** @type {Doubt[]} */ (["twins", "not-duplicate", "undecided", "preliminary"]);

/**
 * What speaks most against merging all the accounts of a page at once.
 * @param {import("./analysis.js").ListedGroup[]} groups
 */
export function doubtInAnyOf(groups) {
  const found = new Set(groups.map(doubtIn));
  return DOUBTS.find((doubt) => found.has(doubt)) ?? null;
}

/**
 * @param {import("./analysis.js").ListedGroup} group
 * @returns {Doubt | null} `null` where it is decided what to do
 */
export function doubtIn({ accounts }) {
  const lawful = accounts.filter(({ advice }) => advice === "not-duplicate");
  if (lawful.some(({ rules }) => rules.includes(TWINS_RULE))) return "twins";
  if (lawful.length) return "not-duplicate";
  if (accounts.some((account) => kindOf(account) === "undecided")) return "undecided";
  return accounts.some(({ confidence }) => confidence === "low") ? "preliminary" : null;
}

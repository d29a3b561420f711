/** @file Why the accounts of a group of clones must not be merged or archived yet. */
import { kindOf } from "./advice.js";

/** Different children who were born on one day. */
const TWINS_RULE = "D-15";

/**
 * @param {import("./analysis.js").ListedGroup} group
 * @returns {"twins" | "not-duplicate" | "undecided" | "preliminary" | null} `null` where it is decided what to do
 */
export function doubtIn({ accounts }) {
  const lawful = accounts.filter(({ advice }) => advice === "not-duplicate");
  if (lawful.some(({ rules }) => rules.includes(TWINS_RULE))) return "twins";
  if (lawful.length) return "not-duplicate";
  if (accounts.some((account) => kindOf(account) === "undecided")) return "undecided";
  return accounts.some(({ confidence }) => confidence === "low") ? "preliminary" : null;
}

/** @file Why the accounts of a group of clones must not be merged or archived yet. */
import { kindOf } from "./advice.js";

/**
 * @param {import("./analysis.js").ListedGroup} group
 * @returns {"twins" | "undecided" | "preliminary" | null} `null` where it is decided what to do
 */
export function doubtIn({ accounts }) {
  if (accounts.some(({ advice }) => advice === "not-duplicate")) return "twins";
  if (accounts.some((account) => kindOf(account) === "undecided")) return "undecided";
  return accounts.some(({ confidence }) => confidence === "low") ? "preliminary" : null;
}

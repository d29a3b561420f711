/** @file How a person is named where the full name is not needed. */

/**
 * The initials of a name, or "" where the page printed none.
 * @param {string | null} name
 */
export function initials(name) {
  const words = (name ?? "").split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return words.map((word) => `${word.match(/\p{L}/u)?.[0].toUpperCase()}.`).join(" ");
}

/**
 * @param {import("./analysis.js").Account} account
 * @param {boolean} inFull
 */
export function nameAccount({ account_id, name }, inFull) {
  return [account_id, inFull ? name : initials(name)].filter(Boolean).join(", ");
}

/** @file When the accounts of a group were enrolled, one under the other, and where they overlap. */
import { element } from "./element.js";
import { nameAccount } from "./persons.js";
import { dayText, text } from "./texts.js";
import { localIso } from "./time.js";

/**
 * @typedef {import("./analysis.js").Account} Account
 *
 * @typedef {object} Stay
 * @property {Account} account
 * @property {number} from
 * @property {number} to
 */

const DAY_MS = 86_400_000;

/**
 * The day up to which a report tells of enrolments; its overlaps are counted to that day.
 * @param {{period: [string, string] | null, generated_at: string | null}} report
 */
export function lastDayOf({ period, generated_at }) {
  return period?.[1] ?? (generated_at ?? localIso(new Date())).slice(0, "yyyy-mm-dd".length);
}

/**
 * Nothing where the page does not say when two of them were enrolled.
 * @param {Account[]} accounts
 * @param {string} lastDay until which an enrolment without an end is shown
 * @returns {HTMLElement[]}
 */
export function timeline(accounts, lastDay) {
  const stays = accounts.flatMap((account) => {
    const { enrolled, departed } = account;
    return enrolled ? [{ account, from: dayOf(enrolled), to: dayOf(departed ?? lastDay) }] : [];
  });
  if (stays.length < 2) return [];
  const start = Math.min(...stays.map(({ from }) => from));
  const length = Math.max(...stays.map(({ from, to }) => Math.max(from, to))) - start || 1;
  const overlap = longestOverlap(stays);
  const place = (/** @type {number} */ day) => (day - start) / length;
  const rows = stays.map((stay) => row(stay, place, overlap));
  return [element("h3", {}, text("card_timeline")), element("table", { class: "timeline" }, element("tbody", {}, ...rows))];
}

/** @param {string} isoDate */
function dayOf(isoDate) {
  return Date.parse(isoDate) / DAY_MS;
}

/**
 * @param {Stay[]} stays
 * @returns {{from: number, to: number} | null} the longest time that two of them share
 */
export function longestOverlap(stays) {
  /** @type {{from: number, to: number} | null} */
  let longest = null;
  for (const [index, one] of stays.entries()) {
    for (const other of stays.slice(index + 1)) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (to - from > (longest ? longest.to - longest.from : 0)) longest = { from, to };
    }
  }
  return longest;
}

/**
 * @param {Stay} stay
 * @param {(day: number) => number} place
 * @param {{from: number, to: number} | null} overlap
 */
function row({ account, from, to }, place, overlap) {
  const { enrolled, departed, organisation } = account;
  const until = departed ? dayText(departed) : text("card_not_departed");
  const days = `${dayText(enrolled ?? "")} — ${until}`;
  const shared = overlap ? [bar("shared", place(overlap.from), place(overlap.to))] : [];
  const track = element("span", { class: "track", "aria-hidden": "true" }, ...shared, bar("stay", place(from), place(to)));
  const name = organisation ?? nameAccount(account, false);
  return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, days, track));
}

/**
 * @param {string} kind
 * @param {number} from
 * @param {number} to
 */
function bar(kind, from, to) {
  const made = element("span", { class: kind });
  made.style.setProperty("--from", String(from));
  made.style.setProperty("--to", String(Math.max(from, to)));
  return made;
}

/** @file Moments of time as the helper wants them. */

const DAY = "yyyy-mm-dd".length;

/**
 * ISO 8601 in local time with its offset, e.g. `2025-09-30T17:40:20+11:00`.
 * @param {Date} moment
 */
export function localIso(moment) {
  const offset = -moment.getTimezoneOffset();
  const shifted = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
  return `${shifted}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}

/**
 * The day of a moment by the clock of this computer, e.g. `2025-09-30`.
 * @param {Date} moment
 */
export function localDay(moment) {
  return localIso(moment).slice(0, DAY);
}

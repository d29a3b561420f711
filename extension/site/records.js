/** @file What of an address or a call may leave the page: the id of a record, nothing else. */
import { CARD_CALLS, HIDDEN_FIELDS_KEPT } from "./selectors.js";

const CALL = String.raw`\b(?:${CARD_CALLS.join("|").replaceAll(".", "[.]")})\(\s*(['"]?)\d{1,11}\1(?=\s*[,)])`;
const QUERY = String.raw`(?<=[?&])(?:${[...HIDDEN_FIELDS_KEPT].join("|")})=\d{1,11}(?=$|[&#])`;
/** The last part of a route inside the page, e.g. `#parents/100001`. */
const ROUTE = String.raw`(?<=^#[\w/-]{1,80})/\d{1,11}$`;
const RECORDS = new RegExp(`${CALL}|${QUERY}|${ROUTE}`, "g");

/**
 * @param {string} code an address or a call
 * @returns {string} the same without anything but ids of records; empty where it has none
 */
export function recordsIn(code) {
  return (code.match(RECORDS) ?? []).map(inItsForm).join(" ");
}

/** @param {string} record */
function inItsForm(record) {
  if (record.startsWith("/")) return `#${record}`;
  return record.includes("(") ? `${record})` : `?${record}`;
}

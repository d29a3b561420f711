/** @file Synthetic answers of the helper; a test names only what it is about. */

/**
 * @typedef {import("../../extension/lib/analysis.js").Account} Account
 * @typedef {import("../../extension/lib/analysis.js").Field} Field
 * @typedef {import("../../extension/lib/analysis.js").Group} Group
 * @typedef {import("../../extension/lib/analysis.js").Pair} Pair
 * @typedef {import("../../extension/lib/analysis.js").Step} Step
 */

/**
 * @param {Partial<Account>} parts
 * @returns {Account}
 */
export function account(parts = {}) {
  return {
    key: "k1",
    account_id: "s1",
    places: [],
    name: "Testov Test Testovich",
    ...{ organisation: "School 1", enrolled: null, departed: null },
    advice: "keep",
    rules: ["D-01"],
    why: "",
    confidence: "medium",
    ...parts,
  };
}

/**
 * @param {Partial<Step>} parts
 * @returns {Step}
 */
export function step(parts = {}) {
  return {
    ...{ n: 1, who: "School 1", org_key: "school 1", account_key: "k1" },
    ...{ text: "Do it.", due: null, if: null },
    ...parts,
  };
}

/**
 * @param {Partial<Field>} parts
 * @returns {Field}
 */
export function field(parts = {}) {
  return { field: "surname", level: "exact", bits: null, left: "X", right: "X", ...parts };
}

/**
 * The accounts `k1` and `k2` side by side.
 * @param {Field[]} fields
 * @param {Partial<Pair>} parts
 * @returns {Pair}
 */
export function pair(fields, parts = {}) {
  return { a: "k1", b: "k2", bits: null, guard: null, fields, ...parts };
}

/**
 * @param {Partial<import("../../extension/lib/analysis.js").StateInfo>} parts
 * @returns {import("../../extension/lib/analysis.js").StateInfo}
 */
export function stateInfo(parts = {}) {
  return {
    ...{ state: "found", version: 1, first_seen: "2025-09-30T17:40:00+00:00" },
    ...{ organisation: null, due: null, reason: null, note: null, by: null, at: null },
    ...{ undoable: false, changed: [], still_seen: null },
    ...parts,
  };
}

/**
 * @param {Account[]} accounts
 * @param {Partial<Group>} parts
 * @returns {Group}
 */
export function group(accounts, parts = {}) {
  return {
    id: "g1",
    verdict: "same",
    overlap_days: null,
    risk: "none",
    confidence: "medium",
    cause: "unknown",
    ...{ state: null, change: null, not_duplicate: null },
    pairs: [],
    steps: [],
    accounts,
    ...parts,
  };
}

/**
 * @param {Group[]} groups
 * @returns {import("../../extension/lib/analysis.js").Answer}
 */
export function answer(groups) {
  const page = { kind: "duplicates-report", rows: 0, table: 0, first_data_tr: 1, period: null, generated_at: null, warnings: [], run: null, linked: [] };
  return { page, groups, findings: [], movement: null, listing: null, rules: {} };
}

/**
 * @param {Partial<import("../../extension/lib/analysis.js").Finding>} parts
 * @returns {import("../../extension/lib/analysis.js").Finding}
 */
export function finding(parts = {}) {
  return {
    ...{ row: null, field: "surname", severity: "error", rule: "C-07", advice: "correct" },
    ...{ why: "It is wrong.", steps: [], proposed: null, candidates: [] },
    ...parts,
  };
}

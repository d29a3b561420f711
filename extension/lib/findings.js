/** @file The findings of a card in the order and the groups in which they are told. */

/**
 * @typedef {import("./analysis.js").Finding} Finding
 *
 * @typedef {object} Told what is said once of one or several fields
 * @property {Finding} finding
 * @property {string[]} fields
 * @property {string} [who] of several people the one it is about
 */

const SEVERITIES = ["error", "warning", "info"];

/** Fields that name whom the person is linked to. */
const LINKS = new Set(["parents", "children"]);

/**
 * @param {Finding[]} findings
 * @returns {Finding[]} those of one severity in the helper's order
 */
export function worstFirst(findings) {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** @param {Finding} finding */
export function isOfLinks({ field }) {
  return LINKS.has(field);
}

/**
 * The same words about several fields («не заполнено») are said once.
 * @param {Finding[]} findings
 * @returns {Told[]}
 */
export function toldOnce(findings) {
  /** @type {Map<string, Told>} */
  const told = new Map();
  for (const finding of worstFirst(findings)) {
    const { rule, why, proposed } = finding;
    const words = JSON.stringify([rule, why, proposed]);
    const known = told.get(words);
    if (known) known.fields.push(finding.field);
    else told.set(words, { finding, fields: [finding.field] });
  }
  return [...told.values()];
}

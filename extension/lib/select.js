/** @file Finding elements: `$()` is for what must be there, `$optional()` for what may be. */

/**
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} type
 * @param {ParentNode} base
 * @returns {E}
 */
export function $(selector, type, base = document) {
  const found = $optional(selector, type, base);
  if (!found) throw new Error(`No ${type.name} for ${selector}`);
  return found;
}

/**
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} type
 * @param {ParentNode} base
 * @returns {E | null}
 */
export function $optional(selector, type, base = document) {
  const found = base.querySelector(selector);
  return found instanceof type ? found : null;
}

/**
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} type
 * @param {ParentNode} base
 * @returns {E[]}
 */
export function $$(selector, type, base = document) {
  /** @type {E[]} */
  const found = [];
  for (const element of base.querySelectorAll(selector)) {
    if (element instanceof type) found.push(element);
  }
  return found;
}

/** @file A column of weights as a waterfall: each bar begins where the one before it ended. */
import { element } from "./element.js";
import { signedText } from "./texts.js";

/** @typedef {import("./analysis.js").Field} Field */

/**
 * The cells of the fields, empty for one without weight, and that of their sum.
 * @param {Field[]} fields
 * @param {number} sum
 */
export function waterfall(fields, sum) {
  const reached = runningSums(fields);
  const [lowest, highest] = [Math.min(0, ...reached.values()), Math.max(0, ...reached.values())];
  const place = (/** @type {number} */ bits) => (bits - lowest) / (highest - lowest || 1);

  const cell = (/** @type {string} */ name, /** @type {number} */ bits, /** @type {number} */ end) => {
    const figure = element("span", { class: "weight-figure", "data-sverka-weight": name }, signedText(bits));
    const bar = element("span", { class: "weight-bar", "data-sverka-bar": name, "data-sign": String(Math.sign(bits)) });
    return element("td", { class: "weight" }, element("div", {}, figure, track(bar, place(0), place(end - bits), place(end))));
  };
  return {
    cellOf: (/** @type {Field} */ field) =>
      field.bits === null ? element("td") : cell(field.field, field.bits, reached.get(field) ?? 0),
    total: cell("total", sum, sum),
  };
}

/**
 * The bar in its place; shares of the width, set by the object model because a page's policy may
 * forbid styles in attributes.
 * @param {HTMLElement} bar
 * @param {number} zero
 * @param {number} start
 * @param {number} end
 */
function track(bar, zero, start, end) {
  const made = element("span", { class: "weight-track", "aria-hidden": "true" }, bar);
  made.style.setProperty("--zero", String(zero));
  made.style.setProperty("--from", String(Math.min(start, end)));
  made.style.setProperty("--to", String(Math.max(start, end)));
  return made;
}

/**
 * What the fields sum up to, each with all before it.
 * @param {Field[]} fields
 */
function runningSums(fields) {
  /** @type {Map<Field, number>} */
  const sums = new Map();
  let sum = 0;
  for (const field of fields) {
    sum += field.bits ?? 0;
    sums.set(field, sum);
  }
  return sums;
}

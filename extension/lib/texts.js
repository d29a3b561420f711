/** @file The words the operator sees; they stand in `_locales` and nowhere else. */

/**
 * @param {string} key
 * @param {...(string | number)} values fill $1, $2 …
 */
export function text(key, ...values) {
  const message = chrome.i18n.getMessage(key, values.map(String));
  if (!message) throw new Error(`No message ${key}`);
  return message;
}

/**
 * The word for a value of a closed vocabulary, e.g. `word("advice", "fix-dates")`.
 * @param {string} family
 * @param {string} value
 */
export function word(family, value) {
  return text(`${family}_${value.replaceAll("-", "_")}`);
}

/** @param {string} isoDate `2025-09-01` */
export function dayText(isoDate) {
  return isoDate.split("-").reverse().join(".");
}

/**
 * Day and time on this computer's clock.
 * @param {string} isoMoment
 */
export function momentText(isoMoment) {
  const shape = /** @type {const} */ ({ dateStyle: "short", timeStyle: "short" });
  return new Intl.DateTimeFormat(text("language"), shape).format(new Date(isoMoment));
}

/**
 * A number with its sign and one decimal, as the language of the words writes it.
 * @param {number} value
 */
export function signedText(value) {
  const shape = /** @type {const} */ ({ signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return new Intl.NumberFormat(text("language"), shape).format(value).replace("-", "−");
}

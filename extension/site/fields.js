/** @file Where the fields of a card stand on the live page: each beside its caption, found by its words. */
import { $$ } from "../lib/select.js";
import { fieldNamed, fold } from "./captions.js";
import { CAPTIONS, FIELD_CONTROLS, NOT_CAPTIONS } from "./selectors.js";

/** A caption may stand in a cell of its own, with the value in the next one. */
const LEVELS_TO_VALUE = 3;

/** A field that this layout splits or joins: its findings stand beside the next best one. */
const NEXT_BEST = new Map([
  ["document", ["document_series", "document_number", "document_type"]],
  ["document_series", ["document"]],
  ["document_number", ["document"]],
]);

/** @typedef {Map<string, HTMLElement>} Fields the control or the printed value of each field */

/**
 * @param {HTMLElement} root
 * @returns {Fields}
 */
export function locateFields(root) {
  /** @type {Fields} */
  const fields = new Map();
  /** @type {HTMLElement | null} */
  let value = null;
  for (const caption of $$(CAPTIONS, HTMLElement, root)) {
    const field = fieldNamed(caption.textContent);
    // What is printed beside a caption may be a caption's word itself («Тип документа: Паспорт»).
    if (!field || value?.contains(caption) || !isInnermost(caption)) continue;
    value = valueBeside(caption, root);
    if (value && !fields.has(field)) fields.set(field, value);
  }
  return fields;
}

/**
 * A row with an empty value reads as its caption alone.
 * @param {HTMLElement} caption
 */
function isInnermost(caption) {
  const words = fold(caption.textContent);
  return !caption.closest(NOT_CAPTIONS) && ![...caption.children].some((part) => fold(part.textContent) === words);
}

/**
 * @param {Fields} fields
 * @param {string} field
 * @returns {HTMLElement | undefined}
 */
export function fieldOrNextBest(fields, field) {
  const names = [field, ...(NEXT_BEST.get(field) ?? [])];
  return names.map((name) => fields.get(name)).find((found) => found !== undefined);
}

/**
 * @param {HTMLElement} caption
 * @param {HTMLElement} root
 */
function valueBeside(caption, root) {
  const named = caption.closest("label")?.control;
  if (named) return named;
  /** @type {Element | null} */
  let place = caption;
  for (let level = 0; level < LEVELS_TO_VALUE && place && place !== root; level++) {
    const beside = behindMarks(place.nextElementSibling);
    if (beside instanceof HTMLElement) return controlIn(beside) ?? beside;
    place = place.parentElement;
  }
  return null;
}

/**
 * «***» and the like between a caption and its value.
 * @param {Element | null} beside
 * @returns {Element | null}
 */
function behindMarks(beside) {
  const words = beside?.textContent.trim();
  const next = beside?.nextElementSibling;
  return next && words && !fold(words) ? behindMarks(next) : beside;
}

/** @param {HTMLElement} place */
function controlIn(place) {
  if (place.matches(FIELD_CONTROLS)) return place;
  return $$(FIELD_CONTROLS, HTMLElement, place)[0] ?? null;
}

/**
 * The words that stand in a field, typed, chosen or printed.
 * @param {HTMLElement | undefined} field
 */
export function wordsIn(field) {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text.trim() ?? "";
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.trim();
  return field?.textContent.trim() ?? "";
}

/**
 * What is typed and chosen in controls, to tell when it becomes another.
 * @param {Element[]} controls
 */
export function typedIn(controls) {
  return JSON.stringify(
    controls.map((control) => {
      if (control instanceof HTMLInputElement) return [control.value, control.checked];
      return control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement ? control.value : null;
    }),
  );
}

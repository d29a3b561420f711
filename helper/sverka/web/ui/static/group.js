/** @file The page of a group: carries out what is decided of it, and turns to its neighbours by key. */
import { $, decide, onSubmit, reveal, tell, ToldError } from "./page.js";

const { signal } = new AbortController();
const NEIGHBOURS = new Map([
  ["ArrowLeft", "#previous"],
  ["ArrowRight", "#following"],
]);
const MODIFIERS = ["Alt", "Control", "Meta", "Shift"];
/** Where the arrows already mean something. */
const HAS_KEYS_OF_ITS_OWN = 'input, select, textarea, summary, [role="region"]';

/** @param {HTMLFormElement} form */
async function carryOut(form) {
  const { dataset } = $("#decisions", HTMLElement);
  const decision = { act: form.dataset.act, group: dataset.group, version: Number(dataset.version), ...written(form) };
  try {
    await decide(dataset.action ?? "", decision, signal);
  } catch (problem) {
    $("#look-again", HTMLElement).hidden = !(problem instanceof ToldError && problem.code === "conflict");
    throw problem;
  }
  tell(form.dataset.act === "undo" ? dataset.undone : dataset.saved);
}

/**
 * What is filled in; an account cannot be both kept and removed.
 * @param {HTMLFormElement} form
 */
function written(form) {
  const told = new FormData(form);
  const removed = told.getAll("removed").filter((key) => key !== told.get("kept"));
  told.delete("removed");
  const filled = [...told].filter(([, value]) => value !== "");
  return { ...Object.fromEntries(filled), ...(removed.length ? { removed } : {}) };
}

/** @param {KeyboardEvent} event */
function turn(event) {
  if (MODIFIERS.some((key) => event.getModifierState(key))) return;
  if (event.target instanceof Element && event.target.closest(HAS_KEYS_OF_ITS_OWN)) return;
  const selector = NEIGHBOURS.get(event.key);
  const link = selector && document.querySelector(selector);
  if (link instanceof HTMLAnchorElement) link.click();
}

/** A rule that is named opens when it is gone to. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
}

for (const form of document.querySelectorAll("form[data-act]")) {
  if (form instanceof HTMLFormElement) onSubmit(form, signal, carryOut);
}
document.addEventListener("keydown", turn, { signal });
addEventListener("hashchange", openNamed, { signal });
openNamed();
reveal();

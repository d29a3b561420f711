/** @file The work list: assigns the groups that are ticked, one after the other, and tells how it went. */
import { $, decide, onSubmit, reveal, tell, ToldError } from "./page.js";

const { signal } = new AbortController();

/** @returns {HTMLInputElement[]} */
function boxes() {
  const all = [...document.querySelectorAll('input[name="group"]')];
  return all.filter((box) => box instanceof HTMLInputElement).filter((box) => !box.disabled);
}

function countChosen() {
  const chosen = boxes().filter((box) => box.checked).length;
  $("#chosen", HTMLOutputElement).value = String(chosen);
  const all = $("#select-all", HTMLInputElement);
  all.checked = chosen === boxes().length;
  all.indeterminate = chosen > 0 && !all.checked;
}

/** @param {HTMLFormElement} form */
async function assignChosen(form) {
  const chosen = boxes().filter((box) => box.checked);
  if (!chosen.length) throw new Error(form.dataset.none);
  const told = new FormData(form);
  const progress = $("progress", HTMLProgressElement, form);
  Object.assign(progress, { max: chosen.length, value: 0, hidden: false });
  /** @type {string[]} */
  const failures = [];
  try {
    for (const box of chosen) {
      await assign(box, told, form.dataset.action ?? "", failures);
      progress.value += 1;
    }
  } finally {
    progress.hidden = true;
  }
  finish(form, chosen.length - failures.length, failures);
}

/**
 * What stands in the way of one group is no reason to leave out the others.
 * @param {HTMLInputElement} box
 * @param {FormData} told
 * @param {string} action
 * @param {string[]} failures
 */
async function assign(box, told, action, failures) {
  const { value: group, dataset } = box;
  const decision = { act: "assign", group, version: Number(dataset.version) };
  try {
    await decide(action, { ...decision, organisation: told.get("organisation"), due: told.get("due") || null }, signal);
    showAssigned(box, told);
  } catch (problem) {
    if (!(problem instanceof ToldError)) throw problem;
    failures.push(`${dataset.name}: ${problem.message}`);
  }
}

/**
 * The row says what was done, in case the list is not loaded anew because others failed.
 * @param {HTMLInputElement} box
 * @param {FormData} told
 */
function showAssigned(box, told) {
  box.checked = false;
  // Its version is another now: it is to be chosen from the new list.
  box.disabled = true;
  const state = $(".state", HTMLElement, box.closest("tr") ?? document);
  state.className = "state assigned";
  state.textContent = $("#bulk", HTMLFormElement).dataset.assigned ?? "";
  const organisation = Object.assign(document.createElement("span"), { className: "more" });
  organisation.textContent = String(told.get("organisation"));
  state.after(organisation);
}

/**
 * @param {HTMLFormElement} form
 * @param {number} done
 * @param {string[]} failures
 */
function finish({ dataset }, done, failures) {
  const said = `${dataset.done} ${done}`;
  if (!failures.length) {
    tell(said);
    return;
  }
  const place = $("#failures", HTMLElement);
  $("p", HTMLElement, place).textContent = `${said}. ${dataset.failed}`;
  const items = failures.map((words) => Object.assign(document.createElement("li"), { textContent: words }));
  $("ul", HTMLElement, place).replaceChildren(...items);
  place.hidden = false;
  place.focus();
  countChosen();
}

function chooseAll() {
  const { checked } = $("#select-all", HTMLInputElement);
  for (const box of boxes()) box.checked = checked;
  countChosen();
}

if (boxes().length) {
  $("#select-all", HTMLInputElement).addEventListener("change", chooseAll, { signal });
  for (const box of boxes()) box.addEventListener("change", countChosen, { signal });
  onSubmit($("#bulk", HTMLFormElement), signal, assignChosen);
  // A browser that comes back to the page keeps what was ticked.
  countChosen();
}
reveal();

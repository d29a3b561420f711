/** @file The side panel: the work list, and one of its groups. */
import { ask } from "../lib/messages.js";
import { $ } from "../lib/select.js";
import { GroupView } from "./group-view.js";
import { localize } from "./localize.js";
import { attempt } from "./panel-problem.js";
import { offerReports } from "./reports.js";
import { WorkList } from "./work-list.js";

const { signal } = new AbortController();
const listPlace = $("#list", HTMLElement);
const groupPlace = $("#group", HTMLElement);
const problem = $("#problem", HTMLElement);

let leaving = new AbortController();

/** @param {boolean} isGroup */
function show(isGroup) {
  leaving.abort();
  leaving = new AbortController();
  listPlace.hidden = isGroup;
  groupPlace.hidden = !isGroup;
}

/** @param {string} id */
async function openGroup(id) {
  show(true);
  const view = new GroupView(AbortSignal.any([signal, leaving.signal]));
  await view.open(id, {
    back: () => void backToList(id),
    go: (by) => void goBeside(id, by),
    has: (by) => list.hasBeside(id, by),
  });
}

/**
 * @param {string} id
 * @param {1 | -1} by
 */
async function goBeside(id, by) {
  const next = await list.beside(id, by);
  if (next !== null) await openGroup(next);
}

/** @param {string} id */
async function backToList(id) {
  show(false);
  await list.load();
  list.focus(id);
}

localize();
offerReports(signal);
const list = new WorkList((id) => void openGroup(id), signal);
$("#refresh", HTMLButtonElement).addEventListener("click", () => {
  show(false);
  void list.load();
});
$("#whole", HTMLButtonElement).addEventListener("click", () => {
  void attempt(problem, () => ask("open-pages", {}, signal), signal);
});
await list.load();

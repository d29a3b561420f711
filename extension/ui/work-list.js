/** @file The list of the panel: what fits the filter, page by page, and what is selected of it. */
import { button, element } from "../lib/element.js";
import { ask } from "../lib/messages.js";
import { $, $optional } from "../lib/select.js";
import { text } from "../lib/texts.js";
import { assignAll, bulkForm, bulkProgress, bulkReport } from "./bulk-assign.js";
import { attempt } from "./panel-problem.js";
import { WorkFilter } from "./work-filter.js";
import { workItem } from "./work-items.js";

/**
 * @typedef {import("./work-items.js").WorkItem} WorkItem
 * @typedef {import("./work-items.js").WorkPage} WorkPage
 */

/** Problems of one group, whatever becomes of the others. */
const MOVED = new Set(["conflict", "not-found"]);

export class WorkList {
  /** @type {WorkPage | null} */
  #shown = null;
  /** @type {Map<string, WorkItem>} kept from page to page */
  #selected = new Map();
  #loading = new AbortController();
  #filter = new WorkFilter(() => void this.load(1));
  #problem = $("#problem", HTMLElement);
  #found = $("#found", HTMLElement);
  #items = $("#items", HTMLElement);
  #pages = $("#pages", HTMLElement);
  #selection = $("#selection", HTMLElement);
  #selectAll = $("#select-all", HTMLButtonElement);
  #onOpen;
  #signal;

  /**
   * @param {(id: string) => void} onOpen
   * @param {AbortSignal} signal
   */
  constructor(onOpen, signal) {
    this.#onOpen = onOpen;
    this.#signal = signal;
    this.#selectAll.addEventListener("click", () => this.#selectShown());
  }

  /** The page that is shown, loaded anew unless another is named. */
  async load(page = this.#shown?.page ?? 1) {
    this.#loading.abort();
    this.#loading = new AbortController();
    const signal = AbortSignal.any([this.#signal, this.#loading.signal]);
    this.#found.textContent = text("panel_loading");
    const show = async () => this.#show(await ask("worklist", { ...this.#filter.request(), page }, signal));
    if (!(await attempt(this.#problem, show, signal))) this.#found.textContent = "";
  }

  /**
   * The group beside another one, from the next page too; `null` where there is none.
   * @param {string} id
   * @param {1 | -1} by
   * @returns {Promise<string | null>}
   */
  async beside(id, by) {
    const at = this.#ids().indexOf(id) + by;
    const inPage = this.#ids()[at];
    const page = (this.#shown?.page ?? 1) + by;
    if (inPage !== undefined || !this.#hasPage(page)) return inPage ?? null;
    await this.load(page);
    return this.#ids().at(by > 0 ? 0 : -1) ?? null;
  }

  /**
   * Whether there is a group beside another one.
   * @param {string} id
   * @param {1 | -1} by
   */
  hasBeside(id, by) {
    const at = this.#ids().indexOf(id);
    return at >= 0 && (this.#ids()[at + by] !== undefined || this.#hasPage((this.#shown?.page ?? 1) + by));
  }

  /** @param {string} id */
  focus(id) {
    const line = $optional(`[data-sverka-group="${CSS.escape(id)}"] .open`, HTMLElement, this.#items);
    (line ?? this.#found).focus();
  }

  #selectShown() {
    const items = this.#shown?.items ?? [];
    for (const item of items) this.#selected.set(item.id, item);
    this.#items.replaceChildren(...items.map((item) => this.#line(item)));
    this.#showSelection();
  }

  #ids() {
    return (this.#shown?.items ?? []).map((item) => item.id);
  }

  /** @param {number} page */
  #hasPage(page) {
    return page >= 1 && page <= (this.#shown?.pages ?? 0);
  }

  /** @param {WorkPage} found */
  #show(found) {
    this.#shown = found;
    this.#filter.offer(found);
    // A decision must name the state that is shown now.
    for (const item of found.items) if (this.#selected.has(item.id)) this.#selected.set(item.id, item);
    this.#found.textContent = this.#summary(found);
    this.#items.replaceChildren(...found.items.map((item) => this.#line(item)));
    this.#pages.replaceChildren(...this.#pager(found));
    this.#selectAll.hidden = !found.items.length;
    this.#showSelection();
  }

  /** @param {WorkPage} found */
  #summary({ total }) {
    if (total) return text("panel_found", total);
    const { isOpen } = this.#filter;
    return text(isOpen ? "panel_empty" : "panel_nothing");
  }

  /** @param {WorkItem} item */
  #line(item) {
    const select = (/** @type {boolean} */ selected) => {
      if (selected) this.#selected.set(item.id, item);
      else this.#selected.delete(item.id);
      this.#showSelection();
    };
    return workItem(item, this.#selected.has(item.id), select, () => this.#onOpen(item.id));
  }

  /** @param {WorkPage} found */
  #pager({ page, pages }) {
    if (pages <= 1) return [];
    const turn = (/** @type {string} */ label, /** @type {number} */ to) => {
      const made = button(label, () => void this.load(to));
      made.disabled = !this.#hasPage(to);
      return made;
    };
    return [
      turn(text("panel_previous_page"), page - 1),
      element("span", {}, text("panel_page", page, pages)),
      turn(text("panel_next_page"), page + 1),
    ];
  }

  #showSelection() {
    const items = [...this.#selected.values()];
    const form = bulkForm(items, (wish) => void this.#assign(items, wish));
    this.#selection.replaceChildren(...(items.length ? [form] : []));
  }

  /**
   * @param {WorkItem[]} items
   * @param {{organisation?: string, due?: string}} wish
   */
  async #assign(items, wish) {
    const stopping = new AbortController();
    const signal = AbortSignal.any([this.#signal, stopping.signal]);
    const progress = bulkProgress(items.length, () => stopping.abort());
    this.#selection.replaceChildren(progress.view);
    const outcome = await assignAll(items, wish, progress.show, signal);
    for (const { id } of outcome.done) this.#selected.delete(id);
    await this.load();
    this.#dropMoved(outcome.failed);
    this.#selection.append(bulkReport(outcome, items.length));
  }

  /**
   * What somebody else moved out of the list that is shown cannot be chosen there any more.
   * @param {import("./bulk-assign.js").Outcome["failed"]} failed
   */
  #dropMoved(failed) {
    const moved = failed.filter(({ item, problem }) => MOVED.has(problem.code) && !this.#ids().includes(item.id));
    for (const { item } of moved) this.#selected.delete(item.id);
    this.#showSelection();
  }
}

/** @file The panel of tasks: a text for every organisation, to be copied and sent. */
import { wholeGroups } from "./analysis.js";
import { copyButton } from "./copy-button.js";
import { button, element } from "./element.js";
import { tasksOf } from "./tasks.js";
import { text } from "./texts.js";

/**
 * @param {import("./page.js").AnalysedPage} page
 * @param {AbortSignal} signal
 */
export async function openTasks({ analysis, overlay }, signal) {
  const groups = await wholeGroups(analysis);
  if (signal.aborted) return;
  const closing = new AbortController();
  const close = button(text("close"), () => dialog.close(), { class: "close" });
  const title = element("h2", { id: "tasks-title" }, text("tasks_title"));
  const withNames = element("input", { type: "checkbox" });
  const lists = element("div", { class: "card-body" });
  const fill = () => lists.replaceChildren(...content(groups, withNames.checked, overlay));
  withNames.addEventListener("change", fill);
  fill();

  const dialog = element(
    "dialog",
    { class: "card tasks", "aria-labelledby": "tasks-title" },
    element("header", {}, title, close),
    element("label", { class: "names" }, withNames, text("tasks_with_names")),
    lists,
  );
  dialog.addEventListener("close", () => closing.abort());
  overlay.show(dialog, AbortSignal.any([signal, closing.signal]));
  dialog.showModal();
}

/**
 * @param {import("./analysis.js").Group[]} groups
 * @param {boolean} withNames
 * @param {import("./overlay.js").Overlay} overlay
 */
function content(groups, withNames, overlay) {
  const tasks = tasksOf(groups, withNames);
  if (!tasks.length) return [element("p", {}, text("tasks_none"))];
  const all = tasks.map((task) => task.content).join("\n\n");
  return [
    copyButton(text("tasks_copy_all"), () => all, overlay),
    ...tasks.map((task) =>
      element(
        "section",
        { class: "task" },
        element("h3", {}, task.organisation),
        element("pre", { tabindex: "0" }, task.content),
        copyButton(text("tasks_copy"), () => task.content, overlay, task.organisation),
      ),
    ),
  ];
}

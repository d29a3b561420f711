// The modern shell: #view is replaced on every route; a report is queued, awaited and fetched.
import { fillLate } from "./cards.js";
import "./clones.js";
import { chosenPlace, deliver, listening, parsed, showOverlay } from "./common.js";
import "./lists.js";
import "./order.js";

const POLL_MS = 50;

async function showView() {
  const name = location.hash.slice(1) || "reports";
  const answer = await fetch(`/app/em/views/${name}.html`);
  const view = document.createElement("div");
  view.id = "view";
  view.className = "container";
  view.append(parsed(await answer.text()));
  document.querySelector("#view").replaceWith(view);
  await fillLate(view);
}

async function awaitTask(task, progress) {
  for (;;) {
    const answer = await fetch(`/webapi/reports/tasks/${task}`);
    const state = await answer.json();
    progress.textContent = `${state.progress} %`;
    if (state.ready) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function generate(form) {
  const view = form.closest(".block-content");
  const showOnPage = (html) => view.querySelector(".report-view").replaceChildren(parsed(html));
  const place = chosenPlace(form, showOnPage);
  const progress = view.querySelector(".report-progress");
  const hideOverlay = showOverlay();
  progress.classList.remove("hidden");
  const queued = await fetch("/webapi/reports/duplicates/queue", { method: "POST" });
  const { taskId } = await queued.json();
  await awaitTask(taskId, progress.querySelector(".progress-text"));
  const answer = await fetch(`/webapi/reports/tasks/${taskId}/result`);
  deliver(await answer.text(), place);
  progress.classList.add("hidden");
  hideOverlay();
}

document.addEventListener("click", (event) => {
  if (event.target.matches(".generate-report-button")) generate(event.target.form);
});
window.addEventListener("hashchange", showView);
showView();
listening();

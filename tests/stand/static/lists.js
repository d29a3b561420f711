// The lists of pupils and parents: «Загрузить» and the pager bring rows, with an overlay meanwhile.
import "./cards.js";
import { delivered, parsed, showOverlay } from "./common.js";

async function load(form, page) {
  const hideOverlay = showOverlay("Загрузка…");
  const fields = new FormData(form);
  fields.set("PAGE", page);
  const answer = await fetch(form.dataset.address, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  form.parentElement.querySelector(".list-view").replaceChildren(parsed(await answer.text()));
  hideOverlay();
  delivered();
}

document.addEventListener("click", (event) => {
  const page = event.target.closest("[data-page]")?.dataset.page;
  if (!page && !event.target.closest(".load-list")) return;
  event.preventDefault();
  load(document.querySelector("form.user-list"), page ?? "1");
});

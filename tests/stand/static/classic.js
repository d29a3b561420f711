// The classic report page: the answer goes into div#report, and a late script re-wraps its text.
import { chosenPlace, deliver, listening, parsed, showOverlay } from "./common.js";

const REWRAP_AFTER_MS = 100;

function rewrap(box) {
  for (const cell of box.querySelectorAll("td")) {
    if (cell.textContent.length > 12) {
      const wrap = document.createElement("span");
      wrap.className = "wrap";
      wrap.append(...cell.childNodes);
      cell.append(wrap);
    }
  }
}

function showOnPage(html) {
  const box = document.querySelector("#report");
  box.replaceChildren(parsed(html));
  box.classList.remove("hidden");
  setTimeout(() => rewrap(box), REWRAP_AFTER_MS);
}

async function generate(form) {
  const place = chosenPlace(form, showOnPage);
  const hideOverlay = showOverlay();
  const answer = await fetch("/asp/EDUC_MANAGER/Reports/GetReport.asp", {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
  });
  deliver(await answer.text(), place);
  hideOverlay();
}

document.querySelector(".generate-report-button")?.addEventListener("click", (event) => {
  generate(event.target.form);
});
listening();

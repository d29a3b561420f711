// What both generations of the interface share: dialogs, the overlay, the places of a report.

/** Parsed children of `html`, as jQuery's `.html()` would insert them. */
export function parsed(html) {
  return document.createRange().createContextualFragment(html);
}

export function showOverlay(text = "Формирование отчёта…") {
  const overlay = document.createElement("div");
  overlay.className = "loading-overlay";
  overlay.textContent = text;
  document.body.append(overlay);
  return () => overlay.remove();
}

/** A dialog that, like Bootstrap 3, pulls the focus back whenever it leaves. */
export function openModal(content) {
  const modal = parsed(`
    <div class="modal fade in" role="dialog" tabindex="-1">
      <div class="modal-dialog"><div class="modal-content">
        <div class="modal-header"><button type="button" class="close" aria-label="Закрыть">×</button></div>
        <div class="modal-body"></div>
      </div></div>
    </div>`).firstElementChild;
  const backdrop = document.createElement("div");
  backdrop.className = "modal-backdrop";
  modal.querySelector(".modal-body").append(content);
  const enforceFocus = (event) => {
    if (event.target !== modal && !modal.contains(event.target)) modal.focus();
  };
  modal.querySelector(".close").addEventListener("click", () => {
    document.removeEventListener("focusin", enforceFocus);
    document.body.classList.remove("modal-open");
    modal.remove();
    backdrop.remove();
  });
  document.addEventListener("focusin", enforceFocus);
  document.body.classList.add("modal-open");
  document.body.append(backdrop, modal);
  modal.focus();
}

/** A window of its own, written by script: its address stays about:blank. */
export function openWindow(title = "Отчёт") {
  const opened = window.open("", "_blank", "width=1200,height=800");
  return (html) => {
    opened.document.open();
    opened.document.write(`<!DOCTYPE html><html lang="ru"><head><title>${title}</title>
      <link rel="stylesheet" href="${location.origin}/static/stand.css"></head>
      <body><div class="container">${html}</div></body></html>`);
    opened.document.close();
  };
}

/** Where the person wants the report: returns what to do with its HTML once it is there. */
export function chosenPlace(form, showOnPage) {
  const places = {
    page: () => showOnPage,
    modal: () => (html) => openModal(parsed(html)),
    window: () => openWindow(),
  };
  return places[form.elements.namedItem("SHOW").value]();
}

/** An answer that begins with `{` is an error to be told. */
export function deliver(body, place) {
  if (body.trimStart().startsWith("{")) {
    const message = document.createElement("p");
    message.className = "error-message";
    message.textContent = JSON.parse(body).message;
    openModal(message);
  } else {
    place(body);
  }
  delivered();
}

/** Lets a page object know that the answer is there, however soon the overlay has gone. */
export function delivered() {
  document.body.dataset.delivered = String(Number(document.body.dataset.delivered ?? 0) + 1);
}

/** Lets a page object know that the page hears clicks. */
export function listening() {
  document.body.dataset.listening = "";
}

document.addEventListener("click", (event) => {
  const address = event.target.closest("[data-write]")?.dataset.write;
  if (address) fetch(address, { method: "POST" });
});

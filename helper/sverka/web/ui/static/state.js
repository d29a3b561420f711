/** @file The page of the helper's state: shows a pairing code, revokes a browser. */
import { $, onPress, post } from "./page.js";

const { signal } = new AbortController();
const code = $("#code", HTMLElement);
let expiry = 0;

async function showCode() {
  const made = await post($("#show-code", HTMLButtonElement).dataset.action, signal);
  const expires = new Date(made.expires_at);
  const digits = document.createElement("strong");
  digits.textContent = made.code;
  code.replaceChildren(digits, ` ${code.dataset.until} ${expires.toLocaleTimeString("ru")}`);
  clearTimeout(expiry);
  expiry = setTimeout(() => code.replaceChildren(code.dataset.expired ?? ""), expires.getTime() - Date.now());
}

/** @param {HTMLButtonElement} button */
async function revoke(button) {
  const row = $("th", HTMLElement, button.closest("tr") ?? undefined);
  if (!(await confirmed(row.innerText))) return;
  await post(button.dataset.action, signal);
  row.closest("tr")?.remove();
  const isLast = !document.querySelector("tbody tr");
  if (isLast) $("table", HTMLTableElement).remove();
  $("#no-clients", HTMLElement).hidden = !isLast;
  const told = $("#revoked", HTMLElement);
  told.textContent = `${told.dataset.text} ${row.textContent}`;
  $("#clients", HTMLElement).focus();
}

/** @param {string} whom */
function confirmed(whom) {
  const dialog = $("#confirm", HTMLDialogElement);
  $("#confirm-whom", HTMLElement).textContent = whom;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "revoke"), { once: true, signal });
  });
}

onPress($("#show-code", HTMLButtonElement), signal, showCode);
for (const button of document.querySelectorAll("button.revoke")) {
  if (button instanceof HTMLButtonElement) onPress(button, signal, () => revoke(button));
}

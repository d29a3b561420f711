// What the cards and lists of people do when clicked; the custom elements that are filled late.
import { openModal, openWindow, parsed } from "./common.js";

const CARD = "/asp/Admin/Users/UserInfo.asp";

/** The classic pages go from card to card by POST: the address does not say whose card is open. */
function post(address, number) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "UID";
  field.value = number;
  form.append(field);
  document.body.append(form);
  form.submit();
}

window.userInfoEdit = { gotoParentEdit: (number) => post(CARD, number) };
window.gotoUserEdit = (number) => post(CARD, number);
window.editUser = (number) => post(CARD, number);

/** Fill an element with what its addresses bring, one after another; each later one replaces it. */
async function fillElement(element) {
  let shown = element;
  for (const [nth, address] of element.dataset.late.split(" ").entries()) {
    const answer = await fetch(address);
    const contents = parsed(await answer.text());
    if (nth > 0) {
      const fresh = shown.cloneNode(false);
      shown.replaceWith(fresh);
      shown = fresh;
    }
    shown.replaceChildren(contents);
  }
}

export async function fillLate(view) {
  await Promise.all([...view.querySelectorAll("[data-late]")].map(fillElement));
}

function changePassword() {
  const dialog = document.querySelector("#changePassword").content.cloneNode(true);
  dialog.querySelector(".cancel").addEventListener("click", (event) => {
    event.target.closest(".modal").querySelector(".close").click();
  });
  openModal(dialog);
}

/** The movement comes in a window of its own, which stays empty until the answer is there. */
async function showMovement(address) {
  const write = openWindow("Движение");
  const answer = await fetch(address);
  write(await answer.text());
}

document.addEventListener("click", (event) => {
  const address = event.target.closest("[data-movement]")?.dataset.movement;
  if (address) showMovement(address);
});

document.addEventListener("click", (event) => {
  const toggle = event.target.closest("[data-toggle]");
  if (toggle?.dataset.toggle === "collapse") {
    event.preventDefault();
    toggle.closest(".panel").querySelector(".panel-collapse").classList.toggle("collapse");
  } else if (toggle?.dataset.toggle === "dropdown") {
    toggle.closest(".dropdown").classList.toggle("open");
  } else if (event.target.closest(".change-password")) {
    changePassword();
  }
});

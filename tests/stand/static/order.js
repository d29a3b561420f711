// The order of additional education: a dialog of ways, then the screen of the chosen way.
import { openModal } from "./common.js";

function contents(id) {
  return document.querySelector(`#${id}`)?.content.cloneNode(true) ?? "";
}

function close(button) {
  button.closest(".modal").querySelector(".close").click();
}

function add(button) {
  const way = button.form.elements.namedItem("WAY").value;
  document.querySelector(".order-entry").replaceChildren(contents(`orderWay${way}`));
  close(button);
}

document.addEventListener("click", (event) => {
  if (event.target.matches(".open-order")) openModal(contents("orderDialog"));
  else if (event.target.matches(".order-dialog .cancel")) close(event.target);
  else if (event.target.matches(".add-to-order")) add(event.target);
});

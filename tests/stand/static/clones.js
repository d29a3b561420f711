// The registry of clones: a group's child table is fetched when the person opens the group.
import { parsed } from "./common.js";

async function open(button) {
  const row = button.closest("tr");
  const answer = await fetch(`/app/em/clones/${button.dataset.clones}.html`);
  const child = parsed('<table><tr class="jtable-child-row"><td colspan="3"></td></tr></table>');
  child.querySelector("td").append(parsed(await answer.text()));
  row.after(child.querySelector("tr"));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-clones]");
  if (!button) return;
  const child = button.closest("tr").nextElementSibling;
  if (child?.classList.contains("jtable-child-row")) child.remove();
  else open(button);
});

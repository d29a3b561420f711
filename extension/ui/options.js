/** @file The options page: connection, pairing, hosts, port. */
import { hostTyped } from "../lib/host.js";
import { ask } from "../lib/messages.js";
import { isRefusedByBrowsers } from "../lib/port.js";
import { $ } from "../lib/select.js";
import { text } from "../lib/texts.js";
import { openPages, showConnection, tell, tellOutcome } from "./connection.js";
import { hostItems } from "./hosts-list.js";
import { localize } from "./localize.js";
import { switchOn } from "./switch-on.js";

const { signal } = new AbortController();
const connection = $("#connection", HTMLElement);
const pairing = $("#pairing", HTMLFormElement);
const adding = $("#adding", HTMLFormElement);
const port = $("#port", HTMLFormElement);

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  return $(`[name="${name}"]`, HTMLInputElement, form);
}

/**
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} action
 */
function onSubmit(form, action) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void action();
  });
}

async function check() {
  await showConnection(connection, signal);
  await showPairing();
}

/** The browser may have been paired or sent to another port since the page was opened. */
async function showPairing() {
  const { paired, codePorts } = await ask("settings", {}, signal);
  $("#forget", HTMLButtonElement).hidden = !paired;
  const either = new Intl.ListFormat(text("language"), { type: "disjunction" });
  $("#code-ports", HTMLElement).textContent = text("pairing_ports", either.format(codePorts.map(String)));
}

async function refreshHosts() {
  const { hosts } = await ask("settings", {}, signal);
  $("#hosts", HTMLElement).replaceChildren(...hostItems(hosts, () => void refreshHosts(), signal));
}

async function pair() {
  const payload = { code: field(pairing, "code").value, label: field(pairing, "label").value };
  await tellOutcome($("#pairing-outcome", HTMLElement), async () => {
    await ask("pair", payload, signal);
    field(pairing, "code").value = "";
    return text("pairing_done");
  });
  await check();
}

async function forget() {
  await tellOutcome($("#pairing-outcome", HTMLElement), async () => {
    await ask("forget-pairing", {}, signal);
    return text("pairing_forgotten");
  });
  // A check now could pair anew at once.
  connection.replaceChildren();
  await showPairing();
}

async function add() {
  const outcome = $("#adding-outcome", HTMLElement);
  const address = field(adding, "address");
  const host = hostTyped(address.value);
  if (!host) return tell(outcome, "bad", text("host_not_understood"), text("host_not_understood_hint"));
  if (await switchOn(host, signal)) {
    address.value = "";
    tell(outcome, "fine", text("site_on", host));
  } else {
    tell(outcome, "bad", text("host_not_permitted"));
  }
  await refreshHosts();
}

/** What the operator has typed in the meantime stays. */
async function showPort() {
  const { port: saved } = await ask("settings", {}, signal);
  const shown = field(port, "port");
  if (shown.value === "") shown.valueAsNumber = saved;
}

async function savePort() {
  const outcome = $("#port-outcome", HTMLElement);
  const chosen = field(port, "port").valueAsNumber;
  if (isRefusedByBrowsers(chosen)) return tell(outcome, "bad", text("port_refused", chosen));
  await tellOutcome(outcome, async () => {
    await ask("save-port", { port: chosen }, signal);
    return text("port_saved");
  });
  await check();
}

localize();
field(pairing, "label").value = text("pairing_label_default");
onSubmit(pairing, pair);
onSubmit(adding, add);
onSubmit(port, savePort);
$("#check", HTMLButtonElement).addEventListener("click", () => void check());
$("#open", HTMLButtonElement).addEventListener("click", () => void openPages(connection, signal));
$("#forget", HTMLButtonElement).addEventListener("click", () => void forget());
await showPort();
await refreshHosts();
await showPairing();
await check();

/** @file The hosts where the extension is on, each with a button that switches it off. */
import { button, element } from "../lib/element.js";
import { ask } from "../lib/messages.js";
import { text } from "../lib/texts.js";

/**
 * @param {string[]} hosts
 * @param {() => void} onChange
 * @param {AbortSignal} signal
 */
export function hostItems(hosts, onChange, signal) {
  if (!hosts.length) return [element("li", { class: "faint" }, text("hosts_none"))];
  return hosts.map((host) => {
    const switchOff = async () => {
      await ask("switch-off", { host }, signal);
      onChange();
    };
    const label = { "aria-label": `${text("host_switch_off")}: ${host}` };
    return element("li", {}, host, button(text("host_switch_off"), () => void switchOff(), label));
  });
}

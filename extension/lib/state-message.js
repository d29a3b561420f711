/** @file Says in which state a page without annotations is, and what can be done. */
import { copyButton } from "./copy-button.js";
import { button, element } from "./element.js";
import { text, word } from "./texts.js";
import { maskedSample } from "../site/sample.js";

/** @param {import("./page.js").Page} page */
export function stateMessage({ kind, root, state, problem, retry, overlay }) {
  if (!problem) return element("p", {}, word("reading", kind));
  const sample =
    state === "unknown-layout" ? [copyButton(text("bar_copy_sample"), () => maskedSample(root), overlay)] : [];
  return element(
    "div",
    { class: "problem" },
    element("p", {}, element("strong", {}, problem.message), ` ${problem.hint}`),
    ...(retry ? [button(text("bar_retry"), retry)] : []),
    ...sample,
  );
}

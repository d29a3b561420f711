/** @file In the dialog «Сменить пароль»: a strong password on request, a sheet to hand out, a check of what is typed. */
import { button, element } from "../lib/element.js";
import { printHandOut } from "../lib/hand-out.js";
import { newPassword, SHORTEST_PASSWORD } from "../lib/password.js";
import { text, word } from "../lib/texts.js";
import { changeAtFirstLogin, passwordFields } from "../site/password.js";
import { handOutFacts } from "../site/hand-out.js";

const MARK = "data-sverka-password";
const ATTRIBUTES = [MARK, "aria-description"];
const GAP = 8;

/** @type {import("../lib/page.js").Feature} */
export const passwordHelp = {
  id: "password-help",
  include: ({ kind }) => kind === "password-dialog",
  init({ root, overlay }, signal) {
    const outcome = element("p", { role: "status", class: "outcome" });
    const complaint = element("p", { class: "complaint" });
    const print = button(text("password_print"), () => printPassword(root, outcome), { class: "print" });
    const check = () => {
      const fault = faultIn(root);
      complaint.textContent = fault ? word("password_fault", fault) : "";
      print.disabled = fault !== null || !passwordFields(root)?.first.value;
    };
    const fill = () => {
      outcome.textContent = fillIn(root);
      check();
    };
    const box = element(
      "section",
      { class: "password", "aria-label": text("password_title") },
      element("strong", { class: "name" }, text("password_title")),
      element("div", { class: "buttons" }, button(text("password_fill"), fill, { class: "main fill" }), print),
      complaint,
      outcome,
    );
    check();
    overlay.show(box, signal);
    keepBelow(box, root, signal);
    root.addEventListener("input", check, { signal });
    signal.addEventListener("abort", () => unmark(root));
  },
};

/**
 * Fills both fields and the tick; saving is the operator's business.
 * @param {HTMLElement} root
 * @returns {string} what is to be done now
 */
function fillIn(root) {
  const fields = passwordFields(root);
  if (!fields) return text("password_not_found");
  const password = newPassword();
  for (const field of [fields.first, fields.second]) {
    field.value = password;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  const tick = changeAtFirstLogin(document);
  if (tick && !tick.checked) tick.click();
  return word("password_filled", tick?.checked ? "with_tick" : "without_tick");
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} outcome
 */
function printPassword(root, outcome) {
  const password = passwordFields(root)?.first.value ?? "";
  printHandOut(handOutFacts(document, password));
  outcome.replaceChildren(text("password_printed"));
}

/**
 * Marks the fields that hold what СГО or a person would stumble over.
 * @param {HTMLElement} root
 * @returns {"short" | "differs" | null}
 */
function faultIn(root) {
  unmark(root);
  const fields = passwordFields(root);
  if (!fields?.first.value) return null;
  const { first, second } = fields;
  if (first.value.length < SHORTEST_PASSWORD) return mark(first, "short");
  return second.value && first.value !== second.value ? mark(second, "differs") : null;
}

/**
 * @template {"short" | "differs"} F
 * @param {HTMLInputElement} field
 * @param {F} fault
 */
function mark(field, fault) {
  field.setAttribute(MARK, fault);
  field.setAttribute("aria-description", word("password_fault", fault));
  return fault;
}

/** @param {HTMLElement} root */
function unmark(root) {
  for (const field of root.querySelectorAll(`[${MARK}]`)) ATTRIBUTES.forEach((name) => field.removeAttribute(name));
}

/**
 * @param {HTMLElement} box
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 */
function keepBelow(box, root, signal) {
  const place = () => {
    const { left, bottom } = root.getBoundingClientRect();
    box.style.left = `${Math.max(0, left)}px`;
    box.style.top = `${Math.max(0, Math.min(bottom + GAP, self.innerHeight - box.offsetHeight - GAP))}px`;
  };
  place();
  self.addEventListener("resize", place, { signal });
  self.addEventListener("scroll", place, { capture: true, signal });
}

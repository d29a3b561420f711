/** @file The forms by which the operator decides of a group. */
import { kindOf } from "./advice.js";
import { element } from "./element.js";
import { labelled, organisationField, organisationIn } from "./organisation-field.js";
import { nameAccount } from "./persons.js";
import { text, word } from "./texts.js";
import { localDay } from "./time.js";

/**
 * @typedef {import("./analysis.js").Account} Account
 * @typedef {import("./analysis.js").Group} Group
 *
 * @typedef {object} Wish what the operator wants noted
 * @property {"assign" | "worked" | "irremovable" | "not-duplicate" | "undo"} act
 * @property {string} [organisation]
 * @property {string} [due]
 * @property {string} [reason]
 * @property {string} [note]
 * @property {string} [kept]
 * @property {string[]} [removed]
 */

const IRREMOVABLE_REASONS = ["long-overlap", "technical", "two-histories", "other-municipality", "other"];
const NOT_DUPLICATE_REASONS = ["twins", "namesakes", "lawful", "other"];
const LONGEST_NOTE = "1000";
const OTHER = "other";

/**
 * One of them is open at a time.
 * @param {Group} group
 * @param {(wish: Wish) => void} decide
 */
export function decisionForms(group, decide) {
  const irremovable = IRREMOVABLE_REASONS.map((reason) => option(reason, word("irremovable", reason)));
  const notDuplicate = NOT_DUPLICATE_REASONS.map((reason) => option(reason, word("not_duplicate", reason)));
  return [
    decisionForm("assign", assignFields(group), assignment, decide),
    decisionForm("worked", [accountsField(group)], workDone, decide),
    decisionForm("irremovable", [reasonField(irremovable)], reasonGiven, decide),
    decisionForm("not-duplicate", [reasonField(notDuplicate)], reasonGiven, decide),
  ];
}

/**
 * @param {Wish["act"]} act
 * @param {HTMLElement[]} fields
 * @param {(data: FormData) => Omit<Wish, "act">} read
 * @param {(wish: Wish) => void} decide
 */
function decisionForm(act, fields, read, decide) {
  const note = element("textarea", { name: "note", maxlength: LONGEST_NOTE, rows: "2" });
  const save = element("button", { class: "main" }, text("decision_save"));
  const form = element("form", { "data-sverka-act": act }, ...fields, labelled(text("decision_note"), note), save);
  const demand = () => {
    note.required = new FormData(form).get("reason") === OTHER;
  };
  form.addEventListener("change", demand);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = note.value.trim();
    decide({ act, ...read(new FormData(form)), ...(said ? { note: said } : {}) });
  });
  return element("details", { name: "decision" }, element("summary", {}, word("act", act)), form);
}

/** @param {Group} group */
function assignFields({ accounts, state }) {
  const organisations = accounts.flatMap(({ organisation }) => (organisation ? [organisation] : []));
  const busy = accounts.find(({ advice }) => advice === "delete" || advice === "fix-dates");
  const today = localDay(new Date());
  const term = state?.due ?? "";
  // A term that has passed cannot be given again.
  const due = element("input", { name: "due", type: "date", value: term < today ? "" : term });
  return [
    organisationField(organisations, state?.organisation ?? busy?.organisation),
    labelled(text("decision_due"), due),
  ];
}

/**
 * @param {FormData} data
 * @returns {Omit<Wish, "act">}
 */
export function assignment(data) {
  const due = String(data.get("due") ?? "");
  return { organisation: organisationIn(data), ...(due ? { due } : {}) };
}

/**
 * What has become of each account, as advised; what is undecided or preliminary the operator says.
 * @param {Group} group
 */
function accountsField({ accounts }) {
  const keep = accounts.find((account) => kindOf(account) === "keep");
  const rows = accounts.map((account) => {
    const kept = element("input", { type: "radio", name: "kept", value: account.key, required: "" });
    const removed = element("input", { type: "checkbox", name: "removed", value: account.key });
    kept.checked = account === keep;
    removed.checked = kindOf(account) === "delete";
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, accountText(account)),
      element("td", {}, element("label", {}, kept, text("decision_kept"))),
      element("td", {}, element("label", {}, removed, text("decision_removed"))),
    );
  });
  const field = element("fieldset", {}, element("legend", {}, text("decision_accounts")), element("table", {}, ...rows));
  field.addEventListener("change", ({ target }) => contradict(field, target));
  return field;
}

/** @param {Account} account */
function accountText(account) {
  return [nameAccount(account, true), account.organisation].filter(Boolean).join(" — ");
}

/**
 * No account is both kept and removed: what was ticked last counts.
 * @param {HTMLElement} field
 * @param {EventTarget | null} ticked
 */
function contradict(field, ticked) {
  for (const input of field.querySelectorAll("input")) {
    const isOther = ticked instanceof HTMLInputElement && input !== ticked && input.value === ticked.value;
    if (isOther && ticked.checked) input.checked = false;
  }
}

/**
 * @param {FormData} data
 * @returns {Omit<Wish, "act">}
 */
function workDone(data) {
  return { kept: String(data.get("kept")), removed: data.getAll("removed").map(String) };
}

/** @param {HTMLOptionElement[]} options */
function reasonField(options) {
  const select = element("select", { name: "reason", required: "" }, option("", text("decision_choose")), ...options);
  return labelled(text("decision_reason"), select);
}

/**
 * @param {FormData} data
 * @returns {Omit<Wish, "act">}
 */
function reasonGiven(data) {
  return { reason: String(data.get("reason")) };
}

/**
 * @param {string} value
 * @param {string} label
 */
function option(value, label) {
  return element("option", { value }, label);
}

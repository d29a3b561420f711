/** @file Whom a group is assigned to: one of the organisations known here, or any other. */
import { element } from "./element.js";
import { text } from "./texts.js";

const LONGEST_NAME = "300";

/**
 * @param {string[]} organisations
 * @param {string | null} chosen
 * @returns {HTMLElement}
 */
export function organisationField(organisations, chosen = null) {
  const offered = [...new Set(chosen ? [chosen, ...organisations] : organisations)];
  const options = offered.map((name) => element("option", { value: name }, name));
  const other = element("option", { value: "" }, text("organisation_other"));
  const select = element("select", { name: "organisation" }, ...options, other);
  const name = element("input", { name: "other_organisation", maxlength: LONGEST_NAME, required: "" });
  name.setAttribute("aria-label", text("organisation_other_name"));
  name.placeholder = text("organisation_other_name");
  select.value = offered[0] ?? "";
  const show = () => {
    name.hidden = select.value !== "";
    // A field that is hidden must not hold up the form.
    name.disabled = name.hidden;
  };
  select.addEventListener("change", show);
  show();
  return element("div", { class: "field" }, labelled(text("decision_organisation"), select), name);
}

/** @param {FormData} data */
export function organisationIn(data) {
  return String(data.get("organisation") || data.get("other_organisation")).trim();
}

/**
 * @param {string} caption
 * @param {HTMLElement} control
 */
export function labelled(caption, control) {
  return element("label", {}, element("span", {}, caption), control);
}

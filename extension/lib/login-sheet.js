/** @file The sheet that sends a parent to the organisation that gives out the login: no password on it. */
import { button, element } from "./element.js";
import { factsTable, LEFT_TO_WRITE, printSheet } from "./hand-out.js";
import { text, word } from "./texts.js";
import { handOutFacts } from "../site/hand-out.js";
import { additionalOrganisationOf } from "../site/module.js";

/** Who may give a parent the login. */
const RULE = "L-06";
const STEPS = ["ask", "open", "choose", "enter"];

/**
 * @typedef {object} LoginSheet
 * @property {string} person
 * @property {{name: string, organisation: string}[]} children those who are known to be elsewhere
 * @property {string} organisation that of additional education, to be chosen at the login
 * @property {string} address of the login page
 */

/**
 * @param {import("./analysis.js").Finding} finding
 * @param {Pick<import("./page.js").Page, "kind">} page
 */
export function loginSheetButton({ rule, advice, candidates }, { kind }) {
  if (kind !== "card" || rule !== RULE || advice !== "refuse") return [];
  const print = () => printSheet(text("login_sheet_title"), loginSheet(loginFacts(document, candidates)));
  return [button(text("login_sheet_print"), print, { class: "print" })];
}

/**
 * @param {Document} page
 * @param {import("./analysis.js").Finding["candidates"]} candidates
 * @returns {LoginSheet}
 */
export function loginFacts(page, candidates) {
  const { person, address } = handOutFacts(page, "");
  const children = candidates.map(({ name, organisation }) => ({ name, organisation: organisation ?? "" }));
  return { person, children, organisation: additionalOrganisationOf(page), address };
}

/**
 * @param {LoginSheet} facts
 * @returns {HTMLElement[]}
 */
export function loginSheet({ person, children, organisation, address }) {
  const issuers = [...new Set(children.map((child) => child.organisation))].filter(Boolean);
  return [
    element("h1", {}, text("login_sheet_title")),
    factsTable([
      [text("sheet_person"), person || LEFT_TO_WRITE],
      [text("login_sheet_child"), children.map(({ name }) => name).join(", ") || LEFT_TO_WRITE],
      [text("login_sheet_issuer"), issuers.join("; ") || text("login_sheet_issuer_unknown")],
      [text("sheet_address"), address],
      [text("login_sheet_kind"), text("login_sheet_kind_value")],
      [text("login_sheet_organisation"), organisation || LEFT_TO_WRITE],
    ]),
    element("ol", {}, ...STEPS.map((step) => element("li", {}, word("login_sheet_step", step)))),
  ];
}

/** @file Prints the sheet that the owner of an account is given: the password stands on paper only. */
import { element } from "./element.js";
import { isReadAloudEasily } from "./password.js";
import { text, word } from "./texts.js";

/** @typedef {import("../site/hand-out.js").HandOut} HandOut */

/** A policy of the page may forbid style sheets; single properties it cannot. */
const STYLES = {
  page: { font: "16px/1.5 system-ui, sans-serif", margin: "12mm", color: "#000" },
  facts: { borderCollapse: "collapse", margin: "6mm 0" },
  cell: { border: "1px solid #000", padding: "2mm 4mm", textAlign: "left" },
  secret: { fontFamily: "monospace", fontSize: "22px", letterSpacing: "2px" },
};
const STEPS = ["open", "enter", "change", "keep"];
export const LEFT_TO_WRITE = "____________________";

/** @param {HandOut} facts */
export function printHandOut(facts) {
  printSheet(text("sheet_title"), handOut(facts));
}

/**
 * In a frame of its own that is gone when the browser has taken the sheet.
 * @param {string} title
 * @param {HTMLElement[]} content
 */
export function printSheet(title, content) {
  const frame = element("iframe", { "data-sverka-print": "", "aria-hidden": "true" });
  Object.assign(frame.style, { position: "fixed", width: "0", height: "0", border: "0" });
  document.documentElement.append(frame);
  try {
    const { contentDocument: sheet, contentWindow: own } = frame;
    if (!sheet || !own) throw new Error("No frame to print from");
    sheet.title = title;
    Object.assign(sheet.body.style, STYLES.page);
    sheet.body.append(...content);
    own.focus();
    own.print();
  } finally {
    frame.remove();
  }
}

/**
 * @param {HandOut} facts
 * @returns {HTMLElement[]}
 */
export function handOut({ person, login, organisation, address, password }) {
  const table = factsTable([
    [text("sheet_person"), person || LEFT_TO_WRITE],
    ...(organisation ? [[text("sheet_organisation"), organisation]] : []),
    [text("sheet_address"), address],
    [text("sheet_login"), login || LEFT_TO_WRITE],
  ]);
  const secret = row(text("sheet_password"), password);
  Object.assign(/** @type {HTMLElement} */ (secret.lastElementChild).style, STYLES.secret);
  table.append(secret);
  return [
    element("h1", {}, text("sheet_title")),
    table,
    ...(isReadAloudEasily(password) ? [element("p", {}, text("sheet_spelling"))] : []),
    element("ol", {}, ...STEPS.map((step) => element("li", {}, word("sheet_step", step)))),
  ];
}

/**
 * Captions beside their values.
 * @param {string[][]} lines
 */
export function factsTable(lines) {
  const table = element("table", {}, ...lines.map(([caption = "", value = ""]) => row(caption, value)));
  Object.assign(table.style, STYLES.facts);
  return table;
}

/**
 * @param {string} caption
 * @param {string} value
 */
function row(caption, value) {
  const cells = [element("th", {}, caption), element("td", {}, value)];
  for (const cell of cells) Object.assign(cell.style, STYLES.cell);
  return element("tr", {}, ...cells);
}

import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { findReports } from "../../../extension/site/report.js";
import { openPage } from "../support.js";

const TITLE = captions.headings["duplicates-report"][0] ?? "";
const TABLE = "<table><tr><th>1</th><th>2</th><th>3</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>";
const EMPTY = captions.emptyMessages[0] ?? "";

/** @param {string} html */
function reportsIn(html) {
  openPage(html);
  return findReports(document);
}

/** @param {string} quoted */
function titleWith(quoted) {
  const [word = ""] = TITLE.split("-")[1]?.split(" ") ?? [];
  return TITLE.replace(word, quoted.replace("?", word));
}

for (const [what, title] of Object.entries({
  "straight quotes": titleWith("&quot;?&quot;"),
  guillemets: titleWith("«?»"),
  "no space before the bracket": TITLE.replace(" (", "("),
  "a hard space and a line wrap": TITLE.replace(" ", "&nbsp;\n   "),
  "capital letters": TITLE.toUpperCase(),
  "words after it": `${TITLE} 01.09.2025`,
  "a part in bold": TITLE.replace("(", "<b>(</b>"),
})) {
  test(`a title with ${what} is recognised`, () => {
    const [report] = reportsIn(`<div id="root"><h2>${title}</h2>${TABLE}</div>`);
    assert.equal(report?.root.id, "root");
    assert.ok(report?.table);
  });
}

for (const heading of captions.headings["duplicates-report"]) {
  test(`the heading «${heading}» of the caption file is recognised`, () => {
    assert.equal(reportsIn(`<div><h3>${heading}</h3>${TABLE}</div>`).length, 1);
  });
}

test("a table under another title is not a report", () => {
  assert.deepEqual(reportsIn(`<h2>1. ${TITLE}</h2>${TABLE}`), []);
});

test("a link to the report is not its title", () => {
  assert.deepEqual(reportsIn(`<a href="#"><b>${TITLE}</b></a>${TABLE}`), []);
});

test("a title over a form, before the report is generated, is not a report", () => {
  const form = "<table><tr><td>1</td><td><input></td><td>2</td></tr></table>";
  assert.deepEqual(reportsIn(`<h2>${TITLE}</h2><form>${form}</form><div id="report"></div>`), []);
});

test("a calendar of a date field is not the table of a report", () => {
  assert.deepEqual(reportsIn(`<h2>${TITLE}</h2><div class="datepicker">${TABLE}</div>`), []);
});

test("an empty report, a title and a message, is a report without a table", () => {
  const [report] = reportsIn(`<div id="root"><h2>${TITLE}</h2><h2>${EMPTY}</h2></div>`);
  assert.equal(report?.root.id, "root");
  assert.equal(report?.table, null);
});

test("the page's own heading with the same words does not make a second report", () => {
  const reports = reportsIn(`<h1>${TITLE}</h1><div id="report"><h2>${TITLE}</h2>${TABLE}</div>`);
  assert.deepEqual(reports.map(({ root }) => root.id), ["report"]);
});

test("of several tables the one with most rows is the report's", () => {
  const small = "<table><tr><td>1</td><td>2</td><td>3</td></tr></table>";
  const [report] = reportsIn(`<div><h2>${TITLE}</h2>${small}${TABLE}</div>`);
  assert.equal(report?.table?.rows.length, 2);
});

test("a title in the table's caption finds the table", () => {
  const [report] = reportsIn(TABLE.replace("<tr>", `<caption>${TITLE}</caption><tr>`));
  assert.ok(report?.table);
});

test("a report in a dialog over a page with a report gives two", () => {
  const page = `<div id="report"><h2>${TITLE}</h2>${TABLE}</div>`;
  const dialog = `<div class="modal"><div class="modal-body"><h2>${TITLE}</h2>${TABLE}</div></div>`;
  assert.equal(reportsIn(page + dialog).length, 2);
});

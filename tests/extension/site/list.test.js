import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { listed } from "../../../extension/lib/analysis.js";
import { findLists, listKind } from "../../../extension/site/list.js";
import { answer, finding } from "../examples.js";
import { define, forever, openPage } from "../support.js";

const [TITLE = ""] = captions.headings["parent-list"];
const [HINT = ""] = captions.notLoaded;
const ROW = '<tr><td><a href="#" onclick="editUser(7); return false;">X</a></td><td>Y</td></tr>';
const TABLE = `<table id="UserListTable"><tr><th>1</th><th>2</th></tr>${ROW}</table>`;
const CONTROLS = '<select name="S"><option value="1">A<option value="2">B</select>';

/** @param {string} html */
function rootsIn(html) {
  openPage(html);
  // jsdom lays nothing out: whatever is there is shown.
  define("HTMLElement", self.HTMLElement);
  self.HTMLElement.prototype.checkVisibility ??= () => true;
  return findLists(document).map(({ root }) => root.id);
}

/** @param {string} html */
function rootOf(html) {
  rootsIn(`<div id="root"><h1>${TITLE}</h1>${CONTROLS}<div id="view">${html}</div></div>`);
  const root = document.getElementById("root");
  assert.ok(root);
  return root;
}

/** @param {string} html */
function load(html) {
  const view = document.getElementById("view");
  assert.ok(view);
  view.replaceChildren(document.createRange().createContextualFragment(html));
}

for (const heading of [...captions.headings["student-list"], ...captions.headings["parent-list"]]) {
  test(`«${heading}» over a table of СГО is a list`, () => {
    assert.deepEqual(rootsIn(`<div id="root"><h1>${heading} (12)</h1><p>${TABLE}</p></div>`), ["root"]);
  });
}

test("a list before it is loaded is known by its hint", () => {
  assert.deepEqual(rootsIn(`<div id="root"><h1>${TITLE}</h1><p>${HINT}</p></div>`), ["root"]);
});

test("a table of another name is the list's if its rows open cards", () => {
  assert.deepEqual(rootsIn(`<div id="root"><h1>${TITLE}</h1><table>${ROW}</table></div>`), ["root"]);
});

test("the title over the page counts before that of jTable, so that the controls are sent too", () => {
  const inner = `<div id="inner"><div class="jtable-title-text">${TITLE}</div><table class="jtable">${ROW}</table></div>`;
  assert.deepEqual(rootsIn(`<div id="root"><h1>${TITLE}</h1>${CONTROLS}${inner}</div>`), ["root"]);
  assert.deepEqual(rootsIn(inner), ["inner"]);
});

test("a menu, a report and a card are no lists", () => {
  const [report] = captions.headings["duplicates-report"];
  assert.deepEqual(rootsIn(`<div><a href="#"><b>${TITLE}</b></a>${TABLE}</div>`), []);
  assert.deepEqual(rootsIn(`<div><h1>${report}</h1>${TABLE}</div>`), []);
  assert.deepEqual(rootsIn(`<div><p>${TITLE}</p><form name="UserInfo">${TABLE}</form></div>`), []);
  assert.deepEqual(rootsIn(`<div><h1>${TITLE}</h1><p>X</p></div>`), []);
});

test("a choice says nothing of the rows until they are loaded anew", () => {
  const root = rootOf(TABLE);
  const before = listKind.valuesOf(root);
  const control = /** @type {HTMLSelectElement} */ (root.querySelector("select"));
  control.value = "2";
  assert.equal(listKind.valuesOf(root), before);
  load(TABLE);
  assert.notEqual(listKind.valuesOf(root), before);
});

test("a tick in a row is no choice", () => {
  const root = rootOf(TABLE.replace("Y", '<input type="checkbox">'));
  const before = listKind.valuesOf(root);
  load(TABLE.replace("Y", '<input type="checkbox" checked>'));
  assert.equal(listKind.valuesOf(root), before);
});

test("while something lies over the page the list that is sent says so, and is read anew afterwards", async () => {
  const root = rootOf("<p></p>");
  const quiet = listKind.valuesOf(root);
  const overlay = document.createElement("div");
  overlay.className = "loading-overlay";
  document.body.append(overlay);
  const subject = { kind: /** @type {const} */ ("list"), root, title: TITLE, table: null };
  const sent = await listKind.capture(subject, forever);
  assert.match(JSON.stringify(sent.request), /aria-busy=\\"true\\"/);
  assert.equal(root.hasAttribute("aria-busy"), false);
  assert.notEqual(listKind.valuesOf(root), quiet);
});

test("people of whom something is said are located, the others are not", async () => {
  const root = rootOf(TABLE.replace("</table>", `${ROW}</table>`));
  const person = (/** @type {number} */ row) => {
    return { row, tr: row + 1, col: 0, account_key: `k${row}`, account_id: null, name: "X", looked_at: null };
  };
  const listing = { page: 1, pages: 1, total: 2, unfiltered: true, filters: [], people: [person(0), person(1), person(9)] };
  const said = { ...answer([]), listing, findings: [finding({ row: 1 }), finding({ row: 9 })] };
  const subject = { kind: /** @type {const} */ ("list"), root, title: TITLE, table: null };
  const { people = [] } = await listKind.locate({ subject, analysis: await listed(said), tables: [0] }, forever);
  assert.deepEqual(people.map(({ person: { row } }) => row), [1]);
  assert.equal(people[0]?.cell.parentElement, root.querySelectorAll("tr")[2]);
});

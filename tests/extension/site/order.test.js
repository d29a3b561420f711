import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { childIn, findOrderEntries, orderKind } from "../../../extension/site/order.js";
import { $ } from "../../../extension/lib/select.js";
import { answer } from "../examples.js";
import { openPage } from "../support.js";

const [ENTRY] = captions.order.entries;
const [SURNAME] = captions.cardFields.surname;
const FORM = `<form id="root"><h2>${ENTRY}</h2><label for="LN">${SURNAME}</label><input id="LN"></form>`;
const TABLE = "<table><tr><th>1</th></tr><tr><td>2</td></tr></table>";

/**
 * @param {string} html
 * @param {number} [children]
 */
function located(html, children = 1) {
  openPage(html);
  const [subject] = findOrderEntries(document);
  assert.ok(subject);
  const answered = answer([]);
  const analysis = { ...answered, page: { ...answered.page, rows: children }, packs: [] };
  return orderKind.locate({ subject, analysis, tables: [0] }, new AbortController().signal);
}

for (const heading of captions.order.entries) {
  test(`the screen «${heading}» is found with its fields`, () => {
    openPage(FORM.replace(String(ENTRY), heading));
    assert.deepEqual(findOrderEntries(document).map(({ root }) => root.id), ["root"]);
  });
}

test("the dialog in which a way is chosen is no such screen", () => {
  openPage(`<form><h4>1</h4><label><input type="radio"> ${ENTRY}</label></form>`);
  assert.deepEqual(findOrderEntries(document), []);
});

test("what is typed is what the findings are taken anew for", () => {
  openPage(FORM);
  const [subject] = findOrderEntries(document);
  assert.ok(subject);
  const before = orderKind.valuesOf(subject.root);
  const [field] = document.querySelectorAll("input");
  assert.ok(field);
  field.value = "1";
  assert.notEqual(orderKind.valuesOf(subject.root), before);
});

test("children of a table are told by their rows, the child of a form by its fields", async () => {
  const { rows } = await located(`<div><h2>${ENTRY}</h2>${TABLE}</div>`);
  assert.deepEqual(rows?.map(({ textContent }) => textContent), ["2"]);
  const { fields } = await located(FORM);
  assert.deepEqual([...(fields?.keys() ?? [])], ["surname"]);
});

test("of several forms no field is taken for that of another child", async () => {
  assert.deepEqual(await located(FORM, 2), {});
});

test("a child is named by what its row prints and by what is typed there now", () => {
  openPage('<table><tr><td> Testov </td><td><input value="Old"></td><td></td><td>2015</td></tr></table>');
  $("input", HTMLInputElement).value = "Test";
  const [row] = $("table", HTMLTableElement).rows;
  assert.ok(row);
  assert.equal(childIn(row), "Testov Test 2015");
});

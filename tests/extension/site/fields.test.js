import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { fieldOrNextBest, locateFields, wordsIn } from "../../../extension/site/fields.js";
import { openPage } from "../support.js";

const { cardFields } = captions;
const [SURNAME = ""] = cardFields.surname;
const [NAME = ""] = cardFields.name;
const [TYPE = ""] = cardFields.document_type;
const PASSPORT = cardFields.document.at(-1) ?? "";

/** @param {string} html */
function fieldsIn(html) {
  return locateFields(openPage(`<div>${html}</div>`));
}

for (const [what, html] of Object.entries({
  "a label for it": `<label for="v">${SURNAME}</label><p>x</p><input id="v">`,
  "a label around it": `<label>${SURNAME} <input id="v"></label>`,
  "a label with the mark of required fields": `<label><span>***</span> ${SURNAME}</label><div><input id="v"></div>`,
  "a mark between": `<span>${SURNAME}:</span><sup>***</sup><input id="v">`,
  "cells of a table": `<table><tr><td>${SURNAME}</td><td><input id="v"></td></tr></table>`,
  "a caption in bold in a cell": `<table><tr><td><b>${SURNAME}</b></td><td id="v">X</td></tr></table>`,
  "a block with nothing but a sign": `<label>${SURNAME}</label><div id="v"><button>▾</button></div>`,
  "a list of terms": `<dl><dt>${SURNAME}</dt><dd id="v">X</dd></dl>`,
  "a drop-down": `<div><span>${SURNAME}:</span><div><select id="v"><option>X</option></select></div></div>`,
  "an empty printed value": `<div><label>${SURNAME}</label><div id="v"></div></div><div><label>${NAME}</label><div>Y</div></div>`,
})) {
  test(`a field is found by ${what}`, () => {
    assert.equal(fieldsIn(html).get("surname")?.id, "v");
  });
}

for (const [field, known] of Object.entries(cardFields)) {
  test(`every caption of «${field}» leads to it`, () => {
    for (const caption of known) {
      assert.equal(fieldsIn(`<label>${caption}</label><input id="v">`).get(field)?.id, "v", caption);
    }
  });
}

test("a printed value that is itself a caption is no field", () => {
  const fields = fieldsIn(`<div><label>${TYPE}</label><div id="t"><span>${PASSPORT}</span></div></div>`);
  assert.deepEqual([...fields.keys()], ["document_type"]);
});

test("what stands in a choice or a button is no caption", () => {
  assert.equal(fieldsIn(`<select><option>${PASSPORT}</option></select><button>${SURNAME}</button><p>x</p>`).size, 0);
});

test("radio buttons are marked together", () => {
  const [sex = ""] = cardFields.sex;
  const fields = fieldsIn(`<label>${sex}</label><div id="v"><label><input type="radio"> x</label></div>`);
  assert.equal(fields.get("sex")?.id, "v");
});

test("a finding of the document stands beside its series where both are apart", () => {
  const [series = ""] = cardFields.document_series;
  const fields = fieldsIn(`<label>${series}</label><input id="v">`);
  assert.equal(fieldOrNextBest(fields, "document")?.id, "v");
  assert.equal(fieldOrNextBest(fields, "snils"), undefined);
});

test("the words of a field are what is typed, chosen or printed", () => {
  openPage('<input value=" a "><select><option>x<option selected>b</select><p> c </p>');
  const [input, select, printed] = document.querySelectorAll("input, select, p");
  for (const [field, words] of [[input, "a"], [select, "b"], [printed, "c"]]) {
    assert.ok(field instanceof HTMLElement);
    assert.equal(wordsIn(field), words);
  }
  assert.equal(wordsIn(undefined), "");
});

import assert from "node:assert/strict";
import { before, test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { loginFacts, loginSheet, loginSheetButton } from "../../../extension/lib/login-sheet.js";
import { pageWith } from "../../../extension/lib/page.js";
import { finding } from "../examples.js";
import { installChrome, openPage } from "../support.js";

const FACTS = {
  person: "Testova <b>Anna</b>",
  children: [
    { name: "Testov Ivan", organisation: "School 1" },
    { name: "Testov Petr", organisation: "School 1" },
  ],
  organisation: "House of Arts",
  address: "https://sgo.example.test/",
};

before(() => {
  openPage("");
  installChrome();
});

/** @param {Partial<typeof FACTS>} parts */
function printed(parts = {}) {
  document.body.replaceChildren(...loginSheet({ ...FACTS, ...parts }));
  return document.body;
}

test("the sheet names who gives the login out, once, and what to choose at the login", () => {
  const sheet = printed();
  for (const value of [FACTS.person, "Testov Ivan", "Testov Petr", FACTS.organisation, FACTS.address]) {
    assert.ok(sheet.textContent.includes(value), value);
  }
  assert.equal(sheet.textContent.split("School 1").length, 2);
  assert.equal(sheet.querySelector("b"), null);
});

test("what is not known is left to be written by hand", () => {
  assert.match(printed({ person: "", children: [], organisation: "" }).textContent, /_{10}/);
});

test("a school on the card is not printed as the organisation to choose at the login", () => {
  const { cardFields, headings, additionalOrganisation } = captions;
  const card = `<h1>${headings["parent-card"][0]}</h1><label for="o">${cardFields.organisation[0]}</label><input id="o" value="School 1">`;
  openPage(card);
  assert.equal(loginFacts(document, []).organisation, "");
  openPage(`<p>${additionalOrganisation}: House of Arts</p>${card}`);
  assert.equal(loginFacts(document, []).organisation, "House of Arts");
});

test("only who must not give the login out is offered the sheet", () => {
  const overlay = { styled: Promise.resolve(), show: () => {}, announce: () => {}, attach: () => {} };
  const page = pageWith({ kind: "card", root: document.body, state: "done", overlay }, new AbortController().signal);
  assert.equal(loginSheetButton(finding({ rule: "L-06", advice: "refuse" }), page).length, 1);
  assert.equal(loginSheetButton(finding({ rule: "L-06", advice: "info" }), page).length, 0);
  assert.equal(loginSheetButton(finding({ rule: "L-01", advice: "refuse" }), page).length, 0);
});

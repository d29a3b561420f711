import assert from "node:assert/strict";
import { before, test } from "node:test";
import { handOut } from "../../../extension/lib/hand-out.js";
import { installChrome, openPage } from "../support.js";

const FACTS = {
  person: "Testov <b>Test</b>",
  login: "testov1",
  organisation: "School 1",
  address: "https://sgo.example.test/",
  password: "kuma394deta572",
};

before(() => {
  openPage("");
  installChrome();
});

/** @param {Partial<typeof FACTS>} parts */
function printed(parts = {}) {
  document.body.replaceChildren(...handOut({ ...FACTS, ...parts }));
  return document.body;
}

test("the sheet names person, organisation, address, login and password as text", () => {
  const sheet = printed();
  for (const value of Object.values(FACTS)) assert.ok(sheet.textContent.includes(value), value);
  assert.equal(sheet.querySelector("b"), null);
});

test("a login that the card does not show is left to be written by hand", () => {
  assert.match(printed({ login: "" }).textContent, /_{10}/);
});

test("a password that somebody typed is not said to be without zeros", () => {
  assert.equal(printed().querySelectorAll("p").length, 1);
  assert.equal(printed({ password: "Pa0ss10word" }).querySelectorAll("p").length, 0);
});

test("an organisation that is not known takes no line", () => {
  assert.equal(printed().querySelectorAll("tr").length - 1, printed({ organisation: "" }).querySelectorAll("tr").length);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { changeAtFirstLogin, findPasswordDialogs, passwordFields } from "../../../extension/site/password.js";
import { openPage } from "../support.js";

const { first, second, changeAtFirstLogin: change } = captions.password;
const FIELD = '<input type="password">';
const DIALOG = `<form id="root"><label>${first[0]} ${FIELD}</label><label>${second[0]} ${FIELD}</label></form>`;

/** @param {string} html */
function dialogsIn(html) {
  openPage(html);
  return findPasswordDialogs(document).map(({ id }) => id);
}

test("the dialog is the smallest element with both fields and their captions", () => {
  assert.deepEqual(dialogsIn(`<div>${DIALOG}</div>`), ["root"]);
});

test("the login page is no such dialog", () => {
  assert.deepEqual(dialogsIn(`<form><label>${first[1]} ${FIELD}</label></form>`), []);
});

test("who is asked for the former password changes his own, and is left in peace", () => {
  assert.deepEqual(dialogsIn(DIALOG.replace("<label>", `${FIELD}<label>`)), []);
});

test("both fields are told in their order", () => {
  openPage(DIALOG.replace(FIELD, FIELD.replace(">", ' id="a">')));
  const fields = passwordFields(document.body);
  assert.equal(fields?.first.id, "a");
  assert.equal(fields?.second.id, "");
  assert.equal(passwordFields(openPage(FIELD)), null);
});

test("the tick is found by its label, and only where there is one", () => {
  const tick = `<label><input type="checkbox"> ${change[0]}</label>`;
  openPage(tick);
  assert.ok(changeAtFirstLogin(document));
  openPage(tick + tick);
  assert.equal(changeAtFirstLogin(document), null);
  openPage(tick.replace(change[0] ?? "", "x"));
  assert.equal(changeAtFirstLogin(document), null);
});

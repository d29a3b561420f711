import assert from "node:assert/strict";
import { test } from "node:test";
import { findExpiredPlaces } from "../../../extension/site/session.js";
import { openPage } from "../support.js";

const LOGIN = '<form><input name="UN"><input type="password" name="PW"></form>';

test("a login form in the place of a report means that the session is over", () => {
  openPage(`<div id="report">${LOGIN}</div>`);
  assert.deepEqual(findExpiredPlaces(document, []).map(({ id }) => id), ["report"]);
});

test("a login form where a report stood before means it too", () => {
  const body = openPage(`<main>${LOGIN}</main>`);
  const former = /** @type {HTMLElement} */ (body.querySelector("main"));
  assert.deepEqual(findExpiredPlaces(document, [former]), [former]);
});

test("a form in which a password is changed is no login", () => {
  const body = openPage(`<main><form><input type="password"><input type="password"></form></main>`);
  const card = /** @type {HTMLElement} */ (body.querySelector("main"));
  assert.deepEqual(findExpiredPlaces(document, [card]), []);
});

test("the login page itself is left in peace", () => {
  openPage(LOGIN);
  assert.deepEqual(findExpiredPlaces(document, []), []);
});

test("a window written by script that shows a login form is an expired report", () => {
  openPage(LOGIN, "about:blank");
  assert.deepEqual(findExpiredPlaces(document, []), [document.body]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { findCards, patienceFor, valuesOf } from "../../../extension/site/card.js";
import { openPage } from "../support.js";

const [TITLE = ""] = captions.headings["student-card"];
const [SURNAME = ""] = captions.cardFields.surname;
const [NAME = ""] = captions.cardFields.name;
const FORM = '<form name="UserInfo"><input></form>';

/** @param {string} html */
function rootsIn(html) {
  openPage(html);
  return findCards(document).map(({ root }) => root.id);
}

/** @param {string} html */
function rootOf(html) {
  const root = openPage(`<div>${html}</div>`).firstElementChild;
  assert.ok(root instanceof HTMLElement);
  return root;
}

for (const heading of [...captions.headings["student-card"], ...captions.headings["parent-card"]]) {
  test(`the heading «${heading}» over a form of СГО is a card`, () => {
    assert.deepEqual(rootsIn(`<div id="root"><h1>${heading} <span>X</span></h1>${FORM}</div>`), ["root"]);
  });
}

test("a card of unknown markup is recognised by the captions of its fields", () => {
  const fields = `<dl><dt>${SURNAME}</dt><dd>X</dd><dt>${NAME}</dt><dd>Y</dd></dl>`;
  assert.deepEqual(rootsIn(`<main id="root"><h2>${TITLE}</h2>${fields}</main>`), ["root"]);
});

test("the heading alone, as in a menu or on a help page, is no card", () => {
  assert.deepEqual(rootsIn(`<div><h2>${TITLE}</h2><p>X</p></div><a href="#"><b>${TITLE}</b></a>${FORM.replace("UserInfo", "x")}`), []);
});

test("a card under a heading that is not known is still found by what СГО calls it", () => {
  assert.deepEqual(rootsIn('<div id="root"><h1>X</h1><user-info></user-info></div>'), ["root"]);
  assert.deepEqual(rootsIn(`<div id="root"><h1>X</h1>${FORM}</div>`), ["root"]);
});

test("two cards side by side are one root, each in its place are two", () => {
  const card = `<h1>${TITLE}</h1>${FORM}`;
  assert.deepEqual(rootsIn(`<div id="root">${card}${card}</div>`), ["root"]);
  assert.deepEqual(rootsIn(`<div id="a">${card}</div><div id="b">${card}</div>`), ["a", "b"]);
});

test("a card is read at once unless scripts fill a part of it", () => {
  assert.equal(patienceFor(rootOf(FORM)), 0);
  const filled = patienceFor(rootOf("<user-info>X</user-info>"));
  const empty = patienceFor(rootOf("<user-info>X</user-info><student-parents> </student-parents>"));
  assert.ok(filled > 0);
  assert.ok(empty > filled);
});

test("whatever is typed, chosen or ticked is told, a password is not", () => {
  const root = rootOf(`<input id="a"><input type="checkbox" id="b"><select><option>1<option id="c">2</select>
    <textarea id="d"></textarea><input type="password" id="e">`);
  const change = (/** @type {string} */ id, /** @type {object} */ values) => {
    const before = valuesOf(root);
    Object.assign(root.querySelector(`#${id}`) ?? {}, values);
    return before !== valuesOf(root);
  };
  assert.ok(change("a", { value: "x" }));
  assert.ok(change("b", { checked: true }));
  assert.ok(change("c", { selected: true }));
  assert.ok(change("d", { value: "x" }));
  assert.equal(change("e", { value: "secret" }), false);
  assert.doesNotMatch(valuesOf(root), /secret/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { findCloneGroups, groupButtons, irrevocableButtons } from "../../../extension/site/clones.js";
import { openPage } from "../support.js";

const [GROUP] = captions.clones.group;
const TABLE = "<table><tr><td>1</td></tr></table>";

/** @param {string} title */
function groupUnder(title) {
  return `<div class="root"><div class="jtable-title-text">${title}</div>${TABLE}</div>`;
}

/** @param {string} html */
function rootsIn(html) {
  openPage(html);
  return findCloneGroups(document).map(({ root }) => root.className);
}

test("every group that stands open is found by itself", () => {
  assert.deepEqual(rootsIn(groupUnder(`${GROUP}: A`) + groupUnder(`${GROUP}: B`)), ["root", "root"]);
});

test("a title that names no group, or a link to the registry, is none", () => {
  assert.deepEqual(rootsIn(groupUnder(`${GROUP}`)), []);
  assert.deepEqual(rootsIn(`<a class="title">${GROUP}: A</a>${TABLE}`), []);
});

for (const part of captions.clones.irrevocable) {
  test(`a button with «${part}» is one that cannot be taken back`, () => {
    openPage(`<table><tr><td><button>${part}x</button><button title="${part}">1</button><button>+</button></td></tr></table>`);
    const [row] = document.querySelectorAll("tr");
    assert.ok(row);
    assert.equal(irrevocableButtons(row).length, 2);
  });
}

test("the buttons over and under a group are its own, those of its rows and of other groups are not", () => {
  const [part] = captions.clones.irrevocable;
  const button = `<button>${part}</button>`;
  const table = `<table><thead><tr><th>${button}</th></tr></thead><tbody><tr><td>${button}</td></tr></tbody></table>`;
  const group = `${button}<div class="root"><div class="jtable-title-text">${GROUP}: A</div>${button}${table}</div>`;
  openPage(`<table><tr><td>${button}</td></tr><tr><td>${group}</td></tr></table>`);
  const [found] = findCloneGroups(document);
  assert.ok(found);
  assert.equal(groupButtons(found.root).length, 3);
});

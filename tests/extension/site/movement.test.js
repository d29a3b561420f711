import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { findMovements } from "../../../extension/site/movement.js";
import { openerAccount, recordOf } from "../../../extension/site/opener.js";
import { openPage } from "../support.js";

const { columns, pupils } = captions.movement;
const [KIND = ""] = columns.kind;
const [ORDER = ""] = columns.order;
const MOVES = [columns.day, columns.source, columns.target].map(([caption = ""]) => caption);
const [PUPIL = ""] = pupils;

/** @param {string[]} captionsOfRow */
function table(...captionsOfRow) {
  return `<table><tr>${captionsOfRow.map((caption) => `<th>${caption}</th>`).join("")}</tr><tr><td>1</td></tr></table>`;
}

/** @param {string} html */
function rootsIn(html) {
  openPage(html);
  return findMovements(document).map(({ root }) => root.id);
}

for (const name of [KIND, ORDER]) {
  test(`a table with the columns of documents is a movement, if «${name}» is one of them`, () => {
    assert.deepEqual(rootsIn(`<div id="root"><h3>X</h3>${table(name, ...MOVES)}</div>`), ["root"]);
  });
}

test("every caption of a column is known", () => {
  for (const [index, known] of [columns.day, columns.source, columns.target].entries()) {
    for (const caption of known) {
      const others = MOVES.map((first, at) => (at === index ? caption : first));
      assert.deepEqual(rootsIn(`<div id="root"><h3>X</h3>${table(KIND, ...others)}</div>`), ["root"], caption);
    }
  }
});

test("a table that lacks one of the columns is another table", () => {
  for (const missing of MOVES) {
    const left = MOVES.filter((caption) => caption !== missing);
    assert.deepEqual(rootsIn(`<div id="root"><h3>X</h3>${table(KIND, ...left)}</div>`), []);
  }
  assert.deepEqual(rootsIn(`<div id="root"><h3>X</h3>${table(...MOVES)}</div>`), []);
});

test("a table of many pupils is no one's movement", () => {
  assert.deepEqual(rootsIn(`<div id="root"><h3>X</h3>${table(PUPIL, KIND, ...MOVES)}</div>`), []);
});

test("the movements inside the registry of clones are the registry's", () => {
  const inner = `<table class="jtable"><tr><td>${table(KIND, ...MOVES)}</td></tr></table>`;
  assert.deepEqual(rootsIn(`<div id="root"><h3>X</h3>${inner}</div>`), []);
});

test("the hidden number of the record belongs to the movement, the card around it does not", () => {
  const [surname] = captions.cardFields.surname;
  const [name] = captions.cardFields.name;
  const card = `<p>${surname}</p><p>${name}</p>`;
  const record = '<input type="hidden" name="UID" value="7">';
  const movement = `<div id="near"><section id="table">${table(KIND, ...MOVES)}</section>${record}</div>`;
  assert.deepEqual(rootsIn(`<div id="all">${card}${movement}</div>`), ["near"]);
  const bare = `<section id="table">${table(KIND, ...MOVES)}</section>`;
  assert.deepEqual(rootsIn(`<div id="all">${card}${record}${bare}</div>`), ["table"]);
});

test("the number of the open record is told only where there is one", () => {
  /** @param {string[]} numbers */
  const fields = (...numbers) => numbers.map((n) => `<input type="hidden" name="UID" value="${n}">`).join("");
  assert.equal(recordOf(openPage(fields("7", "7"))), "7");
  assert.equal(recordOf(openPage(`<user-info user-id="7"></user-info>`)), "7");
  assert.equal(recordOf(openPage(fields("7", "8"))), null);
  assert.equal(recordOf(openPage(fields("", "x"))), null);
});

test("a window without a record asks the page that opened it, if that is still there", () => {
  openPage("<p>X</p>");
  assert.equal(openerAccount(), null);
  const opener = document.implementation.createHTMLDocument();
  opener.body.innerHTML = '<input type="hidden" name="UID" value="9">';
  Object.defineProperty(self, "opener", { value: { document: opener }, configurable: true });
  assert.equal(openerAccount(), "9");
  Object.defineProperty(self, "opener", {
    get() {
      throw new Error("another site");
    },
    configurable: true,
  });
  assert.equal(openerAccount(), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { findMovements, movementKind } from "../../../extension/site/movement.js";
import { recordOf } from "../../../extension/site/opener.js";
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

for (const [place, isSent] of [["beside", true], ["behind the dialog", false]]) {
  test(`a pager ${place} is ${isSent ? "" : "not "}sent along, so that one page is not taken for all`, async () => {
    const pager = '<ul class="pagination"><li class="active">2</li></ul>';
    const shown = `<div><h3>X</h3>${table(KIND, ...MOVES)}</div>`;
    openPage(isSent ? `${shown}${pager}` : `<div class="modal">${shown}</div>${pager}`);
    const [movement] = findMovements(document);
    assert.ok(movement);
    const { request } = await movementKind.capture(movement, new AbortController().signal);
    assert.equal(JSON.stringify(request).includes("pagination"), isSent);
  });
}

test("the number of the open record is told only where there is one", () => {
  /** @param {string[]} numbers */
  const fields = (...numbers) => numbers.map((n) => `<input type="hidden" name="UID" value="${n}">`).join("");
  assert.equal(recordOf(openPage(fields("7", "7"))), "7");
  assert.equal(recordOf(openPage(`<user-info user-id="7"></user-info>`)), "7");
  assert.equal(recordOf(openPage(fields("7", "8"))), null);
  assert.equal(recordOf(openPage(fields("", "x"))), null);
});

/** @param {PropertyDescriptor} opener */
function openedFrom(opener) {
  Object.defineProperty(self, "opener", { ...opener, configurable: true });
}

/** @param {string} number */
function cardPage(number) {
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = `<input type="hidden" name="UID" value="${number}">`;
  return { value: { document: page } };
}

/**
 * What a window of its own tells: the module keeps what it saw first.
 * @param {string} name
 * @returns {Promise<typeof import("../../../extension/site/opener.js").openerAccount>}
 */
async function newWindow(name) {
  const address = `../../../extension/site/opener.js?${name}`;
  /** @type {typeof import("../../../extension/site/opener.js")} */
  const module = await import(address);
  return module.openerAccount;
}

test("a window without a record asks the page that opened it, if that is still there", async () => {
  openPage("<p>X</p>");
  assert.equal((await newWindow("alone"))(), null);
  openedFrom(cardPage("9"));
  assert.equal((await newWindow("opened"))(), "9");
  openedFrom({
    get() {
      throw new Error("another site");
    },
  });
  assert.equal((await newWindow("foreign"))(), null);
});

test("a movement is not given to the card to which the opener went on", async () => {
  openPage("<p>X</p>");
  openedFrom(cardPage("9"));
  const account = await newWindow("redrawn");
  assert.equal(account(), "9");
  openedFrom(cardPage("10"));
  assert.equal(account(), "9");
});

test("the opener is remembered even while the window has a record of its own", async () => {
  const body = openPage('<input type="hidden" name="UID" value="7">');
  openedFrom(cardPage("9"));
  const account = await newWindow("own-record");
  assert.equal(account(), "7");
  body.replaceChildren();
  openedFrom(cardPage("10"));
  assert.equal(account(), "9");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { findSubjects, holdsPerson, kinds } from "../../../extension/site/kinds.js";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { messagesOf, openPage } from "../support.js";

test("every kind has its words for what is being read and for what is not known", () => {
  const messages = Object.keys(messagesOf("ru"));
  const needed = Object.keys(kinds).flatMap((kind) => [`reading_${kind}`, `unknown_${kind}`]);
  assert.deepEqual(needed.map((key) => key.replaceAll("-", "_")).filter((key) => !messages.includes(key)), []);
});

test("a report and a card on one page are found each by its kind", () => {
  const [report] = captions.headings["duplicates-report"];
  const [card] = captions.headings["student-card"];
  const row = "<tr><td>1</td><td>2</td><td>3</td></tr>";
  openPage(`<div><h2>${report}</h2><table>${row}</table></div>
    <div><h1>${card}</h1><form name="UserInfo"><input></form></div>`);
  assert.deepEqual(findSubjects(document).map(({ kind }) => kind), ["report", "card"]);
});

test("only a place with the fields of a person is surely no login page", () => {
  const [surname] = captions.cardFields.surname;
  const [name] = captions.cardFields.name;
  const body = openPage(`<p>${surname}</p>`);
  assert.equal(holdsPerson(body), false);
  assert.equal(holdsPerson(openPage(`<p>${surname}</p><p>${name}</p>`)), true);
});

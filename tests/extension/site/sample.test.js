import assert from "node:assert/strict";
import { before, test } from "node:test";
import { mask, maskedSample } from "../../../extension/site/sample.js";
import { openPage } from "../support.js";

const MASKS = new Set(["\u0416", "\u0436", "X", "x", "0"]);

/** Pseudo-random, the same in every run. */
function* randomTexts() {
  let state = 20250901;
  for (let n = 0; n < 500; n += 1) {
    const letters = Array.from({ length: 12 }, () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return String.fromCodePoint(0x20 + (state % 0x2fff));
    });
    yield letters.join("");
  }
}

before(() => openPage(""));

test("no letter and no digit of any script survives the mask", () => {
  for (const content of randomTexts()) {
    for (const [letter] of mask(content).matchAll(/[\p{L}\p{N}]/gu)) {
      assert.ok(MASKS.has(letter), `${letter} of ${JSON.stringify(content)}`);
    }
  }
});

test("the mask keeps case, script, spaces and punctuation to be told by", () => {
  assert.equal(mask("Ab-\u0411\u0432 12, (\u0451)"), "Xx-\u0416\u0436 00, (\u0436)");
});

test("the sample keeps spans and structural classes and nothing of anybody", () => {
  const body = openPage(`<div id="ivanov"><table class="table-print ivanov"><tr>
    <td colspan="2" rowspan="3" onclick="edit(100001)">Ivanov 2015</td></tr></table></div>`);
  const sample = maskedSample(/** @type {HTMLElement} */ (body.firstElementChild));
  assert.match(sample, /class="table-print xxxxxx"/);
  assert.match(sample, /colspan="2"/);
  assert.match(sample, /rowspan="3"/);
  assert.doesNotMatch(sample, /ivanov|100001|2015/i);
});

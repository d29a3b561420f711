import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { BADGES, draw, LANGUAGES } from "../../tools/badges.js";
import { readText } from "./support.js";

for (const language of LANGUAGES) {
  test(`the badges in ${language} say the words of the messages; else run npm run badges`, async () => {
    const drawn = await draw(language);
    assert.deepEqual(readdirSync(new URL(`${language}/`, BADGES)).sort(), [...drawn.keys()].sort());
    for (const [name, content] of drawn) {
      assert.equal(readText(`extension/badges/${language}/${name}`), content);
    }
  });
}

test("every badge has its rule in the style sheet", async () => {
  const css = readText("extension/styles/badges.css");
  for (const name of (await draw("ru")).keys()) assert.ok(css.includes(`{language}/${name}`), name);
});

test("the text of every badge stands out from its ground by 4.5 to 1", async () => {
  for (const [name, picture] of await draw("ru")) {
    const ground = picture.match(/<rect[^>]* fill="(#\w+)"/)?.[1] ?? "";
    const ink = picture.match(/<text[^>]* fill="(#\w+)"/)?.[1] ?? "";
    assert.ok(contrast(ground, ink) >= 4.5, `${name}: ${contrast(ground, ink)}`);
  }
});

/**
 * As WCAG 2.2 defines it.
 * @param {string} one
 * @param {string} other
 */
function contrast(one, other) {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} colour `#rgb` or `#rrggbb` */
function luminance(colour) {
  const digits = colour.length === 4 ? colour.replace(/\w/g, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { messagesOf, readText } from "./support.js";

const EXTENSION = new URL("../../extension/", import.meta.url);
// content.js is made of the others.
const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((name) => name !== "content.js");
const sources = files.filter((name) => /\.(js|html|css)$/.test(name) || name === "manifest.json");
const code = sources.map((name) => readText(`extension/${name}`)).join("\n");
const keys = Object.keys(messagesOf("ru"));

/** @param {RegExp} pattern whose first group is the name */
function named(pattern) {
  return new Set([...code.matchAll(pattern)].map(([, name = ""]) => name));
}

const used = new Set([
  ...named(/\btext\(\s*"(\w+)"/g),
  ...named(/\btext\(\w+ \? "(\w+)"/g),
  ...named(/\btext\(\w+ \? "\w+" : "(\w+)"/g),
  ...named(/\bheading\("(\w+)"\)/g),
  ...named(/data-text="(\w+)"/g),
  ...named(/__MSG_(\w+)__/g),
]);
const families = [...named(/\bword\("(\w+)"/g), ...named(/text\(`(\w+)_\$\{/g)];
/** `word(field, …)` of the card: fields whose values are words of the contract. */
const fieldFamilies = ["sex", "entry"];
/** Drawn into the badges by tools/badges.js. */
const drawn = ["badge_narrow"];

test("every message stands in both languages", () => {
  assert.deepEqual(Object.keys(messagesOf("en")).sort(), [...keys].sort());
});

test("no message is empty", () => {
  for (const language of /** @type {const} */ (["ru", "en"])) {
    for (const [key, { message }] of Object.entries(messagesOf(language))) assert.ok(message.trim(), key);
  }
});

test("both languages fill the same places", () => {
  const en = messagesOf("en");
  for (const [key, { message }] of Object.entries(messagesOf("ru"))) {
    const places = (/** @type {string} */ said) => [...new Set(said.match(/\$\d/g))].sort();
    assert.deepEqual(places(en[key]?.message ?? ""), places(message), key);
  }
});

test("every message the code names exists", () => {
  assert.deepEqual([...used].filter((key) => !keys.includes(key)), []);
});

test("every message is used", () => {
  const prefixes = [...families, ...fieldFamilies, ...drawn].map((family) => `${family}_`);
  const unused = keys.filter((key) => !used.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
  assert.deepEqual(unused, []);
});

test("no Russian word stands in the code; the site's captions are data", () => {
  const literal = /(["'`])(?:(?!\1).)*[\u0400-\u04ff](?:(?!\1).)*\1/;
  for (const name of sources.filter((found) => !found.endsWith(".css"))) {
    const lines = readText(`extension/${name}`).split("\n");
    const spoken = lines.filter((line) => !/^\s*(\/?\*|\/\/)/.test(line));
    assert.deepEqual(spoken.filter((line) => literal.test(line) || />[^<]*[\u0400-\u04ff]/.test(line)), [], name);
  }
});

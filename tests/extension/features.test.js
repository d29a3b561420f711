import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { allFeatures } from "../../extension/features/index.js";
import { readText } from "./support.js";

const ids = (await allFeatures()).map(({ id }) => id);

test("every annotation is described in docs/features.md", () => {
  const described = [...readText("docs/features.md").matchAll(/^## .*`([\w-]+)`/gm)].map(([, id]) => id);
  assert.deepEqual(described.sort(), [...ids].sort());
});

test("every annotation is one file of its own name", () => {
  const folder = readdirSync(new URL("../../extension/features/", import.meta.url));
  const files = folder.filter((name) => name !== "index.js").map((name) => name.replace(".js", ""));
  assert.deepEqual(files.sort(), [...ids].sort());
});

/**
 * The files that come with one, by its imports and theirs.
 * @param {string} address
 * @param {Map<string, string>} found
 */
function filesWith(address, found = new Map()) {
  const name = address.split("/extension/").at(-1) ?? "";
  if (found.has(name)) return found;
  const code = readText(`extension/${name}`);
  found.set(name, code);
  for (const [, imported = ""] of code.matchAll(/^(?:import|}) .*?"([^"]+)"/gm)) filesWith(new URL(imported, address).href, found);
  return found;
}

test("a card is found and asked of before any other file comes", () => {
  const files = [...filesWith("file:///extension/main.js").keys()];
  const needed = ["features/index.js", "site/card.js", "site/scrape.js", "site/captions.json", "lib/messages.js"];
  assert.deepEqual(needed.filter((name) => !files.includes(name)), []);
  const later = ["surface", "overlay", "element", "page"].map((name) => `lib/${name}.js`);
  const others = ["report", "list", "movement", "clones", "order"].map((name) => `site/${name}.js`);
  assert.deepEqual([...later, ...others].filter((name) => files.includes(name)), []);
});

test("no page waits for the files of annotations that it does not want", () => {
  const scripts = readdirSync(new URL("../../extension/", import.meta.url), { recursive: true, encoding: "utf8" });
  const within = scripts.filter((name) => name.endsWith(".js") && name !== "features/index.js");
  for (const name of within) {
    assert.doesNotMatch(readText(`extension/${name}`), /from "[./]+features\/(?!index\.js)/, name);
  }
  assert.doesNotMatch(readText("extension/features/index.js"), /^import /m);
});

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

test("no page waits for the files of annotations that it does not want", () => {
  const scripts = readdirSync(new URL("../../extension/", import.meta.url), { recursive: true, encoding: "utf8" });
  const within = scripts.filter((name) => name.endsWith(".js") && name !== "features/index.js");
  for (const name of within) {
    assert.doesNotMatch(readText(`extension/${name}`), /from "[./]+features\/(?!index\.js)/, name);
  }
  assert.doesNotMatch(readText("extension/features/index.js"), /^import /m);
});

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { features } from "../../extension/features/index.js";
import { readText } from "./support.js";

const ids = [...new Set(Object.values(features).flat())].map(({ id }) => id);

test("every annotation is described in docs/features.md", () => {
  const described = [...readText("docs/features.md").matchAll(/^## .*`([\w-]+)`/gm)].map(([, id]) => id);
  assert.deepEqual(described.sort(), [...ids].sort());
});

test("every annotation is one file of its own name", () => {
  const folder = readdirSync(new URL("../../extension/features/", import.meta.url));
  const files = folder.filter((name) => name !== "index.js").map((name) => name.replace(".js", ""));
  assert.deepEqual(files.sort(), [...ids].sort());
});

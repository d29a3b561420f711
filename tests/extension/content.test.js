import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "../../tools/join.js";
import { readText } from "./support.js";

test("content.js is what its modules are now; else run npm run join", async () => {
  assert.ok(readText("extension/content.js") === (await join()));
});

test("the content script asks for no other script", () => {
  assert.doesNotMatch(readText("extension/content.js"), /(await|void|=>|=) import\(|getURL\("[^"]*\.js/);
});

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { readText } from "./support.js";

const manifest = JSON.parse(readText("extension/manifest.json"));
const EXTENSION = new URL("../../extension/", import.meta.url);

test("without the operator the extension reaches nothing but this computer", () => {
  assert.deepEqual(manifest.host_permissions, ["http://127.0.0.1/*"]);
  assert.equal(manifest.content_scripts, undefined);
});

test("the extension asks for no permission it does not use", () => {
  assert.deepEqual(manifest.permissions, ["activeTab", "nativeMessaging", "scripting", "sidePanel", "storage"]);
});

test("what the extension keeps stays on this computer", () => {
  const names = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  for (const name of names) assert.doesNotMatch(readText(`extension/${name}`), /storage\.(sync|managed)|localStorage/, name);
});

test("pages can fetch the pictures and styles of the annotations, and no script at all", () => {
  const [{ resources }] = manifest.web_accessible_resources;
  const open = (/** @type {string} */ name) =>
    resources.some((/** @type {string} */ pattern) =>
      new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^/]+")}$`).test(name),
    );
  const names = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" });
  for (const name of names.filter((found) => /^badges\/.*\./.test(found))) assert.ok(open(name), name);
  for (const name of names.filter((found) => /^(background|ui|icons)\/|\.js(on)?$/.test(found))) {
    assert.ok(!open(name), name);
  }
});

test("every file the manifest names is there", () => {
  const { background, action, options_ui: options, side_panel: panel, sidebar_action: sidebar, icons } = manifest;
  const pages = [action.default_popup, options.page, panel.default_path, sidebar.default_panel, sidebar.default_icon];
  const named = [background.service_worker, ...background.scripts, ...pages];
  for (const name of [...named, ...Object.values(icons)]) assert.ok(existsSync(new URL(name, EXTENSION)), name);
});

test("the work list opens in the sidebar of either kind of browser, and only when asked for", () => {
  assert.equal(manifest.side_panel.default_path, manifest.sidebar_action.default_panel);
  assert.equal(manifest.sidebar_action.open_at_install, false);
});

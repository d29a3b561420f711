import assert from "node:assert/strict";
import { before, test } from "node:test";
import { commands, dispatch } from "../../../extension/background/commands.js";
import { lastFailure, noteFailure, save } from "../../../extension/background/storage.js";
import { define, forever, installWorkerChrome, OWN_ORIGIN } from "../support.js";

const ON = "https://sgo.example.test";
const ID = OWN_ORIGIN.split("//")[1];
const PAGE = {
  ...{ schema: 1, url: `${ON}/x`, html: "", title: "", captured_at: "", source: "content" },
  context: {},
};

const DECISION = { group: "0".repeat(16), version: 1, act: "assign", organisation: "School 1", due: "2025-10-15" };
const DECIDE = { command: "decide", payload: DECISION };
const GROUP = { command: "group", payload: { group: "0".repeat(16) } };
const WORK_LIST = { command: "worklist", payload: { states: ["found"], search: "x", page: 2 } };

const FROM_OWN = { id: ID, origin: OWN_ORIGIN };
const FROM_PAGE = { id: ID, origin: ON, tab: { id: 1 } };

before(async () => {
  installWorkerChrome();
  define("location", { origin: OWN_ORIGIN });
  await save({ hosts: [ON] });
  // No helper runs: what is let through ends in the problem «offline».
  define("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
});

/**
 * @param {unknown} message
 * @param {object} sender
 */
async function codeOf(message, sender) {
  const answer = await dispatch(message, /** @type {any} */ (sender), forever);
  return "problem" in answer ? answer.problem.code : "answered";
}

const ANALYSE = { command: "analyse", payload: { page: PAGE, pressed: false } };
const SETTINGS = { command: "settings", payload: {} };

for (const [what, message, sender, code] of /** @type {[string, unknown, object, string][]} */ ([
  ["a page of a host that is on may ask for an analysis", ANALYSE, FROM_PAGE, "offline"],
  ["the same host on another port may", ANALYSE, { ...FROM_PAGE, origin: `${ON}:8443` }, "offline"],
  ["a host that is not on may not", ANALYSE, { ...FROM_PAGE, origin: "https://other.example.test" }, "refused"],
  ["the host over another protocol may not", ANALYSE, { ...FROM_PAGE, origin: "http://sgo.example.test" }, "refused"],
  ["a host that only begins alike may not", ANALYSE, { ...FROM_PAGE, origin: `${ON}.evil.test` }, "refused"],
  ["a frame of another site in a tab of the host may not", ANALYSE, { ...FROM_PAGE, origin: "https://ads.example.test", tab: { id: 1, url: ON }, url: `${ON}/x` }, "refused"],
  ["a frame without an origin may not", ANALYSE, { ...FROM_PAGE, origin: "null" }, "refused"],
  ["a sender without an origin may not", ANALYSE, { id: ID, tab: { id: 1 } }, "refused"],
  ["another extension may not", ANALYSE, { ...FROM_PAGE, id: "b".repeat(32) }, "refused"],
  ["a page outside a tab may not", ANALYSE, { id: ID, origin: ON }, "refused"],
  ["the extension's own pages do not send pages", ANALYSE, FROM_OWN, "refused"],
  ["the extension's own page may read the settings", SETTINGS, FROM_OWN, "answered"],
  ["another extension may not read the settings, whatever origin it names", SETTINGS, { ...FROM_OWN, id: "b".repeat(32) }, "refused"],
  ["a page may not read the settings", SETTINGS, FROM_PAGE, "refused"],
  ["a page may not pair", { command: "pair", payload: { code: "12345678", label: "x" } }, FROM_PAGE, "refused"],
  ["a page may not switch itself on", { command: "switch-on", payload: { host: ON } }, FROM_PAGE, "refused"],
  ["a page may not change the port", { command: "save-port", payload: { port: 9000 } }, FROM_PAGE, "refused"],
  ["a page may not open the helper's pages", { command: "open-pages", payload: {} }, FROM_PAGE, "refused"],
  ["a page may not forget the pairing", { command: "forget-pairing", payload: {} }, FROM_PAGE, "refused"],
  ["a page of a host that is on may decide of a group", DECIDE, FROM_PAGE, "offline"],
  ["a page of a host that is on may ask for the state of a group", GROUP, FROM_PAGE, "offline"],
  ["a host that is not on may not decide", DECIDE, { ...FROM_PAGE, origin: "https://other.example.test" }, "refused"],
  ["a host that is not on may not ask for a group", GROUP, { ...FROM_PAGE, origin: "https://other.example.test" }, "refused"],
  ["a page outside a tab may not decide", DECIDE, { id: ID, origin: ON }, "refused"],
  ["a page may not read the work list", WORK_LIST, FROM_PAGE, "refused"],
  ["the panel may decide", DECIDE, FROM_OWN, "offline"],
  ["the panel may ask for a group", GROUP, FROM_OWN, "offline"],
  ["the panel may read the work list", WORK_LIST, FROM_OWN, "offline"],
  ["a page may not read which reports were seen", { command: "runs", payload: {} }, FROM_PAGE, "refused"],
  ["the panel may read which reports were seen", { command: "runs", payload: {} }, FROM_OWN, "offline"],
  ["another extension may not read the work list", WORK_LIST, { ...FROM_OWN, id: "b".repeat(32) }, "refused"],
  ["a decision of another form is refused", { ...DECIDE, payload: { ...DECISION, x: 1 } }, FROM_PAGE, "refused"],
  ["a decision that names no version is refused", { ...DECIDE, payload: { ...DECISION, version: undefined } }, FROM_PAGE, "refused"],
  ["a decision without a group is refused", { ...DECIDE, payload: { version: 1, act: "undo" } }, FROM_PAGE, "refused"],
  ["a state that is set by hand is refused", { ...DECIDE, payload: { ...DECISION, act: "resolved" } }, FROM_PAGE, "refused"],
  ["a day of another form is refused", { ...DECIDE, payload: { ...DECISION, due: "15.10.2025" } }, FROM_PAGE, "refused"],
  ["a note too long for the journal is refused", { ...DECIDE, payload: { ...DECISION, note: "x".repeat(1001) } }, FROM_PAGE, "refused"],
  ["a filter of another form is refused", { ...WORK_LIST, payload: { states: "found" } }, FROM_OWN, "refused"],
  ["an unknown command is refused", { command: "x", payload: {} }, FROM_OWN, "refused"],
  ["a name every object has is no command", { command: "constructor", payload: {} }, FROM_OWN, "refused"],
  ["a message of another form is refused", null, FROM_OWN, "refused"],
  ["a command without a payload is refused", { command: "settings" }, FROM_OWN, "refused"],
  ["an unknown key beside the page is refused", { command: "analyse", payload: { page: PAGE, pressed: false, x: 1 } }, FROM_PAGE, "refused"],
  ["an unknown key in the page is refused", { command: "analyse", payload: { page: { ...PAGE, x: 1 }, pressed: false } }, FROM_PAGE, "refused"],
  ["a page that does not say whether a button was pressed is refused", { command: "analyse", payload: { page: PAGE } }, FROM_PAGE, "refused"],
  ["a page of another schema is refused", { command: "analyse", payload: { page: { ...PAGE, schema: 2 }, pressed: false } }, FROM_PAGE, "refused"],
  ["a code that is not eight digits is refused", { command: "pair", payload: { code: "1234567x", label: "x" } }, FROM_OWN, "refused"],
  ["an empty label is refused", { command: "pair", payload: { code: "12345678", label: " " } }, FROM_OWN, "refused"],
  ["a port that is none is refused", { command: "save-port", payload: { port: 80 } }, FROM_OWN, "refused"],
  ["a port that browsers do not dial is refused", { command: "save-port", payload: { port: 6000 } }, FROM_OWN, "refused"],
  ["a pattern in place of a host is refused", { command: "switch-on", payload: { host: "https://*" } }, FROM_OWN, "refused"],
  ["an address in place of a host is refused", { command: "switch-off", payload: { host: `${ON}/x` } }, FROM_OWN, "refused"],
])) {
  test(what, async () => assert.equal(await codeOf(message, sender), code));
}

for (const [what, message, sender, asked] of /** @type {[string, object, object, number][]} */ ([
  ["a report that is sent by itself leaves a host alone that has just failed", ANALYSE, FROM_PAGE, 0],
  ["«Повторить» asks a host again that has just failed", { ...ANALYSE, payload: { page: PAGE, pressed: true } }, FROM_PAGE, 1],
  ["«Проверить связь» asks a host again that has just failed", { command: "check-connection", payload: {} }, FROM_OWN, 1],
])) {
  test(what, async () => {
    let times = 0;
    Object.assign(chrome.runtime, { sendNativeMessage: () => Promise.resolve((times += 1)) });
    await noteFailure(Date.now());
    await dispatch(message, /** @type {any} */ (sender), forever);
    assert.equal(times, asked);
  });
}

test("a code that was typed lets a host be asked again that has just failed", async () => {
  await noteFailure(Date.now());
  await dispatch({ command: "pair", payload: { code: "12345678", label: "x" } }, /** @type {any} */ (FROM_OWN), forever);
  assert.equal(await lastFailure(), 0);
});

test("no command of a page answers with what the extension remembers", () => {
  const ofPages = Object.entries(commands).filter(([, { from }]) => from === "page");
  assert.deepEqual(ofPages.map(([name]) => name), ["analyse"]);
  const ofEither = Object.entries(commands).filter(([, { from }]) => from === "either");
  assert.deepEqual(ofEither.map(([name]) => name), ["decide", "group"]);
});

test("a press on a page opens the panel beside its tab, before anything else is waited for", async () => {
  /** @type {unknown[]} */
  const opened = [];
  const open = (/** @type {object} */ options) => Promise.resolve(void opened.push(options));
  Object.assign(chrome, { sidePanel: { open } });
  const answered = dispatch({ command: "open-panel", payload: {} }, /** @type {any} */ (FROM_PAGE), forever);
  assert.deepEqual(opened, [{ tabId: 1 }]);
  assert.deepEqual(await answered, { result: undefined });
});

test("another extension opens no panel", async () => {
  const sender = { ...FROM_PAGE, id: "b".repeat(32) };
  assert.equal(await codeOf({ command: "open-panel", payload: {} }, sender), "refused");
});

test("where the browser opens no panel, the helper's own pages are opened", async () => {
  Object.assign(chrome, { sidePanel: { open: () => Promise.reject(new Error("no gesture")) } });
  assert.equal(await codeOf({ command: "open-panel", payload: {} }, FROM_PAGE), "offline");
});

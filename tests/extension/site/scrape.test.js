import assert from "node:assert/strict";
import { before, test } from "node:test";
import { capture } from "../../../extension/site/scrape.js";
import { forever, openPage } from "../support.js";

const CANARIES = {
  script: "<script>CANARY</script>",
  style: "<style>.CANARY{}</style>",
  comment: "<!-- CANARY -->",
  template: "<template>CANARY</template>",
  "password field": '<input type="password" value="CANARY">',
  "password field in capitals": '<input type="PASSWORD" value="CANARY">',
  "hidden field": '<input type="hidden" name="x" value="CANARY">',
  "field AT of any type": '<input name="AT" value="CANARY">',
  "field VER of any type": '<input name="VER" value="CANARY">',
  "own attribute": '<p data-sverka-group="CANARY">1</p>',
  "unknown attribute": '<p data-session="CANARY" title="CANARY" style="--x: CANARY">1</p>',
  "event handler": '<p onmouseover="f(CANARY)">1</p>',
  "AT in an address": '<a href="/asp/x.asp?AT=CANARY&amp;UID=7">1</a>',
  "VER in a call": `<a onclick="go({VER: 'CANARY'})">1</a>`,
  "token in an address": '<a href="?access_token=CANARY">1</a>',
  "bare key in a call": `<a onclick="edit(7, '12345CANARY67890')">1</a>`,
  "bare key of letters only in a call": `<a onclick="editUser(7, 'CANARY')">1</a>`,
  "key of letters only in place of an id": `<a href="JavaScript:gotoUserEdit('CANARY')">1</a>`,
  "number that begins a key": '<a onclick="editUser(7CANARY)">1</a>',
  "unknown function": '<a onclick="CANARY(7)">1</a>',
  "session in a path": '<a href="/asp/x.asp;jsessionid=CANARY?UID=7">1</a>',
  "escaped session in an address": '<a href="/x?back=%2Fy%3FAT%3DCANARY&amp;UID=7">1</a>',
  "id with a key on its end": '<a href="?UID=7CANARY">1</a>',
  "key in the route of a fragment": '<a href="#CANARY/7">1</a>',
  "path that only ends like a route": '<a href="https://x.test/CANARY/7">1</a>',
  "key in place of the id of a card": '<user-info user-id="7CANARY">1</user-info>',
  "password that is shown as text": '<input type="text" name="NEWPASSWORD" value="CANARY">',
  "fragment": '<a href="?UID=7#CANARY">1</a>',
  "data address": '<a href="data:,CANARY">1</a>',
  "picture": '<img src="/x?CANARY" alt="CANARY">',
  "frame": '<iframe srcdoc="CANARY" src="/CANARY">CANARY</iframe>',
  "attribute of which it is told that it is there": '<p hidden="CANARY" ng-include="CANARY" data-url="/CANARY">1</p>',
};

/** @param {string} html */
async function captured(html) {
  const root = openPage(`<div id="root">${html}</div>`).firstElementChild;
  assert.ok(root instanceof HTMLElement);
  const report = { root, title: "T" };
  return { root, ...(await capture(report, forever)) };
}

/** @param {object} request */
function htmlOf(request) {
  return "html" in request ? String(request.html) : "";
}

before(() => openPage(""));

for (const [what, html] of Object.entries(CANARIES)) {
  test(`a ${what} does not leave the page`, async () => {
    const { request } = await captured(html);
    assert.doesNotMatch(JSON.stringify(request), /CANARY/);
  });
}

test("ids of records stay readable in addresses and calls", async () => {
  const { request } = await captured(
    `<a href="JavaScript:gotoUserEdit('100001')">1</a><a onclick="editUser(100002)">2</a>`,
  );
  assert.match(htmlOf(request), /gotoUserEdit\('100001'\)/);
  assert.match(htmlOf(request), /editUser\(100002\)/);
  const more = await captured(
    `<a href="JavaScript:userInfoEdit.gotoParentEdit(100003, 'x');">1</a><a href="/asp/x.asp?AT=1&amp;UID=100004">2</a>`,
  );
  assert.match(htmlOf(more.request), /userInfoEdit\.gotoParentEdit\(100003\)/);
  assert.match(htmlOf(more.request), /UID=100004/);
});

test("ids stay readable in the routes and elements of current cards", async () => {
  const { request } = await captured('<user-info user-id="100005"><a href="#parent/100006">1</a></user-info>');
  assert.match(htmlOf(request), /user-id="100005"/);
  assert.match(htmlOf(request), /href="#\/100006"/);
});

test("series and number of a passport are no password", async () => {
  const { request } = await captured('<input name="PassportSeries" value="6415">');
  assert.match(htmlOf(request), /value="6415"/);
});

test("what ties a caption to its field stays", async () => {
  const { request } = await captured('<label for="LN">1</label><input id="LN"><div aria-busy="true"></div>');
  assert.match(htmlOf(request), /for="LN".*id="LN".*aria-busy="true"/);
});

test("it is told what is hidden and what may still be filled, so that no empty place is taken for nobody", async () => {
  const { request } = await captured(
    `<p style="color: red; Display:none">1</p><p hidden>2</p><p ng-include="'x'"></p><iframe src="/x"></iframe><p style="color: red">3</p>`,
  );
  assert.match(
    htmlOf(request),
    /<p hidden="">1<\/p><p hidden="">2<\/p><p ng-include=""><\/p><iframe><\/iframe><p>3<\/p>/,
  );
});

test("the id of the open record may leave the page in its hidden field", async () => {
  const { request } = await captured('<input type="hidden" name="UID" value="100001">');
  assert.match(htmlOf(request), /value="100001"/);
});

test("what the person typed and chose is sent instead of what the server wrote", async () => {
  const root = openPage(`<div id="root"><input id="a" value="old"><textarea id="b">old</textarea>
    <input id="c" type="checkbox" checked><select><option>1</option><option id="d">2</option></select></div>`);
  /** @type {any} */ (root.querySelector("#a")).value = "typed";
  /** @type {any} */ (root.querySelector("#b")).value = "written";
  /** @type {any} */ (root.querySelector("#c")).checked = false;
  /** @type {any} */ (root.querySelector("#d")).selected = true;
  const { request } = await capture({ root, title: "" }, forever);
  const html = htmlOf(request);
  assert.match(html, /value="typed"/);
  assert.match(html, />written</);
  assert.doesNotMatch(html, /checked|old/);
  assert.match(html, /<option id="d" selected="">2/);
});

test("copying leaves the page as it is", async () => {
  const html = '<input type="hidden" name="x" value="1"><table><tbody><tr><td>1</td></tr></tbody></table>';
  const { root } = await captured(html);
  assert.equal(root.innerHTML, html);
});

test("the address is sent without query and fragment", async () => {
  const { request } = await captured("1");
  assert.equal("url" in request && request.url, "https://sgo.example.test/asp/Report.asp");
});

for (const mark of [";jsessionid=", ";", "%3Bjsessionid%3D"]) {
  test(`a session after «${mark}» in the path of the address does not leave the page`, async () => {
    openPage("", `https://sgo.example.test/asp/Report.asp${mark}CANARY?AT=1`);
    const root = document.createElement("div");
    document.body.append(root);
    const { request } = await capture({ root, title: "" }, forever);
    assert.equal("url" in request && request.url, "https://sgo.example.test/asp/Report.asp");
  });
}

test("a report in a dialog is named as one", async () => {
  const body = openPage('<div class="modal"><div id="root">1</div></div>');
  const root = /** @type {HTMLElement} */ (body.querySelector("#root"));
  const { request } = await capture({ root, title: "" }, forever);
  assert.equal("source" in request && request.source, "modal");
});

test("tables that are not sent do not shift the numbers of the others", async () => {
  const table = "<table><tr><td>1</td></tr></table>";
  const { request, tables } = await captured(`${table}<noscript>${table}</noscript><object>${table}</object>${table}`);
  const sent = htmlOf(request).match(/<table/g)?.length;
  assert.equal(sent, tables.length);
  const live = document.querySelectorAll("#root table");
  assert.equal(tables.at(-1), live.length - 1);
});

test("the moment of capture carries the offset of local time", async () => {
  const { request } = await captured("1");
  assert.match("captured_at" in request ? String(request.captured_at) : "", /T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
});

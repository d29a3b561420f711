import assert from "node:assert/strict";
import { test } from "node:test";
import captions from "../../../extension/site/captions.json" with { type: "json" };
import { additionalOrganisationOf, moduleOf } from "../../../extension/site/module.js";
import { openPage } from "../support.js";

const SITE = "https://sgo.example.test";
const OF_AUTHORITY = '<input type="hidden" name="LoginType" value="2">';
const [ADDITIONAL] = captions.modules.odo;
const OF_SCHOOL = '<input type="hidden" name="LoginType" value="0">';

for (const [what, html, path, module] of /** @type {[string, string, string, string | null][]} */ ([
  ["the login of an authority", OF_AUTHORITY, "/asp/Reports.asp", "uo"],
  ["the login of a school", OF_SCHOOL, "/asp/Reports.asp", null],
  ["a school's login at an address of the authority", OF_SCHOOL, "/asp/EDUC_MANAGER/x.asp", null],
  ["two logins that differ", OF_AUTHORITY + OF_SCHOOL, "/asp/EDUC_MANAGER/x.asp", null],
  ["a classic address", "", "/asp/EDUC_MANAGER/Reports/ReportDoublingStudents.asp", "uo"],
  ["an address of angular", "", "/angular/em/reports/", "uo"],
  ["a current address", "", "/app/em/reports", "uo"],
  ["an address of a school", "", "/app/school/users/students/", null],
  ["a line that names additional education", `<p>${ADDITIONAL}: 1</p>`, "/app/em/order", "odo"],
  ["a link to additional education", `<a class="title">${ADDITIONAL}</a>`, "/app/em/order", "uo"],
  ["an address that only begins alike", "", "/app/emails/", null],
])) {
  test(`${what} says module ${module}`, () => {
    openPage(html, SITE + path);
    assert.equal(moduleOf(document), module);
  });
}

test("the organisation of additional education is that which the page names as its own", () => {
  openPage(`<p>${ADDITIONAL}: House of Arts: annex</p><p>1</p>`);
  assert.equal(additionalOrganisationOf(document), "House of Arts: annex");
});

test("a card's organisation is not taken for that of additional education", () => {
  const [organisation] = captions.cardFields.organisation;
  for (const line of [`${ADDITIONAL}`, `${captions.modules.odo[1]}: 1`, `${organisation}: School 1`]) {
    openPage(`<h1>${line}</h1><label for="o">${organisation}</label><input id="o" value="School 1">`);
    assert.equal(additionalOrganisationOf(document), "", line);
  }
});

test("the module goes along with the page", async () => {
  const { capture } = await import("../../../extension/site/scrape.js");
  const root = openPage('<div id="root">1</div>', `${SITE}/app/em/reports`);
  const { request } = await capture({ root, title: "" }, new AbortController().signal);
  assert.equal("context" in request && Reflect.get(Object(request.context), "module"), "uo");
});

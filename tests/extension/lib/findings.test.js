import assert from "node:assert/strict";
import { test } from "node:test";
import { toldOnce, worstFirst } from "../../../extension/lib/findings.js";
import { finding } from "../examples.js";

test("what is worst comes first, else the order is the helper's", () => {
  const severities = /** @type {const} */ (["info", "error", "warning", "error"]);
  const findings = severities.map((severity, at) => finding({ severity, rule: String(at) }));
  assert.deepEqual(worstFirst(findings).map(({ rule }) => rule), ["1", "3", "2", "0"]);
});

test("the same words about several fields are told once", () => {
  const findings = [finding({ field: "snils" }), finding({ field: "phone" }), finding({ field: "name", why: "Other." })];
  assert.deepEqual(toldOnce(findings).map(({ fields }) => fields), [["snils", "phone"], ["name"]]);
});

test("two proposals are not taken for one", () => {
  const findings = [finding({ proposed: "a" }), finding({ proposed: "b" })];
  assert.equal(toldOnce(findings).length, 2);
});

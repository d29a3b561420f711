import assert from "node:assert/strict";
import { test } from "node:test";
import { REMARKS, remarksOf } from "../../../extension/lib/remarks.js";
import { finding } from "../examples.js";
import { messagesOf, readText } from "../support.js";

test("every rule of lists is told by a word, and no other is", () => {
  const rules = [...readText("helper/sverka/advice/lists/rules.toml").matchAll(/^\[rules\.(S-\d\d)\]/gm)];
  const told = rules.flatMap(([, rule = ""]) => remarksOf([finding({ rule })]));
  assert.equal(told.length, rules.length);
  assert.deepEqual([...new Set(told)].sort(), [...REMARKS].sort());
  assert.deepEqual(remarksOf([finding({ rule: "C-01" })]), []);
});

test("the weightiest remark comes first, each once", () => {
  const findings = ["S-06", "S-01", "S-04", "S-04"].map((rule) => finding({ rule }));
  assert.deepEqual(remarksOf(findings), ["alike", "no-parent", "unseen"]);
});

test("every remark has its words and its look in the bar", () => {
  const css = readText("extension/styles/overlay.css");
  for (const remark of REMARKS) {
    assert.ok(messagesOf("ru")[`badge_remark_${remark.replaceAll("-", "_")}`], remark);
    assert.ok(css.includes(`.kind.${remark}`), remark);
  }
});

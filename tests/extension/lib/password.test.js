import assert from "node:assert/strict";
import { test } from "node:test";
import { newPassword, SHORTEST_PASSWORD } from "../../../extension/lib/password.js";

const MANY = Array.from({ length: 2000 }, newPassword);

test("a password is long enough and holds letters and digits", () => {
  for (const password of MANY) {
    assert.ok(password.length >= SHORTEST_PASSWORD);
    assert.match(password, /[a-z]/);
    assert.match(password, /[0-9]/);
  }
});

test("nothing in it looks like something else, and it can be read in syllables", () => {
  for (const password of MANY) {
    assert.doesNotMatch(password, /[^a-z0-9]|[01ilojq]/);
    assert.match(password, /^(([^aeu\d][aeu]){2}\d{3}){2}$/);
  }
});

test("no two are the same", () => {
  assert.equal(new Set(MANY).size, MANY.length);
});

test("every digit is as likely as any other", () => {
  const digits = MANY.join("").replace(/\D/g, "");
  const expected = digits.length / 8;
  for (const digit of "23456789") {
    const count = digits.split(digit).length - 1;
    assert.ok(Math.abs(count - expected) < expected * 0.2, `${digit}: ${count}`);
  }
});

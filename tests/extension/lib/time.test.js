import assert from "node:assert/strict";
import { test } from "node:test";
import { localDay, localIso } from "../../../extension/lib/time.js";

test("local time with its offset names the same moment", () => {
  const moment = new Date("2025-09-30T06:40:20Z");
  assert.equal(new Date(localIso(moment)).getTime(), moment.getTime());
  assert.match(localIso(moment), /^2025-(09-30|10-01)T\d\d:40:20[+-]\d\d:\d\d$|:\d\d:20[+-]/);
});

test("a day is that of the local clock, not of Greenwich", () => {
  const midnight = new Date(2025, 8, 30, 0, 5);
  const evening = new Date(2025, 8, 30, 23, 55);
  assert.deepEqual([localDay(midnight), localDay(evening)], ["2025-09-30", "2025-09-30"]);
});

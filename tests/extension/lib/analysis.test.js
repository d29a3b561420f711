import assert from "node:assert/strict";
import { test } from "node:test";
import { GROUPS_A_PACK, keepDecision, listed, wholeGroup, wholeGroups } from "../../../extension/lib/analysis.js";
import { account, answer, group, stateInfo, step } from "../examples.js";

const many = Array.from({ length: GROUPS_A_PACK * 2 + 1 }, (_, n) =>
  group([account({ key: `k${n}`, name: "Щукина Анна «Я»" })], { id: `g${n}`, steps: [step({ n })] }),
);

test("the page is told at once what every cell shows, and no name", async () => {
  const { groups, page } = await listed(answer(many));
  assert.equal(page.kind, "duplicates-report");
  assert.deepEqual(Object.keys(groups[0] ?? {}), ["id", "risk", "state", "accounts"]);
  assert.deepEqual(Object.keys(groups[0]?.accounts[0] ?? {}), ["key", "places", "advice", "confidence", "rules"]);
});

for (const at of [0, GROUPS_A_PACK - 1, GROUPS_A_PACK, GROUPS_A_PACK * 2]) {
  test(`group ${at} is had whole, on either side of a pack's end`, async () => {
    const analysis = await listed(answer(many));
    const asked = analysis.groups[at];
    assert.ok(asked);
    assert.deepEqual(await wholeGroup(analysis, asked), many[at]);
  });
}

test("all groups are had whole and in their order", async () => {
  assert.deepEqual(await wholeGroups(await listed(answer(many))), many);
});

test("an empty report has no pack", async () => {
  const analysis = await listed(answer([]));
  assert.deepEqual(analysis.packs, []);
  assert.deepEqual(await wholeGroups(analysis), []);
});

test("whoever opens a group after a decision sees the state it led to", async () => {
  const analysis = await listed(answer(many));
  const [first, second] = analysis.groups;
  assert.ok(first && second);
  const state = stateInfo({ state: "worked", version: 2 });
  keepDecision(first, { state, not_duplicate: null });
  assert.deepEqual((await wholeGroup(analysis, first)).state, state);
  assert.deepEqual((await wholeGroups(analysis)).map((group_) => group_.state?.state).slice(0, 2), ["worked", undefined]);
  assert.equal(first.state?.state, "worked");
});

import { expect, test } from "vitest";
import { recordSection } from "../../../src/reports/review/record.ts";
import { reviewedRun, textsOf } from "../../support/reviewed-run.ts";

test("each turn stands beside the record, with citations and confidence", async () => {
  const texts = textsOf(recordSection(await reviewedRun("palmyra-2016")));
  expect(texts).toContain("Turn 12 · 13 December 2016, night");
  expect(texts).toMatch(/What the sources say\n.+\[SO1, W1; high\]/);
  expect(texts).toMatch(/The run departs from the record\n.+Record: /);
});

test("where the sources differ every position is told, and which of them the run is like", async () => {
  const reviewed = await reviewedRun("palmyra-2016");
  const texts = textsOf(recordSection(reviewed));
  for (const { question, positions } of Object.values(reviewed.scenario.file.record.conflicts)) {
    expect(texts).toContain(`${question} | ${positions[0]?.text}`);
    for (const { text } of positions) expect(texts).toContain(text);
  }
  expect(texts).toMatch(/\| like this/);
});

test("a source that the record cites is named in full", async () => {
  const texts = textsOf(recordSection(await reviewedRun("palmyra-2016")));
  expect(texts).toContain("SO1 | Syrian Observatory for Human Rights, 8-9 December 2016");
});

test("a seat's document, and a scenario without a record, have no such section", async () => {
  expect(recordSection(await reviewedRun("palmyra-2016", "saa"))).toBeNull();
  const { scenario, ...reviewed } = await reviewedRun("two-fords");
  const record = { events: [], control: [], figures: {}, conflicts: {} };
  const without = { ...scenario, file: { ...scenario.file, record } };
  expect(recordSection({ ...reviewed, scenario: without })).toBeNull();
});

import { expect, test } from "vitest";
import { synchronisationSection } from "../../../src/reports/review/synchronisation.ts";
import { reviewedRun, textsOf } from "../../support/reviewed-run.ts";

test("the matrix lies on its side, six turns to a part, with dates and light", async () => {
  const section = synchronisationSection(await reviewedRun("palmyra-2016"));
  expect(section).toMatchObject({ isSheet: true, isWide: true });
  const [, first, second] = section?.blocks ?? [];
  expect(first).toMatchObject({ kind: "table", caption: "Turns 1 to 6" });
  expect(second).toMatchObject({ kind: "table", caption: "Turns 7 to 12" });
  if (first?.kind !== "table") throw new Error("no table");
  expect(first.columns[3]?.title).toBe("3 · 9 Dec, day");
});

test("rows say by side and by seat what was ordered and what came of it", async () => {
  const texts = textsOf(synchronisationSection(await reviewedRun("palmyra-2016")));
  expect(texts).toMatch(/^Weather \| /m);
  expect(texts).toMatch(/^Government forces: enemy action \| .*Huwaysis: /m);
  expect(texts).toMatch(/^Islamic State, Palmyra front: manoeuvre \|.*Ordered: assault /m);
  expect(texts).toMatch(/: air \| Sorties: support /);
  expect(texts).toMatch(/: decision points \|.*A fighter is lost over Jazal\./);
});

test("a seat's matrix has its own rows and its side's, and no other's", async () => {
  const texts = textsOf(synchronisationSection(await reviewedRun("palmyra-2016", "iran")));
  expect(texts).toContain("Iranian-led forces, central Syria: manoeuvre");
  expect(texts).not.toContain("Islamic State, Palmyra front: ");
  expect(texts).not.toContain("Syrian Arab Army, central command: ");
});

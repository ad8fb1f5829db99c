import { expect, test } from "vitest";
import { fogSection } from "../../../src/reports/review/fog.ts";
import { fogOf } from "../../../src/reports/review/fog-turn.ts";
import { trainingSection } from "../../../src/reports/review/training.ts";
import { reviewedRun, textsOf } from "../../support/reviewed-run.ts";

test("belief stands beside truth: holders, reports out of date or wrong in strength, and what was unknown", async () => {
  const { scenario, start } = await reviewedRun("palmyra-2016");
  const { setup } = scenario;
  const view = start.views["red"]!;
  const world = start.world!;
  const [id] = Object.keys(setup.formations).filter(
    (one) =>
      setup.formations[one]?.side === "government" && world.formations[one]?.status === "active",
  ) as [string];
  const { place, men } = world.formations[id]!;
  const known = (contact: object, holders = {}) =>
    fogOf(
      setup,
      "red",
      {
        ...view,
        contacts: { [id]: { place, men, turn: 0, moving: false, ...contact } },
        holders: { ...view.holders, ...holders },
      },
      world,
    );
  expect(known({}).unknown).not.toContain(id);
  expect(known({})).toMatchObject({ outOfDate: [], wrongStrength: [] });
  expect(known({ place: "raqqa" })).toMatchObject({ outOfDate: [id], wrongStrength: [] });
  expect(known({ men: men * 10 })).toMatchObject({ outOfDate: [], wrongStrength: [id] });
  expect(known({}, { palmyra: "isis" }).wrongHolders).toContain("palmyra");
});

test("seats that were wrong in the same way stand in one row", async () => {
  const texts = textsOf(fogSection(await reviewedRun("palmyra-2016")));
  expect(texts).toMatch(
    /Iranian-led forces, central Syria; Russian group of forces, central Syria/,
  );
});

test("only White's document has the fog and the training objectives", async () => {
  const seat = await reviewedRun("palmyra-2016", "red");
  expect(fogSection(seat)).toBeNull();
  expect(trainingSection(seat)).toBeNull();
});

test("each training objective has its injects with what was known and what was ordered next", async () => {
  const reviewed = await reviewedRun("palmyra-2016");
  const texts = textsOf(trainingSection(reviewed));
  for (const { title } of Object.values(reviewed.scenario.file.trainingObjectives))
    expect(texts).toContain(title);
  expect(texts).toContain(
    "Turn 2 · 8 December 2016, night: A Russian battalion commander is killed",
  );
  expect(texts).toMatch(/Turn 3: Russian attack helicopters to fly/);
});

test("a true report of whom a seat does not fight is no error", async () => {
  const { scenario, start } = await reviewedRun("palmyra-2016");
  const world = start.world!;
  const id = Object.keys(scenario.setup.formations).find(
    (one) =>
      scenario.setup.formations[one]?.side === "government" &&
      world.formations[one]?.status === "active",
  )!;
  const { place, men } = world.formations[id]!;
  const contacts = { [id]: { place, men, turn: 0, moving: false } };
  const fog = fogOf(scenario.setup, "coalition", { ...start.views["coalition"]!, contacts }, world);
  expect(fog).toMatchObject({ outOfDate: [], wrongStrength: [], seenShare: 0 });
});

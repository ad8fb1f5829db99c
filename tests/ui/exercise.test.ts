import { describe, expect, it } from "vitest";
import type { ExerciseCard } from "../../src/ui/ports.ts";
import { titleRow } from "../../src/ui/screens/title/keys.ts";
import { type Player, sitDown } from "./player.ts";
import { smallPorts } from "./table-ports.ts";

const LARGE = { columns: 100, rows: 60 };

const EXERCISE: ExerciseCard = {
  roadToWar: "The valley has two masters.",
  controlTimetable: [{ minutes: 90, who: "White", what: "Turn 1, and the false report." }],
  trainingObjectives: [{ title: "Bridges", text: "Say who needs them." }],
  events: [
    {
      title: "The dam breaks",
      text: "Water stands in the mill.",
      trigger: "turn 2",
      audience: ["Flint command"],
      expectedResponse: "Flint looks for the ford.",
    },
  ],
  briefs: [
    { seat: "Flint command", role: "command", text: "Take the mill." },
    { seat: "Loam command", role: "command", text: "Keep the mill." },
    { seat: "White", role: "white", text: "See everything." },
  ],
};

/** What only White may read. */
const SECRETS = /dam breaks|Water stands|looks for the ford|false report|Keep the mill|See every/;

function withExercise(): Player {
  const ports = smallPorts();
  return sitDown({ ...ports, scenario: { ...ports.scenario, exercise: EXERCISE } });
}

describe("the exercise pack", () => {
  it("shows everybody the road to war, what is trained and who sits where, and no more", async () => {
    const player = withExercise();
    await player.press("x");
    const page = player.screen(LARGE);
    expect(page).toContain("The valley has two masters.");
    expect(page).toContain("Bridges. Say who needs them.");
    expect(page).toContain("Loam command");
    expect(page).not.toMatch(SECRETS);
  });

  it("keeps White's book behind a door that one key alone opens", async () => {
    const player = withExercise();
    await player.press("x", "w");
    expect(player.screen(LARGE)).toContain("must not read it");
    expect(player.screen(LARGE)).not.toMatch(SECRETS);
    await player.press("enter");
    expect(player.screen(LARGE)).toContain("for everybody at the table");
    await player.press("w", "y");
    const book = player.screen(LARGE);
    for (const told of ["See everything.", "0:00–1:30  White:", "White's list of events (1)"])
      expect(book.replaceAll(/ +/g, " ")).toContain(told.replaceAll(/ +/g, " "));
    expect(book).toContain("Expected: Flint looks for the ford.");
    expect(book).toContain("The brief of: Loam command");
    await player.press("escape", "escape");
    expect(player.driver.state().screen).toEqual({ kind: "title", cursor: titleRow("x") });
  });

  it("gives a seat its own brief first, then the road to war, and nobody else's brief", async () => {
    const player = withExercise();
    await player.press("n", "enter");
    const brief = player.screen(LARGE);
    expect(brief).toContain("Your brief: Flint command");
    expect(brief.indexOf("What you score for")).toBeLessThan(brief.indexOf("The road to war"));
    expect(brief).toContain("The valley has two masters.");
    expect(brief).not.toMatch(SECRETS);
  });

  it("is said to be missing where a scenario has none", async () => {
    const player = sitDown(smallPorts());
    await player.press("x");
    expect(player.screen()).toContain("This scenario has no exercise pack.");
    await player.press("w", "y");
    expect(player.screen()).toContain("This scenario has no exercise pack.");
  });
});

describe("a hidden aim", () => {
  const AIMS = [
    {
      group: "aim",
      seats: ["flint-command"],
      aims: [
        { id: "take-town", title: "Take the town" },
        { id: "save-legion", title: "Save the legion" },
      ],
    },
  ];

  it("shows only while its row is chosen, and goes with the game that begins", async () => {
    const begun: unknown[] = [];
    const ports = smallPorts();
    const player = sitDown({
      ...ports,
      scenario: { ...ports.scenario, aimGroups: AIMS },
      begin: (game) => {
        begun.push(game.aims);
        return ports.begin(game);
      },
    });
    await player.press("n");
    expect(player.screen(LARGE)).toContain("hidden: others look away");
    await player.press(...Array<string>(9).fill("down"), "right", "right");
    expect(player.screen(LARGE)).toContain("◂ Save the legion ▸");
    await player.press("up");
    expect(player.screen(LARGE)).not.toContain("Save the legion");
    await player.press("enter");
    expect(begun).toEqual([{ aim: "save-legion" }]);
  });
});

import { readFileSync } from "node:fs";
import type { z } from "zod";
import type { Setup } from "../../src/engine/index.ts";
import { type PatchOperation, type Scenario, readScenario } from "../../src/scenarios/index.ts";
import type { scenarioSchema } from "../../src/scenarios/schema/scenario.ts";

/** A scenario as its author writes it, before defaults. */
export type AuthoredScenario = z.input<typeof scenarioSchema>;

/** Text of the parameter file that ships. */
export const ERC_1 = readFileSync(
  new URL("../../scenarios/parameters/erc-1.json", import.meta.url),
  "utf8",
);

const guess = (value: number) => ({ value, assumption: "made up for tests" });
const at = (lat: number, lon: number) => ({
  lat,
  lon,
  errorKm: 0,
  assumption: "made up for tests",
});

// Made anew each time: a test may edit what it was given.
const place = () => ({ terrain: "rolling", value: guess(1), holder: "loam" });

const formation = () => ({
  echelon: "battalion" as const,
  branch: "infantry" as const,
  sidc: "10031000161211000000",
  mobility: "motorised" as const,
  supplyDays: guess(5),
  presentForDuty: guess(1),
});

/**
 * A valley of five places between two sides, in another world and time. Flint comes from the ford
 * in the east; Loam holds the tower, the mill, the town and the harbour, its source of supply. The
 * roads make a ring with a tail: ford - tower - town - mill - ford, town - harbour.
 */
export function smallScenario(): AuthoredScenario {
  return {
    format: "tadmor-scenario/1",
    id: "valley",
    title: "The valley",
    summary: "Flint crosses the ford to take the town before Loam's reserve lands at the harbour.",
    parameters: "erc-1",
    clock: { start: "1950-05-01T06:00:00+00:00", turnHours: 12, dawnHour: 6, duskHour: 18 },
    lengths: { short: { title: "Three days", turns: 6 }, long: { title: "Five days", turns: 10 } },
    length: "short",
    sources: { CHRON: { title: "The valley chronicle" } },
    sides: {
      flint: { name: "Flint", adjective: "Flint", letter: "F", affiliation: "hostile" },
      loam: { name: "Loam", adjective: "Loam", letter: "L", affiliation: "friend" },
    },
    seats: {
      "flint-command": {
        name: "Flint command",
        side: "flint",
        role: "command",
        contingents: ["flint-army"],
        brief: "Take the town.",
      },
      "loam-command": {
        name: "Loam command",
        side: "loam",
        role: "command",
        contingents: ["loam-army"],
        brief: "Hold the town.",
      },
      envoy: {
        name: "The envoy",
        side: "loam",
        role: "command",
        contingents: ["legion"],
        brief: "Help Loam, and bring the legion home.",
      },
      white: { name: "White", side: null, role: "white", contingents: [], brief: "Keep the game." },
    },
    contingents: {
      "flint-army": { name: "Flint army", side: "flint", commandDelayHours: guess(0) },
      "loam-army": { name: "Loam army", side: "loam", commandDelayHours: guess(12) },
      legion: {
        name: "The legion",
        side: "loam",
        commandDelayHours: guess(0),
        patron: {
          tolerance: guess(0.5),
          outerLine: ["tower", "mill"],
          exits: ["harbour"],
          stake: "town",
          hosts: ["loam-army"],
          home: "harbour",
        },
      },
    },
    places: {
      ford: {
        ...place(),
        name: "The ford",
        label: "FD",
        position: at(50, 10.4),
        kind: "junction",
        holder: "flint",
        supplies: ["flint"],
      },
      tower: {
        ...place(),
        name: "The tower",
        label: "TW",
        position: at(50.1, 10.2),
        kind: "hill",
        terrain: "rugged",
        value: guess(2),
      },
      mill: {
        ...place(),
        name: "The mill",
        label: "ML",
        position: at(49.9, 10.2),
        kind: "village",
        works: "prepared",
        value: guess(2),
        civilians: guess(300),
      },
      town: {
        ...place(),
        name: "The town",
        label: "TN",
        position: at(50, 10),
        kind: "town",
        terrain: "urban",
        value: guess(10),
        civilians: guess(9000),
        stocks: { tank: guess(2) },
      },
      harbour: {
        ...place(),
        name: "The harbour",
        label: "HB",
        position: at(50, 9.8),
        kind: "base",
        works: "fortified",
        value: guess(5),
        supplies: ["loam"],
        airbase: true,
      },
    },
    links: {
      "ford-tower": { between: ["ford", "tower"], km: guess(20), surface: "track" },
      "ford-mill": { between: ["ford", "mill"], km: guess(20), surface: "road" },
      "tower-town": { between: ["tower", "town"], km: guess(18), surface: "road" },
      "mill-town": { between: ["mill", "town"], km: guess(18), surface: "road" },
      "town-harbour": { between: ["town", "harbour"], km: guess(15), surface: "highway" },
    },
    formations: {
      hammer: {
        ...formation(),
        name: "Hammer",
        contingent: "flint-army",
        class: "assault",
        men: guess(900),
        kit: { technical: guess(12), tank: guess(4) },
        place: "ford",
      },
      sickle: {
        ...formation(),
        name: "Sickle",
        contingent: "flint-army",
        class: "assault",
        men: guess(600),
        kit: { technical: guess(8), "aa-gun": guess(2) },
        place: "ford",
      },
      "tower-watch": {
        ...formation(),
        name: "Tower watch",
        contingent: "loam-army",
        parent: "town-guard",
        class: "militia",
        men: guess(150),
        place: "tower",
        echelon: "company",
        knownTo: ["flint-command"],
      },
      "mill-watch": {
        ...formation(),
        name: "Mill watch",
        contingent: "loam-army",
        parent: "town-guard",
        class: "militia",
        men: guess(200),
        place: "mill",
        echelon: "company",
      },
      "town-guard": {
        ...formation(),
        name: "Town guard",
        contingent: "loam-army",
        class: "static",
        men: guess(500),
        kit: { gun: guess(4), tank: guess(3) },
        place: "town",
        mobility: "static",
        hq: true,
      },
      cohort: {
        ...formation(),
        name: "Legion cohort",
        contingent: "legion",
        class: "patron-regular",
        men: guess(250),
        kit: { apc: guess(10) },
        place: "town",
        reserve: true,
        branch: "mechanised",
        mobility: "mechanised",
      },
      "fresh-guard": {
        ...formation(),
        name: "Fresh guard",
        contingent: "loam-army",
        class: "elite",
        men: guess(400),
        place: null,
      },
      "old-guard": {
        ...formation(),
        name: "Old guard",
        contingent: "loam-army",
        class: "static",
        men: guess(300),
        place: null,
      },
    },
    wings: {
      swallows: {
        name: "Swallows",
        seat: "loam-command",
        contingent: "loam-army",
        base: "harbour",
        alternate: null,
        aircraft: guess(8),
        sortiesPerAircraftPerDay: guess(1.5),
        serviceability: guess(0.75),
        missions: ["support", "interdict", "strike"],
        against: ["flint"],
        controllers: "legion",
      },
    },
    reinforcements: {
      landing: {
        title: "The landing",
        formations: ["fresh-guard"],
        at: "harbour",
        afterHours: guess(36),
      },
    },
    pools: {
      veterans: {
        title: "Veterans",
        seat: "loam-command",
        formations: ["old-guard"],
        at: "harbour",
        delayHours: guess(24),
        release: { held: { place: "tower", by: "flint" } },
        price: { track: "favour", points: -10 },
      },
    },
    objectives: {
      "take-town": {
        title: "Hold the town at the end",
        seats: ["flint-command"],
        visibleTo: ["flint-command", "white"],
        when: { held: { place: "town", by: "flint" } },
        scored: "end",
        points: 10,
      },
      "keep-town": {
        title: "Keep the town",
        seats: ["loam-command"],
        visibleTo: ["loam-command", "envoy", "white"],
        when: { held: { place: "town", by: "loam" } },
        scored: "each-turn",
        points: 1,
      },
      "keep-legion": {
        title: "Keep the legion whole",
        seats: ["envoy"],
        visibleTo: ["envoy", "white"],
        when: { active: "cohort" },
        scored: "end",
        points: 5,
      },
    },
    tracks: {
      favour: {
        title: "Favour of the council",
        initial: 50,
        minimum: 0,
        maximum: 100,
        visibleTo: ["loam-command", "white"],
        moves: [{ event: "place-taken", place: "town", points: -20 }],
      },
    },
    injects: {
      rumour: {
        title: "A rumour",
        text: "Flint is said to have guns in the hills.",
        audience: ["loam-command"],
        when: { turn: { from: 2, to: 2 } },
        effects: [{ kind: "cohesion", formation: "tower-watch", points: -3 }],
        trainingObjective: "reports",
        expectedResponse: "Asks for a second report.",
      },
    },
    variants: {
      "no-legion": {
        title: "The legion stayed at home",
        why: "What was it worth?",
        patch: [{ op: "replace", path: "/formations/cohort/men/value", value: 40 }],
      },
    },
    weather: { clear: guess(0.75), rain: guess(0.25) },
    surprise: [{ side: "flint", factor: guess(1.25) }],
    trainingObjectives: {
      reports: { title: "Reports", text: "Weigh a report before acting on it." },
    },
    measures: { "town-fall": { title: "Fall of the town", kind: "fall", subject: "town" } },
    historical: { "flint-command": "flint-historical", "loam-command": "loam-historical" },
    record: {
      events: [
        {
          turn: 1,
          text: "Flint crosses the ford.",
          places: ["ford"],
          sources: ["CHRON"],
          confidence: "H",
        },
      ],
      control: [{ place: "town", turn: 4, holder: "flint", sources: ["CHRON"], confidence: "M" }],
      figures: {
        "loam-dead": {
          title: "Loam dead",
          unit: "men",
          value: 200,
          low: 100,
          high: 400,
          sources: ["CHRON"],
          confidence: "L",
        },
      },
    },
  };
}

/** A small scenario read with the shipped parameters, after a patch; throws its problems. */
export function readSmall(patch?: readonly PatchOperation[]): Scenario {
  const read = readScenario(JSON.stringify(smallScenario()), ERC_1, { patch });
  if (read.ok) return read.value;
  throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
}

/** The Setup of the small scenario after a patch. */
export function compileSmall(patch?: readonly PatchOperation[]): Setup {
  return readSmall(patch).setup;
}

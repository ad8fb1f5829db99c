// The rooms of the engine as they are mutated and counted: each small enough for half an hour.
import { readdirSync } from "node:fs";

const ENGINE = "src/engine";

/** Room → its files, as names in src/engine: a folder, or files of one. What is left over is an error. */
const ROOMS = {
  chance: ["chance/"],
  world: ["world/", "step.ts", "index.ts", "player.ts", "version.ts"],
  orders: ["orders/"],
  views: ["views/"],
  imagined: ["imagined/"],
  events: ["events/"],
  battle: phases("battle battles odds strength combatants support support-kills through outcome"),
  assault: phases("risk surprise breach rearguard giving-way pursuit fed headquarters siege"),
  air: phases(
    "air air-hits air-defence sortie-factors strike bases claims destruction harm rules-of-engagement",
  ),
  march: phases("orders march movement encounters engagement interdiction rotation watch"),
  retreat: phases("retreats rout contagion cohesion cohesion-terms stragglers lost"),
  supply: phases("upkeep depots demolition evacuation captures arrivals reorganise"),
  course: phases(
    "begin turn sequence reports scouting patrons tracks thresholds effects injects victory",
  ),
};

/** Where the tests of a room stand that are not the tests of all rules, or stand beside them. */
const RULES = ["tests/rules"];
const TESTS = {
  chance: [
    "tests/unit/arithmetic.test.ts",
    "tests/unit/chance.test.ts",
    "tests/unit/philox.test.ts",
    "tests/rules/05-ruled.test.ts",
    "tests/rules/10-hold.test.ts",
    "tests/rules/14-rulings.test.ts",
  ],
  world: [...RULES, ...units("broken-world clock copies digest hand-problems hands map start")],
  orders: [...RULES, ...units("order-text")],
  views: [...RULES, ...units("audience conditions forecast map mentioned observe")],
  battle: [...RULES, "tests/lab/pins.test.ts"],
  imagined: [
    ...RULES,
    "tests/property/imagine.test.ts",
    ...units("imagined imagined-things imagined-world imagining"),
  ],
};

/** Names of the rooms, in the order of the table. */
export const ROOM_NAMES = Object.keys(ROOMS);

/** Files of a room, as paths from the root. Throws when a file of the engine is in no room or in two. */
export function filesOf(room) {
  const files = readdirSync(ENGINE, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .toSorted();
  for (const name of files) {
    const rooms = ROOM_NAMES.filter((one) => isIn(one, name));
    if (rooms.length !== 1) throw new Error(`${name} is in ${rooms.length} rooms: ${rooms}`);
  }
  return files.filter((name) => isIn(room, name)).map((name) => `${ENGINE}/${name}`);
}

/** Test files that a room is held to, as paths from the root. */
export function testFilesOf(room) {
  return (TESTS[room] ?? RULES).flatMap((path) =>
    path.endsWith(".ts")
      ? [path]
      : readdirSync(path, { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".test.ts"))
          .toSorted()
          .map((name) => `${path}/${name.replaceAll("\\", "/")}`),
  );
}

function units(names) {
  return names.split(" ").map((name) => `tests/unit/${name}.test.ts`);
}

function phases(names) {
  return names.split(" ").map((name) => `phases/${name}.ts`);
}

function isIn(room, name) {
  return ROOMS[room].some((part) => (part.endsWith("/") ? name.startsWith(part) : name === part));
}

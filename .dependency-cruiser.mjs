// Who may import whom: the arrows of docs/ARCHITECTURE.md as data, and the rules made from them.

/** Room → rooms it may import from, itself apart. */
const MAY_IMPORT = {
  engine: [],
  scenarios: ["engine"],
  journal: ["engine"],
  policies: ["engine"],
  reports: ["engine", "scenarios", "journal"],
  lab: ["engine", "scenarios", "journal", "policies", "reports"],
  edge: ["engine", "scenarios", "journal", "policies", "reports", "lab"],
  ui: ["engine", "scenarios", "journal", "policies", "reports"],
  cli: ["engine", "scenarios", "journal", "policies", "reports", "lab", "edge", "ui"],
};

/** Package (pattern) → the only rooms that may import it. */
const ONLY_IN = {
  "@duckdb/node-api": ["edge"],
  "@inkjs/ui": ["ui"],
  "@noble/hashes": ["engine"],
  commander: ["cli"],
  "fast-check": ["lab"],
  highs: ["edge"],
  ink: ["ui"],
  milsymbol: ["edge"],
  piscina: ["edge"],
  react: ["ui"],
  "string-width": ["ui"],
  vega: ["edge"],
  "vega-lite": ["edge"],
  bullmq: ["edge"],
  ioredis: ["edge"],
  zod: ["scenarios", "journal", "edge"],
};

const ENGINE_PACKAGES = ["@noble/hashes", "@stdlib/[^/]+", "immer", "seedrandom", "ts-pattern"];
const IMPURE_ROOMS = ["edge", "cli"];

const rooms = Object.keys(MAY_IMPORT);
const room = (names) => `^src/(${names.join("|")})/`;
const inPackage = (names) => `node_modules/(${names.join("|")})(/|$)`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const arrows = rooms.map((from) =>
  forbid(
    `${from}-arrows`,
    `${from} may import only itself and: ${MAY_IMPORT[from].join(", ") || "nothing"}`,
    { path: room([from]) },
    { path: "^src/", pathNot: room([from, ...MAY_IMPORT[from]]) },
  ),
);

const packages = Object.entries(ONLY_IN).map(([name, allowed]) =>
  forbid(
    `${name}-only-in`,
    `${name} may be imported only in: ${allowed.join(", ")}`,
    { path: "^src/", pathNot: room(allowed) },
    { path: inPackage([name]) },
  ),
);

const doors = [
  forbid(
    "engine-doors",
    "outside the engine, import src/engine/index.ts (the referee's door) or player.ts (the player's)",
    { path: "^src/", pathNot: room(["engine"]) },
    { path: room(["engine"]), pathNot: "^src/engine/(index|player)\\.ts$" },
  ),
  forbid(
    "players-door",
    "a policy, or a screen that is not White's, may not name a World: import src/engine/player.ts",
    { path: room(["policies", "ui"]), pathNot: "^src/ui/white/" },
    { path: room(["engine"]), pathNot: "^src/engine/player\\.ts$" },
  ),
];

const purity = [
  forbid(
    "engine-packages",
    `the engine may import only: ${ENGINE_PACKAGES.join(", ")}`,
    { path: room(["engine"]) },
    { path: "node_modules/", pathNot: inPackage(ENGINE_PACKAGES) },
  ),
  forbid(
    "builtins-only-in",
    `Node's own modules may be imported only in: ${IMPURE_ROOMS.join(", ")}`,
    { path: "^src/", pathNot: room(IMPURE_ROOMS) },
    { dependencyTypes: ["core"] },
  ),
];

const hygiene = [
  forbid("no-cycles", "modules form no cycle, types included", {}, { circular: true }),
  forbid(
    "known-rooms",
    "every module of src/ is in a room",
    {},
    { path: "^src/", pathNot: room(rooms) },
  ),
  forbid("resolvable", "every import resolves", {}, { couldNotResolve: true }),
  forbid(
    "declared",
    "what ships imports only the package's dependencies",
    { path: "^src/" },
    { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
  ),
  forbid(
    "no-tests-in-src",
    "src/ does not import tests or tools",
    { path: "^src/" },
    { path: "^(tests|tools)/" },
  ),
];

export default {
  forbidden: [...arrows, ...doors, ...packages, ...purity, ...hygiene],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};

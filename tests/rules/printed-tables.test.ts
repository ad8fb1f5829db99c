import { expect, test } from "vitest";
import { interpolate, lognormalOf, logistic } from "../../src/engine/chance/arithmetic.ts";
import { RESULTS } from "../../src/engine/index.ts";
import { chancesOf, lossTermsOf, outcomeOf, resultOf } from "../../src/engine/phases/outcome.ts";
import { surpriseExtent } from "../../src/engine/phases/surprise.ts";
import { readIfThere } from "../support/sources.ts";
import { ERC } from "../support/tiny-setup.ts";

const book = readIfThere("docs/RULES.md")!;

type Row = Readonly<Record<string, string>>;

/** Tables under a heading of the rule book: rows by the names of their columns, "" the first. */
function tablesUnder(heading: string): readonly (readonly Row[])[] {
  const start = book.indexOf(`\n### ${heading}\n`);
  expect(start, `a heading "${heading}"`).toBeGreaterThan(0);
  const section = book.slice(start + 1).split(/\n#+ /)[0]!;
  const blocks = section.split("\n\n").filter((block) => block.startsWith("|"));
  return blocks.map((block) => {
    const [head, , ...lines] = block.trim().split("\n").map(cellsOf);
    return lines.map((cells) =>
      Object.fromEntries(head!.map((name, at) => [at === 0 ? "" : name, cells[at]!])),
    );
  });
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}

const table = (heading: string) => tablesUnder(heading)[0]!;

/** A number as the book prints it: "1,200", "+1.3", "≤ 98", "−0.5", "50 %". */
const read = (cell: string) =>
  Number(cell.replace("−", "-").replaceAll(/[,%≤+\s]/g, "")) / (cell.includes("%") ? 100 : 1);

/** Whether a value, rounded as far as a cell is, is that cell; a half may go either way. */
function isPrinted(cell: string, value: number): boolean {
  const digits = cell.replace("%", "").trim().split(".")[1]?.length ?? 0;
  const unit = 10 ** -digits / (cell.includes("%") ? 100 : 1);
  return Math.abs(read(cell) - value) <= unit / 2 + 1e-9;
}

function expectPrinted(cell: string, value: number, what: string): void {
  expect(isPrinted(cell, value), `${what}: ${value} is printed as ${cell}`).toBe(true);
}

/** Rows that copy a record of the parameters: column of the book, field of the row. */
const COPIES: readonly (readonly [string, object, Readonly<Record<string, string>>])[] = [
  [
    "Terrain",
    ERC.terrains,
    {
      defence: "defence",
      casualties: "casualties",
      advance: "advance",
      infantry: "infantry",
      vehicle: "vehicle",
      gun: "gun",
      "air exposure": "airExposure",
      detection: "detection",
    },
  ],
  [
    "Postures",
    ERC.postures,
    {
      power: "power",
      losses: "losses",
      "attacker's losses": "attackerLosses",
      "advance column": "column",
    },
  ],
  [
    "Kit",
    ERC.kit,
    {
      weight: "weight",
      arm: "arm",
      heavy: "heavy",
      "air defence": "airDefence",
      breach: "breach",
      "anti-tank": "antiTank",
    },
  ],
  [
    "Classes",
    ERC.classes,
    {
      quality: "quality",
      cohesion: "cohesion",
      "break point": "breakPoint",
      shock: "shock",
      "present for duty": "presentForDuty",
    },
  ],
  ["Weather", ERC.weathers, { attack: "attack", "advance and march": "advance", air: "air" }],
  ["Surfaces", ERC.surfaces, { "by day": "dayKmPerHour", "by night": "nightKmPerHour" }],
  [
    "Kinds of place",
    ERC.placeKinds,
    {
      "depth km": "depthKm",
      "frontage men": "frontageMen",
      "minimum garrison": "minimumGarrison",
      "built up": "builtUp",
    },
  ],
];

/** Rows the book must print; of captured kit paragraph 11.9 says how it differs. */
function idsOf(all: object): readonly string[] {
  const captured = new Set(Object.values(ERC.kit).map(({ capturedAs }) => capturedAs));
  return Object.keys(all).filter((id) => !captured.has(id));
}

function asCell(value: unknown, cell: string): unknown {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? (read(cell) === value ? cell : String(value)) : value;
}

test.each(COPIES)(
  "the table %s prints every row of the parameters as it is",
  (heading, all, columns) => {
    const printed = table(heading);
    expect(printed.map((row) => row[""])).toEqual(expect.arrayContaining([...idsOf(all)]));
    for (const row of printed) {
      const values = (all as Record<string, Record<string, unknown>>)[row[""]!]!;
      for (const [column, field] of Object.entries(columns))
        expect(row[column], `${row[""]}: ${column}`).toBe(asCell(values[field], row[column]!));
    }
  },
);

test("the strip prints the multiplier, its shifts and the noise of each die", () => {
  const [u, multiplier, shifts, noise] = table("The ten-sided strip");
  for (const die of Object.keys(u!).filter((key) => key !== "")) {
    const draw = read(u![die]!);
    expect(draw).toBeCloseTo((Number(die) - 0.5) / 10, 12);
    const value = outcomeOf(ERC, 1, draw);
    expectPrinted(multiplier![die]!, value, `multiplier ${die}`);
    expectPrinted(shifts![die]!, Math.log(value) / Math.log(1.25), `shifts ${die}`);
    expectPrinted(noise![die]!, lognormalOf(draw, ERC.losses.noiseSigma), `noise ${die}`);
  }
});

const SHORT = {
  REP: "repulsed",
  HLD: "held",
  LIM: "limited-gain",
  BCK: "forced-back",
  OVR: "overrun",
};
const oddsIn = (head: string) => {
  const [a, b] = head.split(":").map(Number);
  return a! / b!;
};

test("the table of results has the names and bounds of the parameters", () => {
  const printed = table("Results");
  expect(printed.map((row) => row[""]!.split(" (")[0]!.replace(" ", "-"))).toEqual(RESULTS);
  const bounds = printed.flatMap((row) => (row["R*"]!.match(/\d[\d.]*/g) ?? []).slice(0, 1));
  expect(bounds.slice(1).map(Number)).toEqual(ERC.odds.bands);
});

test("the combat results are those of the printed strip", () => {
  const [results, chances] = tablesUnder("Combat results");
  for (const row of results!) {
    const multiplier = read(row["mult."]!);
    expectPrinted(row["mult."]!, outcomeOf(ERC, 1, (read(row[""]!) - 0.5) / 10), "multiplier");
    for (const head of Object.keys(row).filter((key) => key.includes(":"))) {
      const [name, outcome] = row[head]!.split(" ");
      const value = multiplier * oddsIn(head);
      expectPrinted(outcome!, value, `die ${row[""]} at ${head}`);
      expect(SHORT[name as keyof typeof SHORT], `die ${row[""]} at ${head}`).toBe(
        resultOf(ERC, value + 1e-9),
      );
    }
  }
  expect(chances!.map((row) => Number(row[""]!.split("≥ ")[1]))).toEqual(ERC.odds.bands);
  for (const [at, row] of chances!.entries()) {
    for (const head of Object.keys(row).filter((key) => key.includes(":"))) {
      const all = chancesOf(ERC, oddsIn(head));
      const reached = RESULTS.slice(at + 1).reduce((sum, name) => sum + all[name], 0);
      expectPrinted(row[head]!, reached, `${row[""]} at ${head}`);
    }
  }
});

test("the table of surprise prints its factor, shifts and extent by the share that is hidden", () => {
  const [odds, shifts, extent] = table("Surprise");
  for (const head of Object.keys(odds!).filter((key) => key !== "")) {
    const share = head === "all" ? 1 : Number(head.match(/\d+/)![0]) / 100;
    const value = interpolate(ERC.surprise.byHidden, share);
    expectPrinted(odds![head]!, value, `odds at ${head}`);
    expectPrinted(shifts![head]!, Math.log(value) / Math.log(1.25), `shifts at ${head}`);
    expectPrinted(extent![head]!, surpriseExtent(ERC, value), `extent at ${head}`);
  }
});

test("the tables of axes, cohesion, advance and opposition print the rows of the parameters", () => {
  const { axes, adjacentAxesFactor, cohesionCurve } = ERC.odds;
  expect(table("Axes").map((row) => Number(row["factor"]))).toEqual([
    axes[0],
    adjacentAxesFactor,
    ...axes.slice(1),
  ]);
  const curve = tablesUnder("Cohesion")[0]!;
  expect(curve.map((row) => [Number(row[""]), Number(row["factor"])])).toEqual(cohesionCurve);
  for (const column of ["hasty", "prepared", "fortified"] as const)
    expect(table("Advance").map((row) => [Number(row[""]), Number(row[column])])).toEqual(
      ERC.ground.kmPerDay[column],
    );
  const printed = book.slice(book.indexOf("### Opposition")).split("\n\n")[1]!.split("\n").slice(2);
  const cells = printed.map((line) => cellsOf(line).map(Number));
  expect([...cells.map((row) => row.slice(0, 2)), ...cells.map((row) => row.slice(2))]).toEqual(
    ERC.losses.opposition,
  );
});

test("the table of sizes prints the factor of each number of men", () => {
  const [factors] = table("Size");
  const ground = {
    terrain: ERC.terrains["urban"]!,
    posture: "hasty",
    hours: 12,
    night: false,
  } as const;
  for (const head of Object.keys(factors!).filter((key) => key !== "")) {
    const men = read(head);
    const side = { parameters: ERC, attacking: true, men, odds: 1 };
    const terms = lossTermsOf({ ...side, ...ground, surprise: 1, holding: false, noise: 0.5 });
    expectPrinted(factors![head]!, terms.find(({ id }) => id === "size")!.value, `${head} men`);
  }
});

test("the table of suppression prints what sorties keep down", () => {
  const [kept, power, odds] = table("Suppression");
  const { suppressionMaximum, suppressionScale } = ERC.air;
  for (const head of Object.keys(kept!).filter((key) => key !== "")) {
    const share = suppressionMaximum * (1 - Math.exp(-Number(head) / suppressionScale));
    expectPrinted(kept![head]!, share, `suppression at ${head}`);
    expectPrinted(power![head]!, 1 - share, `power at ${head}`);
    expectPrinted(odds![head]!, 1 / (1 - share), `odds at ${head}`);
  }
});

test("the table of breaking prints the chance by cohesion above the break point", () => {
  const [chances] = table("Breaking");
  for (const head of Object.keys(chances!).filter((key) => key !== ""))
    expectPrinted(
      chances![head]!,
      logistic(-read(head) / ERC.cohesion.breakSlope),
      `${head} above the break point`,
    );
});

test("the table of detection prints the chance by rate and watchers", () => {
  for (const row of table("Detection"))
    for (const [column, watchers] of Object.entries({ "1 watcher": 1, 2: 2, 3: 3, 4: 4 })) {
      const rate = Number.parseFloat(row[""]!);
      expectPrinted(row[column]!, 1 - Math.exp(-watchers * rate), `${row[""]}, ${column}`);
    }
});

/** A value of the parameters by its path; undefined when there is none. */
function valueAt(path: string): unknown {
  const parts = path.split("/").slice(1);
  return parts.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], ERC);
}

const QUOTED = /(scenario )?`(\/[A-Za-z/-]+)`(?: (−?[\d.,]*\d))?/g;

test("every value the book quotes from the parameters is the one in the file", () => {
  const quoted = [...book.matchAll(QUOTED)]
    .filter(([, scenario, path]) => scenario === undefined && !/\/[A-Z](\/|$)/.test(path!))
    .map(([, , path, number]) => ({ path: path!, number }));
  expect(quoted.length).toBeGreaterThan(80);
  expect(quoted.filter(({ path }) => valueAt(path) === undefined)).toEqual([]);
  const wrong = quoted.filter(({ path, number }) => {
    const value = valueAt(path);
    return number !== undefined && typeof value === "number" && read(number) !== value;
  });
  expect(wrong).toEqual([]);
});

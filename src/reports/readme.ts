import { counted, grouped } from "./wording.ts";

/** What is told in a directory of results. */
export interface ReadmeTold {
  readonly title: string;
  readonly command: string;
  /** Runs of each game that are there, and that were asked for. */
  readonly runs: number;
  readonly asked: number;
  readonly turns: number;
  readonly seed: string;
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly parameters: { readonly id: string; readonly hash: string };
  readonly engine: string;
  /** One line for each game: its name and what it is. */
  readonly games: readonly string[];
  /** Whether it stopped early by its own rule. */
  readonly isDecided: boolean;
  /** Whether runs far from the others are there as saved games. */
  readonly outliers?: boolean | undefined;
  /** Further files, a line each: "`points.csv`: …". */
  readonly files?: readonly string[] | undefined;
  /** What was found, in words; none where nothing was asked. */
  readonly findings: readonly string[];
}

/** The README of a directory of results: what is there, and how to make it again. Markdown. */
export function readmeText(told: ReadmeTold): string {
  const { title, command, scenario, parameters, engine, games, findings } = told;
  return [
    `# ${title}`,
    "",
    runsText(told),
    "",
    ...games.map((game) => `- ${game}`),
    "",
    ...findings.flatMap((one) => [one, ""]),
    "| what | digest |",
    "| --- | --- |",
    `| scenario ${scenario.id} | ${scenario.hash} |`,
    `| parameters ${parameters.id} | ${parameters.hash} |`,
    `| engine ${engine} | \`firstRun\` in design.json, the world that run 1 of each game ends in |`,
    "",
    "## Files",
    "",
    "- `design.json`: what was played. Nothing in it is of a day or a machine.",
    "- `runs.csv`: a row a run, in order; an empty cell is a measure without a value, as a turn that did not come.",
    "- `runs.parquet`: the same rows for DuckDB, pandas, R and the like, ordered.",
    ...(told.files ?? []).map((file) => `- ${file}`),
    ...(told.outliers ? [OUTLIERS] : []),
    "",
    "## To make it again",
    "",
    `Put \`design.json\` alone into an empty directory. \`npx tadmor ${command} --resume THAT-DIRECTORY\` plays what is missing there, which is all of it, and every file comes out the same, byte for byte. A scenario or a course of action that does not ship with Tadmor is named once more on the line.`,
    "",
    ...closingTexts(told),
    "",
  ].join("\n");
}

/** How many runs there are, on which seeds, and what became of the others that were asked for. */
export function runsText({
  runs,
  asked,
  turns,
  seed,
  isDecided,
}: Pick<ReadmeTold, "runs" | "asked" | "turns" | "seed" | "isDecided">): string {
  const played = `${counted(runs, "run")} of ${counted(turns, "turn")}, in this model; run r has the seed \`${seed}#r\`. None of it is a prediction.`;
  if (runs >= asked) return played;
  const rest = isDecided
    ? `The rule fixed beforehand stopped it before the most it could be, ${grouped(asked)}.`
    : `It was stopped: ${grouped(asked)} were asked for, and \`--resume\` plays the rest.`;
  return `${played} ${rest}`;
}

const OUTLIERS =
  "- `outliers/`: runs far from the others of their point, as saved games for `npx tadmor replay` and `npx tadmor verify`.";

function closingTexts({ command, seed }: ReadmeTold): string[] {
  if (command === "run") return openText(seed);
  return command === "compare" ? pairText() : [];
}

function openText(seed: string): string[] {
  return [
    `Run 17 is the game with the seed \`${seed}#17\`: \`npx tadmor run --resume . --open 17 -o run-17.jsonl\` writes it as a saved game, for \`npx tadmor replay\` and \`npx tadmor verify\`.`,
  ];
}

function pairText(): string[] {
  return ["Where run 17 of two games parts: `npx tadmor compare --resume . --pair 17`."];
}

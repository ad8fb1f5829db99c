import { existsSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { Problem } from "../engine/index.ts";
import { nearest } from "../scenarios/text.ts";
import { reportBug } from "./bug.ts";
import { EXIT, type Exit } from "./exit.ts";
import { DEFAULT_SEED, flagProblems, type SharedFlags } from "./flags.ts";
import type { Io } from "./io.ts";
import { printProblems } from "./problems.ts";
import { wordsOf } from "./usage.ts";

/** Runs one command line (without the program's name) and says how the process shall end. */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  try {
    if (argv[0] === "--version" || argv[0] === "-V") return await printVersion(io);
    return await parse(argv, io);
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportBug(io, argv, error);
    return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  }
}

async function printVersion(io: Io): Promise<Exit> {
  const { version } = await import("./commands/version.ts");
  return version(io);
}

async function parse(argv: readonly string[], io: Io): Promise<Exit> {
  let exit: Exit = EXIT.done;
  const program = createProgram(io, (found) => {
    exit = found;
  });
  await program.parseAsync([...argv], { from: "user" });
  return exit;
}

/** What a command does with its operands and flags. */
type Action = (io: Io, operands: readonly string[], flags: never) => Exit | Promise<Exit>;

interface Definition {
  readonly name: string;
  readonly does: string;
  readonly operands: string;
  /** Operands at most. */
  readonly most: number;
  /** Flags and what they do. */
  readonly flags: readonly (readonly [string, string])[];
  readonly examples: readonly string[];
  /** Each command is a module of its own, so that none waits for the code of another. */
  readonly load: () => Promise<Action>;
}

const SEED = ["--seed <text>", `the dice (default: "${DEFAULT_SEED}")`] as const;
const TURNS = ["--turns <number>", "stop after so many turns"] as const;
const JSON_FLAG = ["--json", "one JSON document on standard output"] as const;
const WHY = ["--why", "with the working of every battle and every patron's reckoning"] as const;
const LENGTH = [
  "--length <id>",
  "which length to play; a wrong one lists those there are",
] as const;
const VARIANT = [
  "--variant <id>",
  "which variant to play; a wrong one lists those there are",
] as const;

const JOBS = ["--jobs <number>", "runs played at once (default: the cores there are)"] as const;
const RUNS = ["--runs <number>", "how many runs (default: 1000)"] as const;
const COURSES = [
  [
    "--red <course>",
    "course of action of the hostile side (default: the historical one); a wrong one lists those there are",
  ],
  ["--blue <course>", "the same of the friendly side"],
  ["--course <ids>", "courses of action of any side or seat, parted by commas"],
] as const;

const AIM = [
  "--aim <objective>",
  "the hidden aim of a seat that has several; may be repeated, a wrong one lists those there are",
] as const;

const EXCURSION = ["--excursion <file>", "a what-if: a file that changes the scenario"] as const;
const SET = [
  "--set <pointer=value>",
  "a what-if of one number, as /formations/ID/men=2400; may be repeated",
] as const;
const KEEP = [
  ["--out <directory>", "keep design, runs (CSV, Parquet) and a README in a new directory"],
  ["--resume <directory>", "go on with a directory that was begun with the same"],
] as const;

/** Flags of which every value counts. */
const REPEATED: readonly string[] = [AIM[0], SET[0]];

const COMMANDS: readonly Definition[] = [
  {
    name: "play",
    does: "the game, full screen; without a terminal, what history prints",
    operands: "[scenario or journal]",
    most: 1,
    flags: [LENGTH, VARIANT, AIM, EXCURSION, SET],
    examples: ["tadmor", "tadmor play saves/my-game.jsonl"],
    load: async () => (await import("./commands/play.ts")).play,
  },
  {
    name: "history",
    does: "one seeded run of the historical courses of action, beside the record",
    operands: "[scenario]",
    most: 1,
    flags: [
      SEED,
      TURNS,
      LENGTH,
      VARIANT,
      AIM,
      EXCURSION,
      SET,
      ["--record", "the record alone, nothing simulated"],
      WHY,
      JSON_FLAG,
    ],
    examples: ["tadmor history", "tadmor history --seed 7 --turns 4", "tadmor history --record"],
    load: async () => (await import("./commands/history.ts")).history,
  },
  {
    name: "run",
    does: "many seeded runs of a scenario: its measures, each with a 95 % interval",
    operands: "[scenario]",
    most: 1,
    flags: [
      RUNS,
      SEED,
      ...COURSES,
      AIM,
      LENGTH,
      VARIANT,
      EXCURSION,
      SET,
      ...KEEP,
      ["--open <run>", "instead, write one run as a saved game"],
      ["-o, --output <file>", "where to, with --open (default: standard output)"],
      JOBS,
      JSON_FLAG,
    ],
    examples: [
      "tadmor run --runs 200",
      "tadmor run --runs 200 --variant half-the-attackers --json",
      "tadmor run --set /formations/ID/men=2400 --out results",
      "tadmor run --open 17 -o run-17.jsonl",
    ],
    load: async () => (await import("./commands/run.ts")).run,
  },
  {
    name: "compare",
    does: "two or more alternatives on the same dice: what each difference is, with its interval",
    operands: "[scenario]",
    most: 1,
    flags: [
      ["--red <courses>", "courses of the hostile side, parted by commas: the alternatives"],
      ["--blue <courses>", "the same of the friendly side"],
      ["--excursion <files>", "the same by what-ifs; a single one is compared with none"],
      SET,
      ["--variant <ids>", "the same by variants"],
      ["--course <ids>", "courses of action of any side or seat, in every alternative"],
      AIM,
      LENGTH,
      ["--runs <number>", "pairs of runs, or the most there may be (default: 1000)"],
      [
        "--until-half-width <number>",
        "stop at the first hundred pairs at which the interval is so narrow; exit 1 when it never is",
      ],
      ["--measure <id>", "the measure that is asked about first (default: the scenario's first)"],
      ["--by <turn or date>", "of a time: the chance that it has come by then"],
      ["--pair <run>", "instead, where that run of two alternatives parts"],
      ...KEEP,
      SEED,
      JOBS,
      JSON_FLAG,
    ],
    examples: [
      "tadmor compare --red COURSE,COURSE",
      "tadmor compare --set /formations/ID/men=2400 --until-half-width 0.05",
      "tadmor compare --variant ID,ID --pair 17",
    ],
    load: async () => (await import("./commands/compare.ts")).compare,
  },
  {
    name: "sweep",
    does: "a design of experiments over force levels and other factors: tables, effects, ranks, break-evens",
    operands: "<design>",
    most: 1,
    flags: [SEED, JOBS, JSON_FLAG],
    examples: ["tadmor sweep my-design.json"],
    load: async () => (await import("./commands/sweep.ts")).sweep,
  },
  {
    name: "matrix",
    does: "every course of action of one side against every one of the other on common seeds, and the equilibrium",
    operands: "[scenario]",
    most: 1,
    flags: [
      ["--red <courses>", "courses of the hostile side, parted by commas (default: all)"],
      ["--blue <courses>", "the same of the friendly side"],
      ["--runs <number>", "runs of each pair (default: 400)"],
      ["--payoff <terms>", "MEASURE=WEIGHT,… to Red (default: the scenario's scoring)"],
      AIM,
      SEED,
      LENGTH,
      VARIANT,
      JOBS,
      JSON_FLAG,
    ],
    examples: [
      "tadmor matrix --runs 100",
      "tadmor matrix --red a,b --blue x,y --payoff MEASURE=-1",
    ],
    load: async () => (await import("./commands/matrix.ts")).matrix,
  },
  {
    name: "claim",
    does: "a property over force levels: hunts a counterexample and shrinks it; exit 1 when it is refuted or undecided",
    operands: "<claim>",
    most: 1,
    flags: [["--out <file>", "write the counterexample as an excursion"], SEED, JOBS, JSON_FLAG],
    examples: ["tadmor claim my-claim.json --out breaks-it.json"],
    load: async () => (await import("./commands/claim.ts")).claim,
  },
  {
    name: "backtest",
    does: "whether many runs come out as the record has it: each target of the scenario beside what the runs gave; exit 1 when one is missed",
    operands: "[scenario]",
    most: 1,
    flags: [
      RUNS,
      SEED,
      [
        "--levers [pairs]",
        "also how far each lever, a change of one thing, moves the outcome, on so many pairs of runs (default: 500)",
      ],
      ...COURSES,
      LENGTH,
      JOBS,
      JSON_FLAG,
    ],
    examples: ["tadmor backtest --runs 200", "tadmor backtest --levers --json"],
    load: async () => (await import("./commands/backtest.ts")).backtest,
  },
  {
    name: "replay",
    does: "recompute a journal, a saved game, and tell what happened, turn by turn",
    operands: "<journal>",
    most: 1,
    flags: [
      TURNS,
      WHY,
      [
        "--without <rulings|injects|both>",
        "then play it again on the same orders and dice without White's rulings, injects put in by hand, or both, and say where the two part and which measures differ",
      ],
      JSON_FLAG,
    ],
    examples: [
      "tadmor replay saves/my-game.jsonl",
      "tadmor replay saves/my-game.jsonl --without rulings",
    ],
    load: async () => (await import("./commands/replay.ts")).replay,
  },
  {
    name: "verify",
    does: "recompute journals, saved games, and compare every digest",
    operands: "<journal...>",
    most: Infinity,
    flags: [JSON_FLAG],
    examples: ["tadmor verify saves/*.jsonl"],
    load: async () => (await import("./commands/verify.ts")).verify,
  },
  {
    name: "check",
    does: "every problem of scenarios, parameters, courses of action and journals",
    operands: "<file...>",
    most: Infinity,
    flags: [["--scenario <id or path>", "what courses of action are read against"], JSON_FLAG],
    examples: ["tadmor check my-scenario.json", "tadmor check --scenario mine.json my-coa.json"],
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "schema",
    does: "the JSON Schema of a kind of file",
    operands: "[kind]",
    most: 1,
    flags: [],
    examples: ["tadmor schema", "tadmor schema scenario > scenario.schema.json"],
    load: async () => (await import("./commands/schema.ts")).schema,
  },
];

const ABOUT = `A deterministic operational wargame for the terminal, for education and
analysis: its results are properties of a model and predict nothing. Without a
command it is played.

Exit codes: 0 done, 1 a finding, 2 bad usage or input, 3 a journal that does not
recompute or was altered, 70 a bug.`;

function createProgram(io: Io, end: (exit: Exit) => void): Command {
  const program = new Command("tadmor")
    .description(ABOUT)
    .option("-V, --version", "print the version")
    .addHelpText(
      "after",
      examplesText([
        "tadmor                      play",
        "tadmor history --seed 1     what the model makes of what was done",
        "tadmor COMMAND --help       what a command takes",
      ]),
    );
  prepare(program, io);
  for (const definition of COMMANDS) addCommand(program, definition, io, end);
  return program;
}

/** Every word goes to the command's own check, so that all that is wrong is said at once. */
function prepare(command: Command, io: Io): void {
  command
    .exitOverride()
    .allowUnknownOption()
    .allowExcessArguments()
    .showHelpAfterError("(--help shows what it takes)")
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
    });
}

function addCommand(
  program: Command,
  definition: Definition,
  io: Io,
  end: (exit: Exit) => void,
): void {
  const { name, does, operands, flags, examples } = definition;
  const command = program
    .command(name, { isDefault: name === "play" })
    .description(does)
    .usage(`${operands} [flags]`)
    .addHelpText("after", examplesText(examples));
  prepare(command, io);
  for (const [flag, what] of flags) {
    if (REPEATED.includes(flag)) command.option(flag, what, collected);
    else command.option(flag, what);
  }
  command
    .option("--quiet", "no more than the result: of a game, what fell and who left")
    .option("--no-color", "no colours");
  command.action(async () => end(await act(definition, command, io)));
}

/** Every value of a flag that may be repeated. */
function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function act(definition: Definition, command: Command, io: Io): Promise<Exit> {
  const { operands, problems } = wordsOf(command, definition.most);
  const flags = command.opts<SharedFlags>();
  const usage = [
    ...problems,
    ...flagProblems(flags),
    ...(await commandProblems(definition, operands)),
  ];
  if (usage.length > 0) {
    printProblems(io, `tadmor ${definition.name}`, usage);
    return EXIT.badInput;
  }
  const action = await definition.load();
  return action({ ...io, colour: io.colour && flags.color !== false }, operands, flags as never);
}

/** What the default command was given may be another command's name, mistyped. */
async function commandProblems(
  { name }: Definition,
  [word]: readonly string[],
): Promise<Problem[]> {
  const names = COMMANDS.map((command) => command.name);
  if (name !== "play" || word === undefined) return [];
  const meant = nearest(word, names);
  if (meant === undefined || existsSync(word)) return [];
  const { findScenario } = await import("../edge/assets.ts");
  if (findScenario(word).ok) return [];
  const message = `found "${word}", expected a command, a scenario or a journal`;
  return [{ code: "usage.command", path: "", message, hint: `did you mean tadmor ${meant}?` }];
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((line) => `  ${line}`).join("\n")}`;
}

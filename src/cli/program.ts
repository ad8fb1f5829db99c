import { existsSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { Problem } from "../engine/index.ts";
import { clip, listSome, nearest } from "../scenarios/text.ts";
import { reportBug } from "./bug.ts";
import type { Definition } from "./definitions/definition.ts";
import { EXPERIMENTS } from "./definitions/experiments.ts";
import { FILES } from "./definitions/files.ts";
import { REPEATED } from "./definitions/flags.ts";
import { GAMES } from "./definitions/games.ts";
import { PACKETS } from "./definitions/packets.ts";
import { QUEUES } from "./definitions/queue.ts";
import { EXIT, type Exit } from "./exit.ts";
import { flagProblems, type SharedFlags } from "./flags.ts";
import type { Io } from "./io.ts";
import { printProblems } from "./problems.ts";
import { shown } from "./showable.ts";
import { wordsOf } from "./usage.ts";

/** Runs one command line (without the program's name) and says how the process shall end. */
export async function run(argv: readonly string[], place: Io): Promise<Exit> {
  const io = shown(place);
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

/** Every command, in the order that help tells them in. */
const COMMANDS: readonly Definition[] = [...GAMES, ...PACKETS, ...EXPERIMENTS, ...QUEUES, ...FILES];

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
  if (existsSync(word)) return [];
  const { findScenario, isPath, listScenarios } = await import("../edge/assets.ts");
  const meant = nearest(word, names);
  if (findScenario(word).ok || (meant === undefined && isPath(word))) return [];
  const scenarios = listScenarios().map(({ id }) => id);
  const message = `found "${clip(word)}", expected a command, a scenario or a journal`;
  const hint =
    meant === undefined
      ? `tadmor --help tells the commands; scenarios are ${listSome(scenarios)}`
      : `did you mean tadmor ${meant}?`;
  return [{ code: "usage.command", path: "", message, hint }];
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((line) => `  ${line}`).join("\n")}`;
}

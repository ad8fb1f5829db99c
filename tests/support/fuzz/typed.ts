/** Doors at which somebody types: the line of the screen, the game line by line, and the command line. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pick } from "../../../src/policies/random-legal.ts";
import { tadmorHere } from "../cli.ts";
import { everyOrder } from "../fog/asked-orders.ts";
import { framesOf, linesBy, saidTo } from "../fog/looking.ts";
import { gameBy } from "../fog/wars.ts";
import { formatOrder } from "../../../src/engine/index.ts";
import { picksFrom } from "../random-game.ts";
import type { Door } from "./doors.ts";
import { NASTY } from "./mutate.ts";
import { UNSHOWABLE } from "./unshowable.ts";

const { seat: _, ...game } = gameBy(picksFrom(9), 9, { shipped: null, sits: "red" });
const lines = linesBy(picksFrom(9), game.setup);
const orders = everyOrder(game.setup).map(formatOrder);
/** Nobody types more; what is pasted is typed letter by letter. */
const LONGEST_LINE = 300;

const WORDS = "find cedar|zoom 2|help|lines|report|timeline|keep a|plan a|pass|undo|brief|why 1";
const toTheMap = ["enter", "enter", "escape", "escape"];

/** Doors of typed lines. */
export const TYPED_DOORS: readonly Door[] = [
  {
    name: "typed line",
    texts: [...WORDS.split("|"), ...orders.slice(0, 60)],
    read: async (text) => {
      const typed = Array.from(text).slice(0, LONGEST_LINE);
      const keys = [...toTheMap, ":", ...typed, "tab", "enter", "escape", ":", "up", "enter"];
      return silent(await framesOf(game, keys));
    },
  },
  {
    name: "line of the game told in lines",
    texts: [lines.join("\n"), orders.slice(0, 20).join("\n")],
    read: async (text) => silent(await saidTo(game, ["", "", ...text.split("\n"), "quit", "yes"])),
  },
  { name: "command line", texts: ["[]"], draw: commandLine, read: readCommand },
];

/** What was shown may hold nothing that a terminal obeys. */
function silent(shown: string): [] {
  const found = UNSHOWABLE.exec(shown.replaceAll("\f", ""));
  if (found !== null) throw new Error(`it shows ${JSON.stringify(found[0])}`);
  return [];
}

const folder = mkdtempSync(join(tmpdir(), "tadmor-typed-"));
const at = (name: string) => join(folder, name);
writeFileSync(at("none.txt"), "# nothing\n");
writeFileSync(at("\u001b[2J.json"), "{}");

const SCENARIOS = "scenarios";
const OPERANDS = [
  "two-fords",
  "palmyra",
  "two-fords,palmyra-2016",
  "historical",
  "scenario",
  "red",
  at("none.txt"),
  at("\u001b[2J.json"),
  at("nowhere.jsonl"),
  folder,
  `${SCENARIOS}/two-fords.json`,
  `${SCENARIOS}/parameters/erc-1.json`,
  "../../../../etc/passwd",
  "/dev/zero",
  "-",
  "--",
  "-1",
  "2.5",
  "2",
  "\u202efdp.nosj",
  "x".repeat(5000),
];
const COMMANDS =
  "history|replay|report|export|verify|brief|orders|collect|check|schema|run|compare|sweep|ledger|matrix|claim|backtest|worker|queue|palyer|__proto__|";
const FLAGS =
  "--seed|--turns|--jobs|--json|--quiet|--no-color|--help|--variant|--length|--excursion|--set|--red|--blue|--course|--measure|--by|--payoff|--points|--below|--pair|--format|--seat|--from|--line|--adjudicate|--scenario|--record|--without|--level|--toString|-x|--=|-V";

/** A command with words and flags that fit it or do not; no more than two runs, and nothing is written. */
function commandLine(pick: Pick): string {
  const one = (all: readonly string[]) => all[pick(all.length)]!;
  const word = () => (pick(3) === 0 ? one(NASTY) : one(OPERANDS));
  const flags = Array.from({ length: pick(4) }, () => one(FLAGS.split("|")));
  const given = flags.flatMap((flag) => (pick(3) === 0 ? [flag] : [flag, word()]));
  const words = Array.from({ length: pick(3) }, word);
  const brief = ["--turns", "1", "--quiet"];
  return JSON.stringify([one(COMMANDS.split("|")), ...words, ...given, ...(pick(2) ? brief : [])]);
}

/** Commands that play many runs where nothing says how many. */
const PLAYS = new Set(["run", "compare", "matrix", "backtest"]);
/** Commands that wait for others, or hunt for long: only what is wrong with them is tried. */
const WAITS = new Set(["ledger", "sweep", "claim", "worker", "queue"]);

async function readCommand(text: string) {
  const words = JSON.parse(text) as string[];
  const [command = ""] = words;
  const few = PLAYS.has(command) ? ["--runs", "2", "--jobs", "1"] : [];
  const wrong = WAITS.has(command) ? ["--no-such-flag"] : [];
  const { exit, out, err } = await tadmorHere(...words, ...few, ...wrong);
  if (![0, 1, 2, 3].includes(exit ?? -1)) throw new Error(`exit ${exit}: ${err.slice(0, 300)}`);
  if (exit === 2 && err.trim() === "") throw new Error("exit 2, and nothing said why");
  if (/\n {4}at .+:\d+:\d+/.test(err)) throw new Error(`a stack trace: ${err.slice(0, 300)}`);
  silent(out.replaceAll("\r\n", "\n"));
  silent(err);
  return exit === 0
    ? []
    : [{ code: "usage.refused", path: "", message: `exit ${exit}`, hint: "-" }];
}

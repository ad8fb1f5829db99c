import { byKey, type Command } from "../../commands/command.ts";
import { noticed, type State, stay, type Step, type TimelineScreen } from "../../state.ts";
import { ASK_COMMAND } from "../ask/commands.ts";
import { branchRowsOf } from "./branch-form.ts";
import { beginBranch, beginNote, changeRow, toTurn } from "./keys.ts";

/** What can be typed at a timeline. */
export function timelineCommands({ past, mode }: TimelineScreen): readonly Command[] {
  if (mode.kind === "branch") return BRANCH_COMMANDS;
  return [
    { name: "turn", key: null, says: "go to a turn by its number", takes: "NUMBER", run: turn },
    byKey("next", "right", "the next turn"),
    byKey("previous", "left", "the turn before"),
    byKey("first", "home", "before the first turn"),
    byKey("last", "end", "the last turn played"),
    ...(past.live ? [byKey("play", "enter", "play the next turn, at the last")] : []),
    byKey("all", "a", "everything that happened, or what matters"),
    byKey("record", "r", "the run or the record, where there is room for one"),
    { name: "note", key: "n", says: "write a note on the turn shown", takes: "TEXT", run: note },
    {
      name: "branch",
      key: "b",
      says: "begin another game at the turn shown",
      takes: "NAME",
      run: branch,
    },
    ASK_COMMAND,
    byKey("branches", "t", "the tree of branches of this game"),
    byKey("map", "m", "show or hide the map"),
    byKey("closer", "z", "look closer at the map"),
    byKey("wider", "Z", "look from further away"),
    byKey("back", "escape", "go back"),
  ];
}

const BRANCH_COMMANDS: readonly Command[] = [
  byKey("begin", "enter", "begin the branch and go on there"),
  {
    name: "dice",
    key: null,
    says: "the same dice, or fresh ones",
    run: (state) => change(state, "dice"),
  },
  {
    name: "who",
    key: null,
    says: "change who plays a seat",
    takes: "SEAT",
    run: (state, words) => change(state, words.join(" ")),
    complete: (state, begun) => seatsBeginning(state, begun),
  },
  byKey("back", "escape", "go back"),
];

/** Changes the row of the form that is named: the dice, or a seat by id or name. */
function change(state: State, asked: string): Step {
  const { screen } = state;
  if (screen.kind !== "timeline" || screen.mode.kind !== "branch") return stay(state);
  const { names } = screen.past;
  const wanted = asked.toLowerCase();
  const row = branchRowsOf(screen.past).findIndex((one) =>
    one.kind === "seat"
      ? one.seat === wanted || names.seats[one.seat]?.name.toLowerCase() === wanted
      : one.kind === wanted && wanted === "dice",
  );
  if (row < 0) return stay(noticed(state, "warn", "no such seat can be changed here"));
  return changeRow(state, screen, { ...screen.mode, row });
}

function seatsBeginning({ screen }: State, begun: string): readonly string[] {
  if (screen.kind !== "timeline") return [];
  const { names } = screen.past;
  return branchRowsOf(screen.past)
    .flatMap((row) => (row.kind === "seat" ? [names.seats[row.seat]?.name ?? row.seat] : []))
    .filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()));
}

function turn(state: State, [word = ""]: readonly string[]): Step {
  const { screen } = state;
  if (screen.kind !== "timeline") return stay(state);
  const last = screen.past.moments.length - 1;
  const asked = Number(word);
  if (word === "" || !Number.isInteger(asked) || asked < 0 || asked > last)
    return stay(noticed(state, "warn", `turns go from 0, the start, to ${last}`));
  return toTurn(state, screen, asked);
}

function note(state: State, words: readonly string[]): Step {
  const { screen } = state;
  if (screen.kind !== "timeline") return stay(state);
  const text = words.join(" ");
  const begun = beginNote(state, screen, text);
  const isBegun = begun.state.screen.kind === "timeline" && begun.state.screen.mode.kind === "note";
  if (text === "" || !isBegun) return begun;
  return { state, effect: { kind: "note", turn: screen.turn, text } };
}

function branch(state: State, words: readonly string[]): Step {
  const { screen } = state;
  if (screen.kind !== "timeline") return stay(state);
  return beginBranch(state, screen, words.length === 0 ? null : words.join(" "));
}

import { writeNewText } from "../edge/write-text.ts";
import { type Problem, startWorld } from "../engine/index.ts";
import {
  appendLine,
  type HeaderFields,
  resolveTurn,
  startJournal,
  type TurnLine,
} from "../journal/index.ts";
import { type PinLine, rulingOf } from "../lab/pin-search.ts";
import { ordersOf } from "../lab/play-out.ts";
import { seedOfRun } from "../lab/replicate.ts";
import type { LoadedGame } from "./load-game.ts";

/** One run of a game as a journal, as if it had been played by its courses of action: its text. */
export function runAsJournal(loaded: LoadedGame, seed: string, run: number): string {
  const { scenario, policies, aims } = loaded;
  const { setup } = scenario;
  const of = seedOfRun(seed, run);
  const header = headerOf(loaded, of, `Run ${of}`);
  let { journal, text } = startJournal(header);
  const texts = [text];
  let world = startWorld(setup, aims);
  while (!world.over && world.turn < setup.turns + setup.hiddenTurns) {
    const orders = ordersOf(setup, world, policies);
    const turn = resolveTurn(setup, journal.header, world, { orders, rulings: [], injects: [] });
    ({ journal, text } = appendLine(journal, turn.commit));
    texts.push(text);
    ({ world } = turn);
  }
  return texts.join("");
}

/** A pinned run as a journal: each pin is a ruling of White's on the draw of its key. */
export function pinnedAsJournal(loaded: LoadedGame, seed: string, line: PinLine): string {
  const { setup } = loaded.scenario;
  const header = headerOf(loaded, seed, `Pinned to the record, seed ${seed}`);
  let { journal, text } = startJournal(header);
  const texts = [text];
  const add = (added: TurnLine) => {
    ({ journal, text } = appendLine(journal, added));
    texts.push(text);
  };
  let world = startWorld(setup, loaded.aims);
  for (const { orders, pins } of line.turns) {
    const rulings = pins.map((pin) => rulingOf(setup, pin));
    for (const ruling of rulings) add({ kind: "ruling", turn: world.turn + 1, ruling });
    const turn = resolveTurn(setup, journal.header, world, { orders, rulings, injects: [] });
    add(turn.commit);
    ({ world } = turn);
  }
  return texts.join("");
}

function headerOf(loaded: LoadedGame, seed: string, title: string): HeaderFields {
  const { source, scenario, options, excursion, coas, aims } = loaded;
  const { setup, hash, parametersHash, file } = scenario;
  return {
    scenario: {
      id: setup.id,
      file: source.file,
      hash,
      length: options.length ?? file.length,
      variant: options.variant ?? null,
      excursion: excursion?.patch ?? null,
    },
    parameters: { id: setup.parameters.id, hash: parametersHash },
    seed,
    reseeds: [],
    players: coas,
    aims,
    title,
    parent: null,
  };
}

/** Writes a new saved game; one that is there is never written over. */
export function writeJournal(file: string, text: string): Problem | null {
  // A journal is ASCII.
  const problem = writeNewText(file, text);
  return problem?.code === "file.exists" ? exists(file) : problem;
}

function exists(file: string): Problem {
  const message = `--output: found a file at "${file.slice(0, 80)}", expected none`;
  const hint = "a saved game is not written over: name another file";
  return { code: "file.exists", path: "/output", message, hint };
}

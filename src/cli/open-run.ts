import { writeFileSync } from "node:fs";
import { fileProblem } from "../edge/files.ts";
import { observe, type Problem, startWorld } from "../engine/index.ts";
import { appendLine, type HeaderFields, resolveTurn, startJournal } from "../journal/index.ts";
import { commandSeats } from "../lab/play-out.ts";
import { seedOfRun } from "../lab/replicate.ts";
import type { LoadedGame } from "./load-game.ts";

/** One run of a game as a journal, as if it had been played by its courses of action: its text. */
export function runAsJournal(loaded: LoadedGame, seed: string, run: number): string {
  const { scenario, policies, aims } = loaded;
  const { setup } = scenario;
  const header = headerOf(loaded, seedOfRun(seed, run));
  let { journal, text } = startJournal(header);
  const texts = [text];
  let world = startWorld(setup, aims);
  while (!world.over && world.turn < setup.turns + setup.hiddenTurns) {
    const before = world;
    const orders = Object.fromEntries(
      commandSeats(setup).map((seat) => [
        seat,
        policies[seat]?.(observe(setup, before, seat)) ?? [],
      ]),
    );
    const turn = resolveTurn(setup, journal.header, world, { orders, rulings: [], injects: [] });
    ({ journal, text } = appendLine(journal, turn.commit));
    texts.push(text);
    ({ world } = turn);
  }
  return texts.join("");
}

function headerOf(loaded: LoadedGame, seed: string): HeaderFields {
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
    title: `Run ${seed}`,
    parent: null,
  };
}

/** Writes a new saved game; one that is there is never written over. */
export function writeJournal(file: string, text: string): Problem | null {
  try {
    writeFileSync(file, text, { encoding: "latin1", flag: "wx", flush: true });
    return null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return exists(file);
    return fileProblem(error, file);
  }
}

function exists(file: string): Problem {
  const message = `--output: found a file at "${file.slice(0, 80)}", expected none`;
  const hint = "a saved game is not written over: name another file";
  return { code: "file.exists", path: "/output", message, hint };
}

import type { Event, Setup } from "../engine/index.ts";
import { type Parting, partingOf } from "../lab/parting.ts";
import { seedOfRun } from "../lab/replicate.ts";
import { type Line, narrate, paragraph, plain, turnHeading } from "../reports/index.ts";
import type { Alternatives } from "./alternatives.ts";
import type { NamedGame } from "./design-document.ts";
import { gameOf } from "./load-run.ts";

/** Where one run of two alternatives parts. */
interface PartedPair {
  readonly a: NamedGame;
  readonly b: NamedGame;
  readonly run: number;
  readonly seed: string;
  /** Null when the two runs are the same throughout. */
  readonly parting: Parting | null;
}

/** One run of the first alternative beside the same run of each of the others. */
export function partedPairs(
  [a, ...others]: Alternatives,
  seed: string,
  run: number,
): readonly PartedPair[] {
  const runSeed = seedOfRun(seed, run);
  return others.map((b) => {
    const parting = partingOf(gameOf(a.loaded), gameOf(b.loaded), runSeed);
    return { a, b, run, seed: runSeed, parting };
  });
}

/** A pair as a reader is told it. */
export function pairLines({ a, b, run, seed, parting }: PartedPair, width: number): Line[] {
  const { setup } = a.loaded.scenario;
  const runs = `Run ${run} (seed ${seed}) of "${a.title}" and of "${b.title}"`;
  if (parting === null) {
    return [...paragraph(`${runs} never part, in this model.`, { width }), plain("")];
  }
  const heading = turnHeading(setup.clock, parting.turn);
  const shared = `${parting.shared} ${parting.shared === 1 ? "event is" : "events are"} still the same.`;
  const item = { width, first: "  ", rest: "    " };
  return [
    ...paragraph(`${runs} part on ${lowerFirst(heading)}, in this model; ${shared}`, { width }),
    ...paragraph(`${a.title}: ${told(setup, parting.a)}`, item),
    ...paragraph(`${b.title}: ${told(b.loaded.scenario.setup, parting.b)}`, item),
    plain(""),
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function told(setup: Setup, event: Event | null): string {
  return event === null ? "nothing more happens in this turn." : narrate(setup, event);
}

/** A pair as other programs read it. */
export function pairDocument({ a, b, run, seed, parting }: PartedPair): object {
  const words = (one: NamedGame, event: Event | null) => ({
    event,
    told: told(one.loaded.scenario.setup, event),
  });
  return {
    a: a.name,
    b: b.name,
    run,
    seed,
    parting:
      parting === null
        ? null
        : {
            turn: parting.turn,
            shared: parting.shared,
            a: words(a, parting.a),
            b: words(b, parting.b),
          },
  };
}

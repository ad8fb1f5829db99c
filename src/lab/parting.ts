import { canonicalJson, type Event } from "../engine/index.ts";
import { playOut } from "./play-out.ts";
import type { Game } from "./replicate.ts";

/** Where two runs on the same dice part. */
export interface Parting {
  readonly turn: number;
  /** Events of that turn that are still the same in both. */
  readonly shared: number;
  /** The first that is not; null where a run has no more in this turn. */
  readonly a: Event | null;
  readonly b: Event | null;
}

/** The first turn and event in which two games with one seed differ; null when they never do. */
export function partingOf(a: Game, b: Game, seed: string): Parting | null {
  return partingBy(canonicalJson, a, b, seed);
}

/** The same by what is told of events alone; those of which nothing is (null) are passed over. */
export function partingBy(
  gistOf: (event: Event) => string | null,
  a: Game,
  b: Game,
  seed: string,
): Parting | null {
  const [left, right] = [eventsOf(a, seed), eventsOf(b, seed)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [one, other] = [toldOf(left[at] ?? [], gistOf), toldOf(right[at] ?? [], gistOf)];
    const shared = sharedBy(one, other);
    if (shared === one.length && shared === other.length) continue;
    return {
      turn: at + 1,
      shared,
      a: one[shared]?.event ?? null,
      b: other[shared]?.event ?? null,
    };
  }
  return null;
}

type Told = readonly { readonly event: Event; readonly gist: string }[];

function toldOf(events: readonly Event[], gistOf: (event: Event) => string | null): Told {
  return events.flatMap((event) => {
    const gist = gistOf(event);
    return gist === null ? [] : [{ event, gist }];
  });
}

function sharedBy(a: Told, b: Told): number {
  const at = a.findIndex(({ gist }, index) => gist !== b[index]?.gist);
  return at < 0 ? a.length : at;
}

/** Events of each turn of a game, played by its policies with a seed. */
function eventsOf({ setup, policies, aims }: Game, seed: string): (readonly Event[])[] {
  const turns: (readonly Event[])[] = [];
  playOut(setup, policies, seed, {
    turns: setup.turns,
    hand: "plain",
    aims,
    onTurn: ({ events }) => void turns.push(events),
  });
  return turns;
}

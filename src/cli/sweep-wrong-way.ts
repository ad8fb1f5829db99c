import type { Event, EventKind, Setup } from "../engine/index.ts";
import type { PointRuns } from "../lab/responses.ts";
import { seedOfRun } from "../lab/replicate.ts";
import { turningPointOf } from "../lab/turning-point.ts";
import { type WrongPair, type WrongWay, wrongWays } from "../lab/wrong-way.ts";
import { narrate, turnHeading, type WrongWayTold } from "../reports/index.ts";
import type { FactorValues } from "../scenarios/index.ts";
import { pointName, type SweepAsked, timedIn } from "./sweep-asked.ts";

/** Pairs of runs that are looked into, of each factor and measure: they are played again. */
const LOOKED_INTO = 12;

/** A sweep's wrong-way seeds, with what parted some of them where those can be played again. */
export function wrongWaysTold(
  asked: SweepAsked,
  points: readonly PointRuns[],
  canPlay = true,
): WrongWayTold[] {
  return wrongWays(asked.subject.asked, points, timedIn(asked)).map((one) =>
    told(asked, one, canPlay ? spread(one.pairs, LOOKED_INTO) : []),
  );
}

function told(
  { subject, seed }: SweepAsked,
  found: WrongWay,
  pairs: readonly WrongPair[],
): WrongWayTold {
  const { factors, measures } = subject.asked;
  const { factor, measure, direction, compared, share, steps, isMonotone } = found;
  const looked = pairs.flatMap((pair) => partedPair({ subject, seed }, pair));
  const example = looked.find(({ kind }) => kind !== null);
  return {
    factor: factors.find(({ id }) => id === factor)?.title ?? factor,
    measure: measures[measure]?.title ?? measure,
    direction,
    compared,
    share,
    steps,
    isMonotone,
    causes: countsOf(looked.map(({ kind }) => kind)),
    lookedInto: looked.length,
    example: example?.text ?? null,
  };
}

interface Parted {
  readonly kind: EventKind | null;
  readonly text: string;
}

function partedPair(
  { subject, seed }: Pick<SweepAsked, "subject" | "seed">,
  { low, high, run }: WrongPair,
): Parted[] {
  const [less, more] = [subject.gameAt(low), subject.gameAt(high)];
  if (!less.ok || !more.ok) return [];
  const parting = turningPointOf(less.value, more.value, seedOfRun(seed, run));
  if (parting === null) return [{ kind: null, text: "" }];
  const { setup } = subject.run.scenario;
  const kind = (parting.b ?? parting.a)?.kind ?? null;
  const text = `Run ${run}: ${turnHeading(setup.clock, parting.turn)}. ${sided(setup, low, parting.a)} ${sided(setup, high, parting.b)}`;
  return [{ kind, text }];
}

function sided(setup: Setup, values: FactorValues, event: Event | null): string {
  const what = event === null ? "nothing of the kind." : narrate(setup, event);
  return `At ${pointName(values)}: ${what}`;
}

/** So many, evenly from the first to the last: not of the lowest levels alone. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function countsOf(kinds: readonly (EventKind | null)[]): WrongWayTold["causes"] {
  const counts = new Map<EventKind | null, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .toSorted((a, b) => b.count - a.count || (String(a.kind) < String(b.kind) ? -1 : 1));
}

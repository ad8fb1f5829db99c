import { clamp, toThousandth } from "../chance/arithmetic.ts";
import type { Event } from "../events/types.ts";
import { isMet, type Sight } from "../views/conditions.ts";
import { worldSight } from "../views/sight.ts";
import { entriesOf } from "../world/ids.ts";
import type { Drift, Id, Track, TrackMove } from "../world/setup.ts";
import type { Cause } from "./effects.ts";
import { injectCauses } from "./injects.ts";
import { logged, type Phase, sideOf, type Turn } from "./turn.ts";

/** 12.1: tracks are moved by the turn's events and injects, all together, within their bounds. */
export const tracks: Phase = (turn) => {
  const movers = moversOf(turn);
  const drifts = driftsOf(turn);
  return entriesOf(turn.setup.tracks).flatMap(({ id, value: track }) =>
    moveTrack(turn, id, track, causesOf(turn, movers, drifts, id, track)),
  );
};

/** A track moved by all of some causes together; nothing when it stays where it was. */
export function moveTrack(turn: Turn, id: Id, track: Track, causes: readonly Cause[]): Event[] {
  if (causes.length === 0) return [];
  const points = causes.reduce((sum, cause) => sum + cause.points, 0);
  const before = turn.world.tracks[id] as number;
  const to = clamp(toThousandth(before + points), track.minimum, track.maximum);
  if (to === before) return [];
  const because = causes.map((cause) => cause.because).join(", ");
  return [{ kind: "track-moved", track: id, to, because }];
}

/** Events of a kind that moves any track, in the order they happened. */
function moversOf(turn: Turn): readonly Event[] {
  const kinds = new Set<string>();
  for (const { value } of entriesOf(turn.setup.tracks)) {
    for (const move of value.moves) kinds.add(move.event);
  }
  return turn.log.filter((event) => kinds.has(event.kind) && !isEmpty(event));
}

/** Nothing lay there, or nothing was hit. */
function isEmpty(event: Event): boolean {
  return event.kind === "kit-destroyed" && Object.keys(event.kit).length === 0;
}

function causesOf(
  turn: Turn,
  movers: readonly Event[],
  drifts: DriftOf,
  id: Id,
  track: Track,
): Cause[] {
  const causes: Cause[] = [];
  for (const event of movers) {
    for (const move of track.moves) {
      if (move.event === event.kind && isCause(turn, move, event)) {
        causes.push({ points: move.points * extentOf(event), because: event.kind });
      }
    }
  }
  return [
    ...causes,
    ...injectCauses(turn, id),
    ...poolCauses(turn, id),
    ...holdCauses(turn, id),
    ...drifts(track),
  ];
}

/** 12.2: calling a pool before its time has its price. */
function poolCauses(turn: Turn, id: Id): Cause[] {
  return logged(turn, "pool-called").flatMap(({ pool, early }) => {
    const price = early ? (turn.setup.pools[pool]?.price ?? null) : null;
    return price?.track === id ? [{ points: price.points, because: `pool ${pool}` }] : [];
  });
}

/** 10.4: so has holding a patron back. */
function holdCauses(turn: Turn, id: Id): Cause[] {
  return logged(turn, "patron-held").flatMap(({ contingent, price }) =>
    price?.track === id ? [{ points: price.points, because: `holding ${contingent}` }] : [],
  );
}

type DriftOf = (track: Track) => Cause[];

/** 12.4: points that a track moves by in every turn in which a condition holds at its end. */
function driftsOf(turn: Turn): DriftOf {
  let sight: Sight | null = null;
  const isDrifting = ({ when }: Drift) =>
    isMet(when, (sight ??= worldSight(turn.setup, turn.world, turn.number + 1, null)));
  return ({ drift }) =>
    drift.filter(isDrifting).map(({ points }) => ({ points, because: "drift" }));
}

/** How often a move counts: harm by its sorties, people by the thousand (6.10, 11.12). */
function extentOf(event: Event): number {
  if (event.kind === "civilians-harmed") return event.harm;
  return event.kind === "civilians-left" ? event.people / 1000 : 1;
}

function isCause(turn: Turn, move: TrackMove, event: Event): boolean {
  const fact = factsOf(turn, event);
  return (
    (move.place === null || move.place === fact.place) &&
    (move.side === null || move.side === fact.side) &&
    (move.contingent === null || move.contingent === fact.contingent)
  );
}

interface Facts {
  readonly place?: Id | undefined;
  readonly side?: Id | undefined;
  readonly contingent?: Id | undefined;
}

function factsOf(turn: Turn, event: Event): Facts {
  if (event.kind === "place-taken") return { place: event.place, side: event.by };
  if (event.kind === "contingent-left") {
    return { contingent: event.contingent, side: turn.setup.contingents[event.contingent]?.side };
  }
  if (event.kind === "formation-broke" || event.kind === "surrendered") {
    const { formation, place } = event;
    return {
      place,
      side: sideOf(turn, formation),
      contingent: turn.setup.formations[formation]?.contingent,
    };
  }
  if (event.kind === "civilians-harmed")
    return { place: event.place, side: turn.setup.seats[event.seat]?.side ?? undefined };
  if (event.kind === "demolished")
    return { place: event.place, side: sideOf(turn, event.formation) };
  if (event.kind === "kit-destroyed")
    return { place: event.place, side: event.holder ?? undefined };
  if (event.kind === "air-struck" || event.kind === "civilians-left") return { place: event.place };
  return {};
}

import { clamp, toThousandth } from "../chance/arithmetic.ts";
import type { Event } from "../events/types.ts";
import { entriesOf } from "../world/ids.ts";
import type { Id, Track, TrackMove } from "../world/setup.ts";
import { logged, type Phase, sideOf, type Turn } from "./turn.ts";

/** 12.1: tracks are moved by the turn's events and injects, all together, within their bounds. */
export const tracks: Phase = (turn) => {
  const movers = moversOf(turn);
  return entriesOf(turn.setup.tracks).flatMap(({ id, value: track }): Event[] => {
    const moves = causesOf(turn, movers, id, track);
    if (moves.length === 0) return [];
    const points = moves.reduce((sum, move) => sum + move.points, 0);
    const before = turn.world.tracks[id] as number;
    const to = clamp(toThousandth(before + points), track.minimum, track.maximum);
    if (to === before) return [];
    const because = moves.map((move) => move.because).join(", ");
    return [{ kind: "track-moved", track: id, to, because }];
  });
};

/** Events of a kind that moves any track, in the order they happened. */
function moversOf(turn: Turn): readonly Event[] {
  const kinds = new Set<string>();
  for (const { value } of entriesOf(turn.setup.tracks)) {
    for (const move of value.moves) kinds.add(move.event);
  }
  return turn.log.filter((event) => kinds.has(event.kind));
}

interface Cause {
  readonly points: number;
  readonly because: string;
}

function causesOf(turn: Turn, movers: readonly Event[], id: Id, track: Track): Cause[] {
  const causes: Cause[] = [];
  for (const event of movers) {
    for (const move of track.moves) {
      if (move.event === event.kind && isCause(turn, move, event)) {
        causes.push({ points: move.points, because: event.kind });
      }
    }
  }
  return [...causes, ...injectCauses(turn, id), ...poolCauses(turn, id)];
}

function injectCauses(turn: Turn, id: Id): Cause[] {
  return logged(turn, "inject-came").flatMap((came) =>
    (turn.setup.injects[came.inject]?.effects ?? []).flatMap((effect) =>
      effect.kind === "track" && effect.track === id
        ? [{ points: effect.points, because: `inject ${came.inject}` }]
        : [],
    ),
  );
}

/** 12.2: calling a pool has its price. */
function poolCauses(turn: Turn, id: Id): Cause[] {
  return logged(turn, "pool-called").flatMap(({ pool }) => {
    const price = turn.setup.pools[pool]?.price;
    return price?.track === id ? [{ points: price.points, because: `pool ${pool}` }] : [];
  });
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
  if (event.kind === "air-struck") return { place: event.place };
  return {};
}

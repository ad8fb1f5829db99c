import type { Casualties, Event, EventOf, Id, Setup } from "../engine/index.ts";
import { type AirTally, startAir, tallyAir } from "./air-tally.ts";
import {
  abandonKit,
  changeHands,
  destroyKit,
  type KitTally,
  startKit,
  takeKit,
} from "./kit-tally.ts";

/** Men by what became of them. */
export const LOSSES = ["killed", "wounded", "stragglers", "missing", "captured"] as const;
/** One of the things that become of men. */
export type Loss = (typeof LOSSES)[number];

/** Who held each place: at the start (index 0), then at the end of each turn. */
export type Holders = Readonly<Record<Id, (Id | null)[]>>;

/** What a run's measures are made of, folded from its events alone; turns count from 1. */
export interface Tally {
  /** Turns folded so far. */
  turn: number;
  readonly holders: Holders;
  /** Men lost by contingent; stragglers are those who have not rallied yet. */
  readonly men: Readonly<Record<Id, Record<Loss, number>>>;
  /** Turn in which a contingent left the campaign, for those that did. */
  readonly left: Record<Id, number>;
  /** Turn of the first assault on a place; a holding attack is none. */
  readonly assaulted: Record<Id, number>;
  readonly kit: KitTally;
  readonly air: AirTally;
  readonly tracks: Record<Id, number>;
  /** Points of each seat: as they are scored, and as counted when the game has ended. */
  readonly scores: Record<Id, number>;
  /** What of that is for men, by `SEAT-score-ID`; empty before the end. */
  readonly forMen: Record<string, number>;
}

/** The tally before turn 1. */
export function startTally(setup: Setup): Tally {
  const contingents = Object.keys(setup.contingents).map((id) => [id, noLosses()]);
  const tracks = Object.entries(setup.tracks).map(([id, { initial }]) => [id, initial]);
  const holders = Object.entries(setup.places).map(([id, { holder }]) => [id, [holder]]);
  return {
    turn: 0,
    holders: Object.fromEntries(holders),
    men: Object.fromEntries(contingents),
    left: {},
    assaulted: {},
    kit: startKit(setup),
    air: startAir(setup),
    tracks: Object.fromEntries(tracks),
    scores: Object.fromEntries(Object.keys(setup.seats).map((seat) => [seat, 0])),
    forMen: {},
  };
}

function noLosses(): Record<Loss, number> {
  return { killed: 0, wounded: 0, stragglers: 0, missing: 0, captured: 0 };
}

/** Adds a turn's events to a tally; what they name and the setup does not have is passed over. */
export function tallyTurn(setup: Setup, tally: Tally, events: readonly Event[]): void {
  tally.turn += 1;
  const { holders } = tally;
  for (const id in holders) {
    const timeline = holders[id] as (Id | null)[];
    timeline.push(timeline[timeline.length - 1] as Id | null);
  }
  for (const event of events) {
    tallyEvent(setup, tally, event);
    tallyAir(tally.air, event);
  }
}

function tallyEvent(setup: Setup, tally: Tally, event: Event): void {
  const { kit, turn } = tally;
  switch (event.kind) {
    case "battle-resolved":
      if (event.link === null && !event.holding) tally.assaulted[event.place] ??= turn;
      return tallyCasualties(setup, tally, event.casualties);
    case "air-struck":
    case "column-struck":
      return tallyCasualties(setup, tally, event.casualties);
    case "formation-broke":
      loseMen(setup, tally, event.formation, "missing", event.missing);
      loseMen(setup, tally, event.formation, "stragglers", event.stragglers);
      return abandonKit(setup, kit, event.formation, holderOf(tally, event), event);
    case "retreated":
      return abandonKit(setup, kit, event.formation, holderOf(tally, { place: event.from }), {
        place: event.from,
        abandoned: event.abandoned,
      });
    case "surrendered":
      loseMen(setup, tally, event.formation, "captured", event.captured);
      return abandonKit(setup, kit, event.formation, holderOf(tally, event), event);
    case "rallied":
      return loseMen(setup, tally, event.formation, "stragglers", -event.stragglers);
    case "stragglers-missing":
      loseMen(setup, tally, event.formation, "stragglers", -event.men);
      return loseMen(setup, tally, event.formation, "missing", event.men);
    case "place-taken":
      setHolder(tally, event.place, event.by);
      return changeHands(kit, event.place, event.by);
    case "kit-taken":
      return takeKit(setup, kit, event);
    case "kit-destroyed":
      return destroyKit(kit, event);
    case "contingent-left":
      tally.left[event.contingent] ??= turn;
      return;
    case "track-moved":
      tally.tracks[event.track] = event.to;
      return;
    case "objective-scored":
      return scorePoints(tally, event);
    case "game-ended":
      Object.assign(tally.scores, event.scores);
      for (const { score, seat, points } of event.forMen)
        tally.forMen[`${seat}-score-${score}`] = points;
      return;
    default:
      return;
  }
}

function tallyCasualties(setup: Setup, tally: Tally, casualties: readonly Casualties[]): void {
  for (const { formation, killed, wounded } of casualties) {
    loseMen(setup, tally, formation, "killed", killed);
    loseMen(setup, tally, formation, "wounded", wounded);
  }
}

function loseMen(setup: Setup, { men }: Tally, formation: Id, loss: Loss, count: number): void {
  const losses = men[setup.formations[formation]?.contingent ?? ""];
  if (losses !== undefined) losses[loss] += count;
}

function holderOf({ holders }: Tally, { place }: { readonly place: Id }): Id | null {
  return holders[place]?.at(-1) ?? null;
}

function setHolder({ holders, turn }: Tally, place: Id, by: Id): void {
  const timeline = holders[place];
  if (timeline !== undefined) timeline[turn] = by;
}

function scorePoints({ scores }: Tally, { seats, points }: EventOf<"objective-scored">): void {
  for (const seat of seats) scores[seat] = (scores[seat] ?? 0) + points;
}

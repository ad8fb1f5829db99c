import {
  type BattleResolved,
  drawThrough,
  type Event,
  type EventOf,
  type Id,
  type Result,
  type Setup,
  type World,
} from "../engine/index.ts";

/**
 * Who is to hold each place that a record speaks of, at the end of each turn from 0; undefined where
 * anybody may.
 */
export type Wanted = Readonly<Record<Id, readonly (Id | null | undefined)[]>>;

/** What the record asks of one assault: that it takes its place in this turn, or that it does not. */
export interface Need {
  readonly turn: number;
  /** The key of the draw that decides it. */
  readonly key: string;
  readonly place: Id;
  readonly attacker: Id;
  readonly defender: Id;
  readonly aim: "falls" | "holds";
  readonly odds: number;
  /** In this model, at these odds: the share of draws that do it. */
  readonly chance: number;
  /** The draw of the seed, and what it made of the battle. */
  readonly drawn: number;
  readonly asDrawn: Result;
  /** The least draw that comes through, whatever is asked. */
  readonly through: number;
}

/** A draw that stands in for the one of the seed, so that the record's control comes about. */
export interface Pin extends Omit<Need, "aim"> {
  /** `presses` and `slows` change no holder in their turn: the better, or the worse, half of all draws. */
  readonly aim: Need["aim"] | "presses" | "slows";
  readonly u: number;
}

/** Everything the record asks of the assaults of a turn; `before` is the world they began from. */
export function needsOf(
  setup: Setup,
  wanted: Wanted,
  before: World,
  events: readonly Event[],
): readonly Need[] {
  const turn = before.turn + 1;
  const weather = events.find((event) => event.kind === "turn-began")?.weather ?? before.weather;
  return events.flatMap((event): Need[] => {
    if (event.kind !== "battle-resolved" || event.link !== null || event.holding) return [];
    const holder = wanted[event.place]?.[turn];
    if (holder === undefined) return [];
    const advanceKm = before.places[event.place]?.advanceKm ?? 0;
    const through = drawThrough(setup, event, { turn, weather, advanceKm });
    return [needOf(turn, event, holder === event.attacker ? "falls" : "holds", through)];
  });
}

function needOf(turn: number, battle: BattleResolved, aim: Need["aim"], through: number): Need {
  const { draw, place, attacker, defender, odds, result: asDrawn } = battle;
  const chance = aim === "falls" ? 1 - through : through;
  const drawn = draw.u;
  return {
    turn,
    key: draw.key,
    place,
    attacker,
    defender,
    aim,
    odds,
    chance,
    drawn,
    asDrawn,
    through,
  };
}

/** Whether a need was met by what a turn came to. */
export function isMet({ place, aim, attacker }: Need, events: readonly Event[]): boolean {
  const taken = events.findLast(
    (event): event is EventOf<"place-taken"> =>
      event.kind === "place-taken" && event.place === place,
  );
  return (taken?.by === attacker) === (aim === "falls");
}

/**
 * The pin of a need: the middle of the outermost draws. Of all draws that do it `tail` is 1; a
 * smaller one is for where ground alone does not decide, and says so in its chance.
 */
export function pinOf(need: Need, tail: number): Pin {
  const chance = need.chance * tail;
  const u = need.aim === "falls" ? 1 - chance / 2 : chance / 2;
  return { ...need, chance, u };
}

/** A pin to the better or the worse half of the draws of a battle; null where the draw is there already. */
export function halfPin(need: Need, aim: "presses" | "slows"): Pin | null {
  const isThere = aim === "presses" ? need.drawn >= HALF : need.drawn < HALF;
  if (isThere) return null;
  // What it does to the holder of its turn must stay as it is.
  const [low, high] = need.aim === "falls" ? [need.through, 1] : [0, need.through];
  const [from, to] = aim === "presses" ? [Math.max(HALF, low), high] : [low, Math.min(HALF, high)];
  return to - from <= 0 ? null : { ...need, aim, chance: to - from, u: (from + to) / 2 };
}

const HALF = 1 / 2;

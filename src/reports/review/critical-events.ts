import type { BattleResolved, EventOf, Id, Setup } from "../../engine/index.ts";
import { holderName, nameOf } from "../names.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";

/** Something that decided more than itself, at a place (or by a contingent), in one turn. */
export interface CriticalEvent {
  readonly turn: ReviewedTurn;
  readonly title: string;
  /** Null for a patron that left. */
  readonly place: Id | null;
  readonly battle: BattleResolved | null;
  readonly contingent: Id | null;
  /** Whether the place changed hands. */
  readonly taken: boolean;
  /** That alone, in a few words; a first assault without it is its title. */
  readonly told: string;
}

/** The rule by which events are chosen, for the reader. */
export const CHOICE =
  "Chosen by rule: the first assault on each place that is worth points, holding attacks apart; each turn in which such a place changed hands; each contingent that left the campaign. What falls together at one place in one turn is one event.";

/** The critical events of a game by that rule, in the order of turns. */
export function criticalEvents({ scenario, turns }: Reviewed): readonly CriticalEvent[] {
  const { setup } = scenario;
  const assaulted = new Set<Id>();
  return turns.flatMap((turn) => {
    const first = turn.events.flatMap((event) =>
      event.kind === "battle-resolved" && isFirst(setup, event, assaulted) ? [event.place] : [],
    );
    for (const place of first) assaulted.add(place);
    const taken = turn.events.flatMap((event) =>
      event.kind === "place-taken" && isWorth(setup, event.place) ? [event] : [],
    );
    const places = [...new Set([...first, ...taken.map(({ place }) => place)])];
    return [
      ...places.map((place) => atPlace(setup, turn, place, first.includes(place))),
      ...turn.events.flatMap((event) =>
        event.kind === "contingent-left" ? [departure(setup, turn, event)] : [],
      ),
    ];
  });
}

function isWorth(setup: Setup, place: Id): boolean {
  return (setup.places[place]?.value ?? 0) > 0;
}

function isFirst(setup: Setup, battle: BattleResolved, before: ReadonlySet<Id>): boolean {
  const { link, holding, place } = battle;
  return link === null && !holding && isWorth(setup, place) && !before.has(place);
}

function atPlace(
  setup: Setup,
  turn: ReviewedTurn,
  place: Id,
  isFirstAssault: boolean,
): CriticalEvent {
  const battle = turn.events.find(
    (event): event is BattleResolved =>
      event.kind === "battle-resolved" && event.place === place && event.link === null,
  );
  const taken = turn.events.findLast(
    (event): event is EventOf<"place-taken"> =>
      event.kind === "place-taken" && event.place === place,
  );
  const name = nameOf(setup, "places", place);
  const falls = taken === undefined ? [] : [`${name} falls to ${holderName(setup, taken.by)}`];
  const words = [...(isFirstAssault ? [`first assault on ${name}`] : []), ...falls];
  const title = words.join("; ");
  return {
    turn,
    title,
    place,
    battle: battle ?? null,
    contingent: null,
    taken: taken !== undefined,
    told: falls[0] ?? title,
  };
}

function departure(
  setup: Setup,
  turn: ReviewedTurn,
  { contingent }: EventOf<"contingent-left">,
): CriticalEvent {
  const title = `${nameOf(setup, "contingents", contingent)} leaves the campaign`;
  return { turn, title, place: null, battle: null, contingent, taken: false, told: title };
}

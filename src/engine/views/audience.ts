import { match, P } from "ts-pattern";
import type { Event } from "../events/types.ts";
import { ownersOf } from "../world/aims.ts";
import type { Id, Objective, Setup } from "../world/setup.ts";

/**
 * The events of a turn that a seat may know: what its own side did, suffered or fought (both sides
 * of a battle see its working), what it was told, and nothing else. White sees everything.
 */
export function eventsFor(setup: Setup, events: readonly Event[], seat: Id): readonly Event[] {
  if (setup.seats[seat]?.role === "white") return events;
  return events.filter((event) => isFor(setup, event, seat)).map((event) => toldTo(event, seat));
}

/** That a track moved may be seen by those who are not told why; an inject does not say who else read it. */
function toldTo(event: Event, seat: Id): Event {
  if (event.kind === "track-moved") return { ...event, because: "" };
  return event.kind === "inject-came" ? { ...event, audience: [seat] } : event;
}

/** 13.2: which of a group of aims was chosen, and so what it scores, is its own seats' secret. */
function knowsScore(setup: Setup, objective: Objective | undefined, seat: Id): boolean {
  if (objective === undefined || !objective.visibleTo.includes(seat)) return false;
  return objective.group === null || ownersOf(setup, objective.group).includes(seat);
}

function isFor(setup: Setup, event: Event, seat: Id): boolean {
  const side = setup.seats[seat]?.side ?? null;
  const isOwn = (formation: Id) => setup.formations[formation]?.side === side;
  return (
    match(event)
      .with({ kind: P.union("turn-began", "game-ended") }, () => true)
      .with(
        { kind: P.union("reported", "order-received", "order-refused") },
        (one) => one.seat === seat,
      )
      .with({ kind: "inject-came" }, (one) => one.audience.includes(seat))
      .with(
        { kind: P.union("sorties-flown", "support-claimed", "wing-rebased", "sorties-scaled") },
        ({ wing }) => {
          const flown = setup.wings[wing];
          return flown?.seat === seat || (side !== null && flown?.side === side);
        },
      )
      // 6.9: who flew a strike claims, and does not know; who was struck does.
      .with({ kind: P.union("air-struck", "column-struck") }, (one) =>
        one.casualties.some((hit) => isOwn(hit.formation)),
      )
      .with({ kind: "kit-destroyed" }, (one) => side !== null && one.holder === side)
      .with({ kind: "rules-set" }, (one) => one.seat === seat)
      .with(
        { kind: "civilians-harmed" },
        (one) => one.seat === seat || (side !== null && one.holder === side),
      )
      .with({ kind: P.union("depot-stocked", "depot-drawn") }, (one) => one.side === side)
      .with({ kind: "civilians-left" }, (one) => one.formations.some(isOwn))
      // 2.10: both sides of a battle are told its working, so that both can argue it.
      .with({ kind: "battle-resolved" }, (one) => one.attacker === side || one.defender === side)
      .with(
        { kind: "place-taken" },
        (one) => side !== null && (one.by === side || one.from === side),
      )
      .with({ kind: "front-moved" }, () => false)
      .with({ kind: "refitted" }, () => false)
      // A patron's tolerance, and what it takes to keep it, are private to its own seat.
      .with(
        { kind: P.union("patron-weighed", "patron-held", "tolerance-shifted") },
        (one) => setup.seats[seat]?.contingents.includes(one.contingent) ?? false,
      )
      .with(
        { kind: P.union("contingent-left", "command-changed") },
        (one) => setup.contingents[one.contingent]?.side === side,
      )
      .with({ kind: "supply-changed" }, (one) => one.side === side)
      .with({ kind: "pool-called" }, (one) => setup.pools[one.pool]?.seat === seat)
      .with(
        { kind: P.union("track-moved", "threshold-passed") },
        (one) => setup.tracks[one.track]?.visibleTo.includes(seat) ?? false,
      )
      .with({ kind: "objective-scored" }, (one) =>
        knowsScore(setup, setup.objectives[one.objective], seat),
      )
      .with({ kind: "scouted" }, (one) => one.formations.some(isOwn))
      .with({ formation: P.string }, (one) => isOwn(one.formation))
      .exhaustive()
  );
}

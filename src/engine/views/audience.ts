import { match, P } from "ts-pattern";
import type { Event } from "../events/types.ts";
import type { Id, Setup } from "../world/setup.ts";

/**
 * The events of a turn that a seat may know: what its own side did, suffered or fought (both sides
 * of a battle see its working), what it was told, and nothing else. White sees everything.
 */
export function eventsFor(setup: Setup, events: readonly Event[], seat: Id): readonly Event[] {
  if (setup.seats[seat]?.role === "white") return events;
  return events.filter((event) => isFor(setup, event, seat)).map(withoutCause);
}

/** That a track moved may be seen by those who are not told what moved it. */
function withoutCause(event: Event): Event {
  return event.kind === "track-moved" ? { ...event, because: "" } : event;
}

function isFor(setup: Setup, event: Event, seat: Id): boolean {
  const side = setup.seats[seat]?.side ?? null;
  const isOwn = (formation: Id) => side !== null && setup.formations[formation]?.side === side;
  return (
    match(event)
      .with({ kind: P.union("turn-began", "game-ended") }, () => true)
      .with(
        { kind: P.union("reported", "order-received", "order-refused") },
        (one) => one.seat === seat,
      )
      .with({ kind: "inject-came" }, (one) => one.audience.includes(seat))
      .with({ kind: P.union("sorties-flown", "wing-rebased") }, ({ wing }) => {
        const flown = setup.wings[wing];
        return flown?.seat === seat || (side !== null && flown?.side === side);
      })
      // Who flew a strike claims, and does not know; who was struck does.
      .with({ kind: "air-struck" }, (one) => one.casualties.some((hit) => isOwn(hit.formation)))
      // 2.10: both sides of a battle are told its working, so that both can argue it.
      .with({ kind: "battle-resolved" }, (one) => one.attacker === side || one.defender === side)
      .with({ kind: "place-taken" }, (one) => one.by === side || one.from === side)
      .with({ kind: "front-moved" }, () => false)
      .with({ kind: "refitted" }, () => false)
      .with(
        { kind: "patron-weighed" },
        (one) => setup.seats[seat]?.contingents.includes(one.contingent) ?? false,
      )
      .with({ kind: "contingent-left" }, (one) => setup.contingents[one.contingent]?.side === side)
      .with({ kind: "pool-called" }, (one) => setup.pools[one.pool]?.seat === seat)
      .with(
        { kind: "track-moved" },
        (one) => setup.tracks[one.track]?.visibleTo.includes(seat) ?? false,
      )
      .with(
        { kind: "objective-scored" },
        (one) => setup.objectives[one.objective]?.visibleTo.includes(seat) ?? false,
      )
      .with({ formation: P.string }, (one) => isOwn(one.formation))
      .exhaustive()
  );
}

import type { FormationState, Id, OwnFormation, View } from "../../engine/player.ts";

const STATUS_ORDER = ["active", "broken", "expected", "left", "lost"];

/**
 * Formations under the seat's command: those in the field first, the larger before the smaller;
 * detachments only while they are somebody.
 */
export function unitsOf({ brief, formations }: View): readonly Id[] {
  const own = Object.keys(brief.formations).filter(
    (id) =>
      brief.formations[id]?.seat === brief.seat &&
      isSomebody(brief.formations[id] as OwnFormation, formations[id] as FormationState),
  );
  const rank = (id: Id) => STATUS_ORDER.indexOf(formations[id]?.status ?? "lost");
  // By men on paper: the list must not change its order as men fall.
  const menOf = (id: Id) => brief.formations[id]?.men ?? 0;
  return own.toSorted((a, b) => rank(a) - rank(b) || menOf(b) - menOf(a) || (a < b ? -1 : 1));
}

/** Whether there is such a formation: not one that has joined another, or was never detached. */
function isSomebody({ men }: OwnFormation, { status }: FormationState): boolean {
  return status !== "joined" && (status !== "expected" || men > 0);
}

/** Wings under the seat's command. */
export function wingsOf({ brief }: View): readonly Id[] {
  return Object.keys(brief.wings).filter((id) => brief.wings[id]?.seat === brief.seat);
}

/** What else the seat decides of: contingents of its own that have a patron, and its pools. */
export function decidedOf({ brief }: View): readonly Id[] {
  const patrons = brief.commands.filter((id) => brief.contingents[id]?.isPatron);
  return [...patrons, ...Object.keys(brief.pools)];
}

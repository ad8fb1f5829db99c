import type { EventOf, Id, Kit, Setup } from "../engine/index.ts";

/** Pieces of one kind that lie in a place and came there together. */
interface Lot {
  readonly kind: Id;
  /** Side they belonged to first; null when that is not known. */
  readonly origin: Id | null;
  /** The last side that captured them, so that a place that goes to and fro counts them once. */
  captor: Id | null;
  pieces: number;
}

/** Kit that lies about, and how much of it each side captured and put into service, by kind. */
export interface KitTally {
  readonly lying: Record<Id, Lot[]>;
  readonly captured: Record<Id, Record<Id, number>>;
  readonly inService: Record<Id, Record<Id, number>>;
}

/** The depots before turn 1, which belong to who holds their place. */
export function startKit(setup: Setup): KitTally {
  const lying: Record<Id, Lot[]> = {};
  for (const [place, { stocks, holder }] of Object.entries(setup.places)) {
    for (const [kind, pieces] of Object.entries(stocks)) {
      if (pieces > 0) (lying[place] ??= []).push({ kind, origin: holder, captor: null, pieces });
    }
  }
  const none = () => Object.fromEntries(Object.keys(setup.sides).map((side) => [side, {}]));
  return { lying, captured: none(), inService: none() };
}

/** Kit left in a place: captured at once when the holder is the other side. */
export function abandonKit(
  setup: Setup,
  tally: KitTally,
  formation: Id,
  holder: Id | null,
  { place, abandoned }: { readonly place: Id; readonly abandoned: Kit },
): void {
  const origin = setup.formations[formation]?.side ?? null;
  for (const kind in abandoned) {
    const pieces = abandoned[kind] as number;
    if (pieces === 0) continue;
    const lot: Lot = { kind, origin, captor: null, pieces };
    (tally.lying[place] ??= []).push(lot);
    if (holder !== null) capture(tally, lot, holder);
  }
}

/** What lies in a place goes to the side that takes it. */
export function changeHands(tally: KitTally, place: Id, to: Id): void {
  for (const lot of tally.lying[place] ?? []) capture(tally, lot, to);
}

function capture({ captured }: KitTally, lot: Lot, by: Id): void {
  if (lot.origin === by || lot.captor === by) return;
  lot.captor = by;
  add(captured, by, lot.kind, lot.pieces);
}

/** Kit put into service, under the kind it was before; what else was found is scrap. */
export function takeKit(setup: Setup, tally: KitTally, event: EventOf<"kit-taken">): void {
  const side = setup.formations[event.formation]?.side;
  // A depot that is still its owner's stays: what was left beside it came later.
  remove((tally.lying[event.place] ?? []).toReversed(), event.found);
  if (side === undefined) return;
  for (const kind in event.kit)
    add(tally.inService, side, kindBefore(setup, kind), event.kit[kind] as number);
}

/** A captured tank is counted as a tank. */
function kindBefore({ parameters: { kit } }: Setup, kind: Id): Id {
  return Object.keys(kit).find((before) => kit[before]?.capturedAs === kind) ?? kind;
}

/** Kit destroyed where it lay: of several lots, those that came first. */
export function destroyKit(tally: KitTally, { place, kit }: EventOf<"kit-destroyed">): void {
  remove(tally.lying[place] ?? [], kit);
}

function remove(lots: readonly Lot[], kit: Kit): void {
  for (const kind in kit) {
    let gone = kit[kind] as number;
    for (const lot of lots) {
      if (lot.kind !== kind) continue;
      const some = Math.min(gone, lot.pieces);
      lot.pieces -= some;
      gone -= some;
    }
  }
}

function add(counts: Record<Id, Record<Id, number>>, side: Id, kind: Id, pieces: number): void {
  const ofSide = (counts[side] ??= {});
  ofSide[kind] = (ofSide[kind] ?? 0) + pieces;
}

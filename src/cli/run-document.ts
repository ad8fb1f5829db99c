import { digestOf, type Event, type Setup, type World, worldDigests } from "../engine/index.ts";
import { startOf } from "../reports/index.ts";

/** One turn of a run as other programs read it. */
export interface TurnDocument {
  readonly turn: number;
  /** Local date, hour and offset, ISO 8601. */
  readonly start: string;
  /** Common digest of the world after the turn. */
  readonly hash: string;
  readonly events: readonly Event[];
}

/** The common digest of a world: what `verify` compares and other runtimes must reproduce. */
export function worldHash(world: World): string {
  return digestOf(worldDigests(world));
}

/** A turn with its digest. */
export function turnDocument(
  { clock }: Setup,
  turn: number,
  events: readonly Event[],
  hash: string,
): TurnDocument {
  return { turn, start: startOf(clock, turn), hash, events };
}

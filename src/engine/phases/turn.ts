import type { Chance } from "../chance/chance.ts";
import type { Event, EventKind, EventOf } from "../events/types.ts";
import type { OrdersBySeat } from "../orders/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Setup } from "../world/setup.ts";
import type { FormationState, World } from "../world/world.ts";

/** What a phase reads: the world as it stands, frozen for the phase, and the turn's events so far. */
export interface Turn {
  readonly setup: Setup;
  readonly world: World;
  /** The turn being played, from 1. */
  readonly number: number;
  readonly night: boolean;
  readonly hours: number;
  readonly block: number;
  readonly chance: Chance;
  readonly orders: OrdersBySeat;
  /** Injects put in by hand. */
  readonly injects: readonly Id[];
  readonly log: readonly Event[];
}

/** One step of adjudication: reads, and says what happened. */
export type Phase = (turn: Turn) => readonly Event[];

/** Events of one kind so far this turn. */
export function logged<K extends EventKind>(turn: Turn, kind: K): readonly EventOf<K>[] {
  return turn.log.filter((event): event is EventOf<K> => event.kind === kind);
}

/** Active formations by the place they stand at, ids in order; only places with any. */
export function standing(turn: Turn): Record<Id, Id[]> {
  const byPlace: Record<Id, Id[]> = {};
  for (const id of idsOf(turn.setup.formations)) {
    const state = stateOf(turn, id);
    if (state.status !== "active" || state.place === null) continue;
    const here = byPlace[state.place];
    if (here === undefined) byPlace[state.place] = [id];
    else here.push(id);
  }
  return byPlace;
}

/** The state of a formation that must exist. */
export function stateOf(turn: Turn, id: Id): FormationState {
  return turn.world.formations[id] as FormationState;
}

/** Side of a formation. */
export function sideOf(turn: Turn, id: Id): Id {
  return (turn.setup.formations[id] as Setup["formations"][Id]).side;
}

/** Men of one side among formations. */
export function menOf(turn: Turn, ids: readonly Id[] | undefined, side: Id): number {
  let men = 0;
  for (const id of ids ?? []) if (sideOf(turn, id) === side) men += stateOf(turn, id).men;
  return men;
}

/** Men of every side but one among formations. */
export function enemyMenOf(turn: Turn, ids: readonly Id[] | undefined, side: Id): number {
  let men = 0;
  for (const id of ids ?? []) if (sideOf(turn, id) !== side) men += stateOf(turn, id).men;
  return men;
}

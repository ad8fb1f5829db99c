import { isNightTurn } from "../world/clock.ts";
import type { Id, Place, Setup } from "../world/setup.ts";
import type { FormationState, World } from "../world/world.ts";
import type { Sight } from "./conditions.ts";
import type { View } from "./types.ts";

/** Answers conditions from the truth; "own" is the given side, or nobody when it is null. */
export function worldSight(setup: Setup, world: World, turn: number, side: Id | null): Sight {
  const menAt = (place: Id, own: boolean) => {
    let men = 0;
    for (const id in world.formations) {
      const state = world.formations[id] as FormationState;
      if (state.status !== "active" || state.place !== place) continue;
      if ((setup.formations[id]?.side === side) === own) men += state.men;
    }
    return men;
  };
  return {
    turn,
    night: isNightTurn(setup.clock, turn),
    holder: (place) => world.places[place]?.holder ?? null,
    value: (place) => setup.places[place]?.value ?? 0,
    left: (contingent) => world.contingents[contingent]?.status === "left",
    active: (formation) => world.formations[formation]?.status === "active",
    placeOf: (formation) => world.formations[formation]?.place ?? null,
    ownMen: (place) => menAt(place, true),
    enemyMen: (place) => menAt(place, false),
    track: (track) => world.tracks[track] ?? 0,
    assaulted: (place) => isFresh(world.places[place]?.assaultedTurn, turn),
  };
}

/** Answers conditions from what one seat knows. */
export function viewSight(view: View): Sight {
  const turn = view.turn + 1;
  return {
    turn,
    night: isNightTurn(view.brief.clock, turn),
    holder: (place) => view.holders[place] ?? null,
    value: (place) => (view.brief.places[place] as Place | undefined)?.value ?? 0,
    left: (contingent) => view.contingents[contingent] === "left",
    active: (formation) => view.formations[formation]?.status === "active",
    placeOf: (formation) => view.formations[formation]?.place ?? null,
    ownMen: (place) => ownMenAt(view, place),
    enemyMen: (place) => enemyMenAt(view, place),
    track: (track) => view.tracks[track] ?? 0,
    assaulted: (place) => isFresh(view.fronts[place]?.assaultedTurn, turn),
  };
}

function isFresh(assaultedTurn: number | undefined, turn: number): boolean {
  return assaultedTurn !== undefined && assaultedTurn > 0 && assaultedTurn >= turn - 1;
}

/** Men of the seat's side at a place. */
export function ownMenAt(view: View, place: Id): number {
  let men = 0;
  for (const id in view.formations) {
    const state = view.formations[id] as FormationState;
    if (state.status === "active" && state.place === place) men += state.men;
  }
  return men;
}

/** Enemy men reported at a place. */
export function enemyMenAt(view: View, place: Id): number {
  let men = 0;
  for (const id in view.contacts) {
    const contact = view.contacts[id];
    if (contact?.place === place) men += contact.men;
  }
  return men;
}

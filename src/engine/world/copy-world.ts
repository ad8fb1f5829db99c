import type { Id } from "./id.ts";
import { idsOf } from "./ids.ts";
import type {
  Contact,
  FormationState,
  Knowledge,
  ObjectiveState,
  PlaceState,
  World,
} from "./world.ts";

/**
 * A copy of a world that shares no object with it. Kind by kind, each with a spread of its own: V8
 * copies records of one shape in one place ten times faster than those of all shapes in one.
 */
export function copyWorld(world: World): World {
  return {
    ...world,
    formations: copyEach(world.formations, copyFormation),
    places: copyEach(world.places, copyPlace),
    contingents: copyEach(world.contingents, (one) => ({ ...one })),
    wings: copyEach(world.wings, (one) => ({ ...one })),
    rulesOfEngagement: copyEach(world.rulesOfEngagement, (one) => ({ ...one })),
    knowledge: copyEach(world.knowledge, copyKnowledge),
    tracks: { ...world.tracks },
    objectives: copyEach(world.objectives, (one) => copyEach(one, copyScore)),
    pools: { ...world.pools },
    injects: { ...world.injects },
    aims: { ...world.aims },
    thresholds: copyEach(world.thresholds, (one) => ({ ...one })),
  };
}

type Records<T> = Readonly<Record<Id, T>>;

function copyEach<T>(all: Records<T>, copy: (one: T) => T): Record<Id, T> {
  const copies: Record<Id, T> = { ...all };
  for (const id of idsOf(all)) copies[id] = copy(all[id] as T);
  return copies;
}

function copyFormation(state: FormationState): FormationState {
  const { kit, task, pending } = state;
  return {
    ...state,
    kit: { ...kit },
    task: { ...task, via: [...task.via] },
    pending: pending === null ? null : { ...pending, via: [...pending.via] },
  };
}

function copyPlace(state: PlaceState): PlaceState {
  return {
    ...state,
    stocks: { ...state.stocks },
    abandoned: copyEach(state.abandoned, (kit) => ({ ...kit })),
  };
}

function copyKnowledge({ contacts, holders }: Knowledge): Knowledge {
  return { contacts: copyEach(contacts, copyContact), holders: { ...holders } };
}

function copyContact(contact: Contact): Contact {
  return { ...contact };
}

function copyScore(score: ObjectiveState): ObjectiveState {
  return { ...score };
}

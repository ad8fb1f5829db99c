import { ECHELONS, type Echelon, type Formation, type Id } from "./setup.ts";
import type { FormationState } from "./world.ts";

/** Ids set aside for what a formation may detach: F-1 to F-k. */
export function childIds(id: Id, detachments: number): readonly Id[] {
  return Array.from({ length: detachments }, (_, at) => `${id}-${at + 1}`);
}

/** The first of them that stands for nobody; null when all do (3.4). */
export function freeChild(
  { detachments }: Pick<Formation, "detachments">,
  id: Id,
  states: Readonly<Record<Id, FormationState>>,
): Id | null {
  const isFree = (child: Id) => {
    const status = states[child]?.status;
    return status === "expected" || status === "joined";
  };
  return childIds(id, detachments).find(isFree) ?? null;
}

/** The formations with those that may be detached from them, off the map and without a man. */
export function withChildren(
  formations: Readonly<Record<Id, Formation>>,
): Readonly<Record<Id, Formation>> {
  const all: Record<Id, Formation> = {};
  for (const id in formations) {
    const parent = formations[id] as Formation;
    childIds(id, parent.detachments).forEach((child, at) => {
      all[child] = childOf(id, parent, at + 1);
    });
  }
  return { ...all, ...formations };
}

function childOf(id: Id, parent: Formation, number: number): Formation {
  return {
    ...parent,
    name: `${parent.name}, detachment ${number}`,
    parent: id,
    hq: false,
    echelon: smallerThan(parent.echelon),
    mobility: parent.mobility === "static" ? "foot" : parent.mobility,
    men: 0,
    kit: {},
    place: null,
    reserve: false,
    detachments: 0,
    knownTo: [],
  };
}

function smallerThan(echelon: Echelon): Echelon {
  return ECHELONS[Math.max(0, ECHELONS.indexOf(echelon) - 1)] as Echelon;
}

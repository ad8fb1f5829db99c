import type { Aims, Id, Problem, Setup } from "../engine/index.ts";
import { type Read, readOf } from "./read.ts";
import { describe, listSome, nearest } from "./text.ts";

/** Objectives named as aims → the choice of each group, or what is wrong with them (13.2). */
export function aimsOf(setup: Setup, objectives: readonly Id[]): Read<Aims> {
  const chosen: Record<Id, Id> = {};
  const problems: Problem[] = [];
  for (const id of objectives) {
    const group = groupOf(setup, id);
    if (group === null) problems.push(unknownAim(setup, id));
    else if ((chosen[group] ?? id) !== id) problems.push(secondAim(id, chosen[group] as Id));
    else chosen[group] = id;
  }
  return readOf(problems, () => chosen);
}

function groupOf({ objectives }: Setup, id: Id): Id | null {
  return Object.hasOwn(objectives, id) ? (objectives[id]?.group ?? null) : null;
}

function unknownAim(setup: Setup, id: Id): Problem {
  const aims = Object.keys(setup.objectives).filter((one) => groupOf(setup, one) !== null);
  const near = nearest(id, aims);
  const message = `found the aim ${describe(id)}, expected an objective of a group of aims`;
  const others = aims.length === 0 ? "this scenario has none" : `there are: ${listSome(aims)}`;
  const hint = near === undefined ? others : `did you mean "${near}"?`;
  return { code: "aim.unknown", path: "/aim", message, hint };
}

function secondAim(id: Id, first: Id): Problem {
  const message = `found the aims ${describe(first)} and ${describe(id)} of one group, expected one`;
  return { code: "aim.twice", path: "/aim", message, hint: "leave one of the two out" };
}

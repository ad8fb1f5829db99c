import type { Problem } from "./problem.ts";
import type { Id, Objective, Setup } from "./setup.ts";

/** Objectives chosen at set-up, by group (13.2). */
export type Aims = Readonly<Record<Id, Id>>;

const groupsOf = new WeakMap<Setup, Readonly<Record<Id, readonly Id[]>>>();

/** The objectives of each group of aims, both in id order; worked out once a setup. */
export function aimGroupsOf(setup: Setup): Readonly<Record<Id, readonly Id[]>> {
  let groups = groupsOf.get(setup);
  if (groups === undefined) groupsOf.set(setup, (groups = findGroups(setup)));
  return groups;
}

function findGroups({ objectives }: Setup): Record<Id, readonly Id[]> {
  const groups: Record<Id, Id[]> = {};
  for (const id of Object.keys(objectives)) {
    const { group } = objectives[id] as Objective;
    if (group !== null) (groups[group] ??= []).push(id);
  }
  const inOrder = Object.keys(groups).toSorted();
  return Object.fromEntries(inOrder.map((group) => [group, groups[group] as Id[]]));
}

/** Whether an objective counts in a game: it is of no group, or the chosen aim of its own. */
export function isPursued(aims: Aims, id: Id, { group }: Objective): boolean {
  return group === null || aims[group] === id;
}

/** Seats that may know which aim of a group was chosen: those whose aims they are. */
export function ownersOf(setup: Setup, group: Id): readonly Id[] {
  const aims = aimGroupsOf(setup)[group] as readonly Id[];
  return [...new Set(aims.flatMap((id) => (setup.objectives[id] as Objective).seats))].toSorted();
}

/** Every choice of an aim that the scenario does not offer; the path is `/aims/GROUP`. */
export function aimProblems(setup: Setup, aims: Aims): Problem[] {
  const groups = aimGroupsOf(setup);
  return Object.entries(aims).flatMap(([group, aim]) => {
    const choices = Object.hasOwn(groups, group) ? (groups[group] as readonly Id[]) : [];
    if (choices.includes(aim)) return [];
    const message = `found the aim "${aim}", expected one of the group "${group}"`;
    const hint =
      choices.length === 0 ? "there is no such group" : `there are: ${choices.join(", ")}`;
    return [{ code: "aim.unknown", path: `/aims/${group}`, message, hint }];
  });
}

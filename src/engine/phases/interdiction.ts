import { settle } from "../chance/arithmetic.ts";
import type { Casualties, ColumnStruck, SortiesFlown } from "../events/types.ts";
import { findLink } from "../world/map.ts";
import type { Id, Wing } from "../world/setup.ts";
import { shareHits } from "./air-hits.ts";
import { lost } from "./lost.ts";
import type { March } from "./march.ts";
import { logged, type Phase, stateOf, type Turn } from "./turn.ts";

const NONE: readonly never[] = [];

/** 6.5: aircraft over a link hit the columns that drove on it in this turn, as men moving in the open. */
export function columnsStruck(turn: Turn, marches: readonly March[]): readonly ColumnStruck[] {
  const flown = logged(turn, "sorties-flown").filter(
    ({ mission, effective }) => mission === "interdict" && effective > 0,
  );
  if (flown.length === 0) return NONE;
  const struck: ColumnStruck[] = [];
  for (const task of flown) {
    const earlier = struck.flatMap((one) => one.casualties);
    struck.push(...strikeColumns(turn, task, marches, earlier));
  }
  return struck;
}

function strikeColumns(
  turn: Turn,
  { wing, target: link, effective }: SortiesFlown,
  marches: readonly March[],
  earlier: readonly Casualties[],
): ColumnStruck[] {
  const { against } = turn.setup.wings[wing] as Wing;
  const units = marches
    .filter((march) => against.includes(march.side) && droveOn(turn, march, link))
    .map(({ id }) => ({ id, state: stateOf(turn, id) }));
  if (units.length === 0) return [];
  const { personnelKills, vehicleKills } = turn.setup.parameters.air;
  const men = turn.chance.draw("interdictMen", turn.number, link, wing);
  const kit = turn.chance.draw("interdictKit", turn.number, link, wing);
  const menHit = settle(effective * personnelKills, men.u);
  const vehiclesHit = settle(effective * vehicleKills, kit.u);
  const casualties = shareHits(turn, units, earlier, menHit, vehiclesHit);
  return [{ kind: "column-struck", wing, link, casualties, draws: [men, kit] }];
}

function droveOn(turn: Turn, march: March, link: Id): boolean {
  let at = march.from;
  for (const next of march.path) {
    if (findLink(turn.setup, at, next)?.link === link) return true;
    at = next;
  }
  if (march.towards === null || findLink(turn.setup, at, march.towards)?.link !== link)
    return false;
  const { towards, kmDone } = stateOf(turn, march.id);
  const before = march.path.length === 0 && towards === march.towards ? kmDone : 0;
  return march.kmDone > before;
}

/** 8.6: a column of which interdiction left no man does not come to fight. */
export const lostOnTheRoad: Phase = (turn) =>
  logged(turn, "column-struck").length === 0 ? NONE : lost(turn);

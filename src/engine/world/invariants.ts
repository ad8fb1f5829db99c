import { sumOf } from "../chance/arithmetic.ts";
import type { Formation, Id, Place, Setup } from "./setup.ts";
import type { FormationState, PlaceState, World } from "./world.ts";

/** Every promise about a World that does not hold, as sentences; empty when all do (`model.md` 8.12). */
export function checkWorld(setup: Setup, world: World): readonly string[] {
  const keys = [
    ...checkKeys("formations", setup.formations, world.formations),
    ...checkKeys("places", setup.places, world.places),
  ];
  // What is not there cannot be looked at.
  if (keys.length > 0) return keys;
  return [
    ...Object.keys(setup.formations).flatMap((id) => checkFormation(setup, world, id)),
    ...Object.keys(setup.contingents).flatMap((id) => checkMen(setup, world, id)),
    ...Object.keys(setup.places).flatMap((id) => checkPlace(setup, world, id)),
  ];
}

function checkKeys(name: string, wanted: object, found: object): string[] {
  const same = Object.keys(wanted).join(" ") === Object.keys(found).join(" ");
  return same ? [] : [`${name} gained, lost or reordered keys`];
}

function checkFormation(setup: Setup, world: World, id: Id): string[] {
  const state = world.formations[id] as FormationState;
  const counts = menOf(state);
  const problems: string[] = [];
  const must = (holds: boolean, what: string) => void (holds || problems.push(`${id}: ${what}`));
  must(
    counts.every((count) => Number.isInteger(count) && count >= 0),
    `men are not whole or negative: ${counts}`,
  );
  must(
    Object.values(state.kit).every((pieces) => Number.isInteger(pieces) && pieces >= 0),
    "kit is not whole or negative",
  );
  must(state.cohesion >= 0 && state.cohesion <= 100, `cohesion ${state.cohesion}`);
  must(state.freshness >= 0 && state.freshness <= 1, `freshness ${state.freshness}`);
  must(state.supplyDays >= 0, `supply ${state.supplyDays}`);
  must(isAway(state) || setup.places[state.place ?? ""] !== undefined, `no place: ${state.place}`);
  must(state.status !== "joined" || state.men === 0, `${state.men} men after it joined another`);
  return problems;
}

/** Men present, killed, wounded, straggling, missing and captured. */
function menOf(state: FormationState): readonly number[] {
  const { men, killed, wounded, stragglers, missing, captured } = state;
  return [men, killed, wounded, stragglers, missing, captured];
}

function isAway({ status }: FormationState): boolean {
  return status === "expected" || status === "joined";
}

/** 3.4, 3.5: men pass from one formation to another, but never out of their contingent. */
function checkMen(setup: Setup, world: World, contingent: Id): string[] {
  let wanted = 0;
  let found = 0;
  for (const id in setup.formations) {
    const formation = setup.formations[id] as Formation;
    if (formation.contingent !== contingent) continue;
    wanted += formation.men;
    found += sumOf(menOf(world.formations[id] as FormationState));
  }
  return found === wanted ? [] : [`${contingent}: men are not conserved: ${found} of ${wanted}`];
}

function checkPlace(setup: Setup, world: World, id: Id): string[] {
  const { advanceKm, holder, stocks, abandoned } = world.places[id] as PlaceState;
  const { depthKm } = setup.places[id] as Place;
  const problems: string[] = [];
  if (advanceKm < 0 || advanceKm > depthKm)
    problems.push(`${id}: advance ${advanceKm} of ${depthKm} km`);
  if (holder !== null && setup.sides[holder] === undefined)
    problems.push(`${id}: held by "${holder}"`);
  if (Object.values(stocks).some((pieces) => pieces < 0)) problems.push(`${id}: negative stocks`);
  if (!isPartOf(stocks, Object.values(abandoned)))
    problems.push(`${id}: more was abandoned than lies there`);
  return problems;
}

function isPartOf(
  stocks: PlaceState["stocks"],
  heaps: readonly Readonly<Record<Id, number>>[],
): boolean {
  return Object.keys(stocks).every((kind) => {
    const pieces = heaps.map((heap) => heap[kind] as number);
    return pieces.every((count) => count >= 0) && sumOf(pieces) <= (stocks[kind] as number);
  });
}

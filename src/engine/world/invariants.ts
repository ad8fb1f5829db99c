import type { Formation, Id, Setup } from "./setup.ts";
import type { FormationState, PlaceState, World } from "./world.ts";

/** Every promise about a World that does not hold, as sentences; empty when all do (`model.md` 8.12). */
export function checkWorld(setup: Setup, world: World): readonly string[] {
  return [
    ...Object.keys(setup.formations).flatMap((id) => checkFormation(setup, world, id)),
    ...Object.keys(setup.places).flatMap((id) => checkPlace(setup, world, id)),
    ...checkKeys("formations", setup.formations, world.formations),
    ...checkKeys("places", setup.places, world.places),
  ];
}

function checkKeys(name: string, wanted: object, found: object): string[] {
  const same = Object.keys(wanted).join(" ") === Object.keys(found).join(" ");
  return same ? [] : [`${name} gained, lost or reordered keys`];
}

function checkFormation(setup: Setup, world: World, id: Id): string[] {
  const state = world.formations[id] as FormationState;
  const { men } = setup.formations[id] as Formation;
  const counts = [
    state.men,
    state.killed,
    state.wounded,
    state.stragglers,
    state.missing,
    state.captured,
  ];
  const problems: string[] = [];
  const must = (holds: boolean, what: string) => void (holds || problems.push(`${id}: ${what}`));
  must(
    counts.every((count) => Number.isInteger(count) && count >= 0),
    `men are not whole or negative: ${counts}`,
  );
  must(
    counts.reduce((sum, count) => sum + count, 0) === men,
    `men are not conserved: ${counts} of ${men}`,
  );
  must(
    Object.values(state.kit).every((pieces) => Number.isInteger(pieces) && pieces >= 0),
    "kit is not whole or negative",
  );
  must(state.cohesion >= 0 && state.cohesion <= 100, `cohesion ${state.cohesion}`);
  must(state.freshness >= 0 && state.freshness <= 1, `freshness ${state.freshness}`);
  must(state.supplyDays >= 0, `supply ${state.supplyDays}`);
  must(
    state.status === "expected" || setup.places[state.place ?? ""] !== undefined,
    `no place: ${state.place}`,
  );
  return problems;
}

function checkPlace(setup: Setup, world: World, id: Id): string[] {
  const { advanceKm, holder, stocks } = world.places[id] as PlaceState;
  const depthKm = setup.places[id]?.depthKm ?? 0;
  const problems: string[] = [];
  if (advanceKm < 0 || advanceKm > depthKm)
    problems.push(`${id}: advance ${advanceKm} of ${depthKm} km`);
  if (holder !== null && setup.sides[holder] === undefined)
    problems.push(`${id}: held by "${holder}"`);
  if (Object.values(stocks).some((pieces) => pieces < 0)) problems.push(`${id}: negative stocks`);
  return problems;
}

import {
  type Contingent,
  type Id,
  type Inject,
  type Link,
  type Neighbour,
  type Objective,
  type Parameters,
  type Patron,
  type Place,
  type Pool,
  type Score,
  type Seat,
  type Setup,
  type Threshold,
  type Track,
  hashId,
} from "../engine/index.ts";
import { compileFormations, compileWing } from "./compile-forces.ts";
import { HASHED_SECTIONS } from "./hash.ts";
import { resolve, setOf, sorted } from "./resolve.ts";
import type { ScenarioFile } from "./schema/scenario.ts";
import { byCodeUnit } from "./text.ts";

type Entry<K extends keyof ScenarioFile> =
  ScenarioFile[K] extends Record<string, infer T> ? T : never;

/**
 * A checked scenario and its parameters → Setup: plain numbers, defaults filled in, every record in
 * code-unit order and every list that is a set sorted, so that the order of the file means nothing.
 */
export function compileScenario(
  file: ScenarioFile,
  parameters: Parameters,
  { turns, hiddenTurns }: Entry<"lengths">,
): Setup {
  const links = sorted(file.links, compileLink);
  const formations = compileFormations(file, parameters);
  return {
    id: file.id,
    title: file.title,
    turns,
    hiddenTurns,
    clock: compileClock(file),
    parameters,
    sides: sorted(file.sides, (side) => resolve(side)),
    seats: sorted(file.seats, compileSeat),
    contingents: sorted(file.contingents, compileContingent),
    places: sorted(file.places, (place) => compilePlace(place, parameters)),
    links,
    formations,
    wings: sorted(file.wings, (wing) => compileWing(wing, file)),
    reinforcements: sorted(file.reinforcements, (each) => ({
      ...resolve(each),
      formations: setOf(each.formations),
    })),
    pools: sorted(file.pools, compilePool),
    objectives: sorted(file.objectives, compileObjective),
    scores: sorted(file.scores, compileScore),
    tracks: sorted(file.tracks, compileTrack),
    injects: sorted(file.injects, compileInject),
    weather: resolve(file.weather),
    surprise: resolve(file.surprise).sort((a, b) => byCodeUnit(a.side, b.side)),
    neighbours: neighboursOf(Object.keys(file.places), links),
    idHashes: hashesOf(file, formations, parameters),
  };
}

function compileClock({ clock }: ScenarioFile): Setup["clock"] {
  const { start, turnHours, dawnHour, duskHour } = clock;
  return { start, startHour: Number(start.slice(11, 13)), turnHours, dawnHour, duskHour };
}

function compileSeat({ name, side, role, contingents, brief }: Entry<"seats">): Seat {
  return { name, side, role, contingents: setOf(contingents), brief };
}

function compileContingent({
  name,
  side,
  commandDelayHours,
  patron,
}: Entry<"contingents">): Contingent {
  const terms = patron === null ? null : compilePatron(patron);
  return { name, side, commandDelayHours: resolve(commandDelayHours), patron: terms };
}

function compilePatron(patron: NonNullable<Entry<"contingents">["patron"]>): Patron {
  return {
    tolerance: resolve(patron.tolerance),
    outerLine: setOf(patron.outerLine),
    exits: setOf(patron.exits),
    stake: patron.stake,
    hosts: setOf(patron.hosts),
    home: patron.home,
    hold: patron.hold,
  };
}

function compilePlace(file: Entry<"places">, parameters: Parameters): Place {
  const place = resolve(file);
  const kind = parameters.placeKinds[place.kind]!;
  return {
    name: place.name,
    label: place.label,
    lat: place.position.lat,
    lon: place.position.lon,
    kind: place.kind,
    terrain: place.terrain,
    depthKm: place.depthKm ?? kind.depthKm,
    frontageMen: place.frontageMen ?? kind.frontageMen,
    minimumGarrison: place.minimumGarrison ?? kind.minimumGarrison,
    value: place.value,
    holder: place.holder,
    works: place.works,
    sectorOf: place.sectorOf,
    overlooks: setOf(place.overlooks),
    civilians: place.civilians ?? 0,
    rulesOfEngagement: place.rulesOfEngagement,
    airbase: place.airbase,
    supplies: setOf(place.supplies),
    stocks: place.stocks,
    depotManDays: place.depotManDays ?? 0,
  };
}

function compileLink({ between, km, surface }: Entry<"links">): Link {
  const [a, b] = setOf(between) as [Id, Id];
  return { a, b, km: resolve(km), surface };
}

function compilePool(file: Entry<"pools">): Pool {
  const { title, seat, at, delayHours, release, price } = resolve(file);
  return { title, seat, formations: setOf(file.formations), at, delayHours, release, price };
}

function compileObjective(file: Entry<"objectives">): Objective {
  const { title, seats, visibleTo, when, scored, points, group } = file;
  return { title, seats: setOf(seats), visibleTo: setOf(visibleTo), when, scored, points, group };
}

function compileTrack({
  title,
  initial,
  minimum,
  maximum,
  visibleTo,
  moves,
  drift,
  thresholds,
}: Entry<"tracks">): Track {
  return {
    title,
    initial,
    minimum,
    maximum,
    visibleTo: setOf(visibleTo),
    moves,
    drift: drift.map(({ when, points }) => ({ when, points })),
    thresholds: sorted(thresholds, compileThreshold),
  };
}

function compileThreshold({
  title,
  atLeast,
  atMost,
  effects,
}: Entry<"tracks">["thresholds"][string]): Threshold {
  return { title, atLeast: atLeast ?? null, atMost: atMost ?? null, effects };
}

function compileScore(score: Entry<"scores">): Score {
  const { title } = score;
  const seats = setOf(score.seats);
  if (score.kind === "residual-power") {
    return { kind: score.kind, title, seats, points: score.points };
  }
  const { kind, contingents, pointsEach } = score;
  return { kind, title, seats, contingents: setOf(contingents), pointsEach };
}

function compileInject(file: Entry<"injects">): Inject {
  const { title, text, audience, when, effects, trainingObjective, expectedResponse } = file;
  return {
    title,
    text,
    audience: setOf(audience),
    when,
    effects,
    trainingObjective,
    expectedResponse,
  };
}

function neighboursOf(
  places: readonly Id[],
  links: Readonly<Record<Id, Link>>,
): Record<Id, readonly Neighbour[]> {
  const found: Record<Id, Neighbour[]> = Object.fromEntries(
    [...places].sort(byCodeUnit).map((id) => [id, []]),
  );
  for (const [link, { a, b, km, surface }] of Object.entries(links)) {
    found[a]!.push({ to: b, link, km, surface });
    found[b]!.push({ to: a, link, km, surface });
  }
  for (const list of Object.values(found))
    list.sort((a, b) => byCodeUnit(a.to, b.to) || byCodeUnit(a.link, b.link));
  return found;
}

function hashesOf(
  file: ScenarioFile,
  formations: Setup["formations"],
  parameters: Parameters,
): Record<Id, number> {
  const ids = HASHED_SECTIONS.flatMap((section) => Object.keys(file[section]));
  const all = setOf([...ids, ...Object.keys(formations), ...Object.keys(parameters.kit)]);
  return Object.fromEntries(all.map((id) => [id, hashId(id)]));
}

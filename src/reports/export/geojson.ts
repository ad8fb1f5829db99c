import type { Id } from "../../engine/index.ts";
import type { Moment, Reviewed } from "../review/reviewed.ts";
import {
  battleFeatures,
  contactFeatures,
  formationFeatures,
  linkFeatures,
  placeFeatures,
  trackFeatures,
  type TurnTold,
} from "./features.ts";
import { boundsOf, type Feature } from "./geo.ts";
import { spanOf } from "./instants.ts";
import { knownAt } from "./known.ts";
import { marchFeatures } from "./marches.ts";

/**
 * A game as GeoJSON (RFC 7946), as far as the reader may know it: links once, and for every turn
 * places, formations, contacts, marches, battles and tracks, each with the hours of the turn as
 * `start` and `end` and its state at the end of them; turn 0 is how it stood before the first.
 */
export function geoJsonOf(reviewed: Reviewed): string {
  const features = [...linkFeatures(reviewed.scenario.setup), ...turnFeatures(reviewed)];
  const bbox = boundsOf(features);
  // One feature a line: readable beside a program, and two games can be compared line by line.
  const lines = features.map((one) => `  ${JSON.stringify(one)}`);
  return [
    '{"type":"FeatureCollection",',
    ...(bbox === null ? [] : [`"bbox":${JSON.stringify(bbox)},`]),
    `"tadmor":${JSON.stringify(gameOf(reviewed))},`,
    '"features":[',
    lines.join(",\n"),
    "]}",
    "",
  ].join("\n");
}

/** What game it is, as a foreign member. */
function gameOf({ scenario, reader, header, turns }: Reviewed): object {
  const { id, title } = scenario.setup;
  const of = { id, title, seat: reader, turns: turns.length };
  if (header === null) return of;
  return { ...of, hash: header.scenario.hash, engine: header.engine, seed: header.seed };
}

function turnFeatures(reviewed: Reviewed): Feature[] {
  const { scenario, reader, start, turns } = reviewed;
  const { clock, seats } = scenario.setup;
  const own: Id | null = reader === null ? null : (seats[reader]?.side ?? null);
  const map = scenario.setup;
  const told = (turn: number, moment: Moment): TurnTold => ({
    turn,
    ...spanOf(clock, turn),
    known: knownAt(reader, moment),
  });
  const standing = (one: TurnTold) => [
    ...placeFeatures(map, one),
    ...formationFeatures(map, one),
    ...contactFeatures(map, own, one),
    ...trackFeatures(map, one),
  ];
  let before = told(0, start);
  const features = standing(before);
  for (const moment of turns) {
    const one = told(moment.turn, moment);
    features.push(
      ...standing(one),
      ...marchFeatures(map, one, before.known, moment.events),
      ...battleFeatures(map, one, moment.events),
    );
    before = one;
  }
  return features;
}

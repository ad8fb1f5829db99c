/** Orders to ask about: of every kind, for every unit there is, one's own or not. */
import {
  countOf,
  destinationOf,
  type Id,
  type Order,
  type Setup,
} from "../../../src/engine/index.ts";
import { AIR_VERBS, FORMATION_VERBS, type View } from "../../../src/engine/player.ts";
import type { CourseOfAction } from "../../../src/policies/course-of-action.ts";

/** Every verb for every formation, wing, contingent and place of a setup, each somewhere. */
export function everyOrder(setup: Setup): readonly Order[] {
  const places = Object.keys(setup.places);
  return [
    ...Object.keys(setup.formations).flatMap((unit, at) => marchesOf(setup, unit, at)),
    ...Object.keys(setup.wings).flatMap((unit, at) =>
      AIR_VERBS.map((verb): Order => {
        const to = verb === "interdict" ? keyAt(setup.links, at) : keyAt(setup.places, at);
        return { unit, verb, to, sorties: verb === "rebase" ? 0 : 2 };
      }),
    ),
    ...Object.keys(setup.contingents).flatMap((unit): Order[] => [
      { unit, verb: "hold", to: null },
      { unit, verb: "release", to: null },
    ]),
    // Asked by name, whether there is such a pool or not.
    ...["veterans", ...Object.keys(setup.pools)].map(
      (unit): Order => ({ unit, verb: "call", to: null }),
    ),
    ...places.map((unit): Order => ({ unit, verb: "roe", to: "restricted" })),
  ];
}

function marchesOf(setup: Setup, unit: Id, at: number): readonly Order[] {
  return FORMATION_VERBS.map((verb, step): Order => {
    const kind = destinationOf(verb);
    const names = verb === "join" ? setup.formations : setup.places;
    const to = kind === "none" ? null : keyAt(names, at + step);
    return { unit, verb, to, via: [], count: countOf(verb) === "none" ? 0 : 1 };
  });
}

function keyAt(all: object, at: number): Id {
  const ids = Object.keys(all);
  return ids[at % ids.length] ?? "";
}

/** A course of action that asks of everything a condition can ask, about what a view can name. */
export function inquisitive(view: View, setup: Setup): CourseOfAction {
  const places = Object.keys(setup.places);
  const [unit = ""] = Object.keys(view.formations);
  const [side = ""] = Object.keys(setup.sides);
  const conditions = places.flatMap((place) => [
    { enemy: { place, menAtLeast: 200 } },
    { ratio: { place, atLeast: 1 } },
    { under: { place } },
    { held: { place, by: side } },
    { reported: { place, withinTurns: 1 } },
    { men: { place, atMost: 400 } },
    { lostShare: { places, by: side, atLeast: 0.5 } },
  ]);
  const named = [
    ...Object.keys(setup.contingents).flatMap((contingent) => [
      { left: contingent },
      { broken: { contingent, atLeast: 0.3 } },
    ]),
    ...Object.keys(setup.tracks).map((track) => ({ track: { track, atLeast: 60 } })),
    ...Object.keys(setup.formations).map((active) => ({ active })),
  ];
  const rules = [...conditions, ...named].map((when, at) => ({
    when,
    orders: [{ unit, verb: "move" as const, to: places[at % places.length]!, via: [], count: 0 }],
  }));
  const title = { id: "asker", title: "Asks", intent: "To see." };
  // The last that holds decides: a rule of its own for each, from the back.
  return { ...title, seat: view.brief.seat, rules };
}

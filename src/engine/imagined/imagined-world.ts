import { copyOf } from "../world/copy.ts";
import { startWorld } from "../world/start.ts";
import type { Id, Setup } from "../world/setup.ts";
import type { Contact, Knowledge, World } from "../world/world.ts";
import type { View } from "../views/types.ts";

/**
 * The moment of a view in the game that is imagined from it. The enemy is taken to know where one's
 * own formations stand: nobody plans on not being seen.
 */
export function imaginedWorld(view: View, setup: Setup): World {
  const start = startWorld(setup);
  return {
    ...start,
    turn: view.turn,
    over: view.over,
    weather: view.weather,
    formations: { ...start.formations, ...copyOf(view.formations) },
    wings: { ...start.wings, ...copyOf(view.wings) },
    places: placesOf(view, start),
    contingents: contingentsOf(view, start),
    rulesOfEngagement: flownBy(view, start),
    knowledge: knowledgeOf(view, setup, start),
    pools: { ...start.pools, ...view.pools },
  };
}

function placesOf(view: View, start: World): World["places"] {
  const { side } = view.brief;
  const places = Object.entries(start.places).map(([id, place]) => {
    const front = view.fronts[id];
    if (front === undefined) return [id, place] as const;
    const assaultedBy = place.holder === side ? otherSide(view) : side;
    return [id, { ...place, ...front, assaultedBy }] as const;
  });
  return Object.fromEntries(places);
}

function otherSide({ brief }: View): Id | null {
  return Object.keys(brief.sides).find((side) => side !== brief.side) ?? null;
}

function contingentsOf(view: View, start: World): World["contingents"] {
  const standing = Object.entries(start.contingents).map(([id, state]) => {
    const status = view.contingents[id] ?? state.status;
    return [id, { ...state, status }] as const;
  });
  return Object.fromEntries(standing);
}

function flownBy(view: View, start: World): World["rulesOfEngagement"] {
  const { seat } = view.brief;
  if (start.rulesOfEngagement[seat] === undefined) return start.rulesOfEngagement;
  const own = { ...start.rulesOfEngagement[seat], ...view.rulesOfEngagement };
  return { ...start.rulesOfEngagement, [seat]: own };
}

function knowledgeOf(view: View, setup: Setup, start: World): World["knowledge"] {
  const { side } = view.brief;
  const known = Object.entries(start.knowledge).map(([seat, { contacts }]): [Id, Knowledge] => {
    const isOwn = setup.seats[seat]?.side === side;
    const told = isOwn ? view.contacts : allSeen(view, setup, contacts);
    return [seat, { contacts: { ...contacts, ...copyOf(told) }, holders: { ...view.holders } }];
  });
  return Object.fromEntries(known);
}

function allSeen(
  view: View,
  setup: Setup,
  contacts: Knowledge["contacts"],
): Readonly<Record<Id, Contact>> {
  const seen = Object.keys(contacts).flatMap((id): [Id, Contact][] => {
    const state = view.formations[id];
    if (state === undefined || setup.formations[id] === undefined) return [];
    return [[id, { place: state.place, men: state.men, turn: view.turn, moving: false }]];
  });
  return Object.fromEntries(seen);
}

/**
 * What a seat cannot see, each kind of it changed in a copy of a whole game: in every world from the
 * start on, in what happened out of its sight, in what others asked, and in the scenario.
 */
import { type Event, eventsFor, type Id, observe } from "../../../src/engine/index.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";
import type { WholeGame } from "./game.ts";

type Loose<T> = { -readonly [K in keyof T]: Loose<T[K]> };
/** A game that may be written to. */
export type Draft = Loose<WholeGame>;

/** A seat whose knowledge stays as it is, and whom it has never heard of. */
export interface Unaware {
  readonly seat: Id;
  readonly side: Id | null;
  readonly pick: Pick;
  /** Formations of others that no report and no event has told it of. */
  readonly unmet: readonly Id[];
  /** Whether it was told of something by this name. */
  readonly isHeard: (id: Id) => boolean;
}

/** Writes one kind of secret anew. */
export type Secret = (draft: Draft, unaware: Unaware) => void;

const known = new WeakMap<WholeGame, Readonly<Record<Id, Omit<Unaware, "pick">>>>();

/** What a seat of a game is unaware of; worked out once a game and seat. */
export function unawareIn(game: WholeGame, seat: Id): Omit<Unaware, "pick"> {
  const found = known.get(game)?.[seat] ?? unawarenessIn(game, seat);
  known.set(game, { ...known.get(game), [seat]: found });
  return found;
}

function unawarenessIn({ setup, start, past }: WholeGame, seat: Id): Omit<Unaware, "pick"> {
  const side = setup.seats[seat]?.side ?? null;
  const heard = new Set<string>();
  for (const world of [start, ...past.map((turn) => turn.world)])
    for (const id of Object.keys(observe(setup, world, seat).contacts)) heard.add(id);
  for (const { events } of past) collect(eventsFor(setup, events, seat), heard);
  const unmet = Object.keys(setup.formations).filter(
    (id) => setup.formations[id]?.side !== side && !heard.has(id),
  );
  return { seat, side, unmet, isHeard: (id) => heard.has(id) };
}

function collect(data: unknown, said: Set<string>): void {
  if (typeof data === "string") said.add(data);
  if (typeof data !== "object" || data === null) return;
  for (const part of Object.values(data)) collect(part, said);
}

type DraftWorld = Draft["start"];

function worlds(change: (world: DraftWorld, draft: Draft, unaware: Unaware) => void): Secret {
  return (draft, unaware) => {
    for (const world of [draft.start, ...draft.past.map((turn) => turn.world)])
      change(world, draft, unaware);
  };
}

/** Every formation that is not of the seat's side, as it stands. */
function others(change: (state: DraftWorld["formations"][Id], at: number) => void): Secret {
  return worlds((world, { setup }, { side }) => {
    Object.keys(world.formations).forEach((id, at) => {
      if (setup.formations[id]?.side !== side) change(world.formations[id]!, at);
    });
  });
}

const each = <T>(all: Readonly<Record<Id, T>>, change: (one: T, id: Id) => void): void => {
  for (const [id, one] of Object.entries(all)) change(one, id);
};

/** Secrets of how things stand. */
const OF_WORLDS: Readonly<Record<string, Secret>> = {
  "others' men": others((state, at) => {
    // Not all by the same share: who is strongest is a secret too.
    const fallen = Math.floor(state.men * (at % 2 === 0 ? 0.9 : 0.1));
    Object.assign(state, { killed: state.killed + fallen, men: state.men - fallen });
  }),
  "others' cohesion and freshness": others((state) => {
    Object.assign(state, { cohesion: 11, freshness: 0.6 });
  }),
  "others' supply, works and quiet": others((state) => {
    Object.assign(state, { supplyDays: 0.1, works: "fortified", quietHours: 99, marched: true });
  }),
  "where others stand": worlds((world, { setup }, { side, pick }) => {
    const places = Object.keys(world.places);
    each(world.formations, (state, id) => {
      if (setup.formations[id]?.side === side) return;
      if (state.place !== null) state.place = places[pick(places.length)]!;
    });
  }),
  "whether others have broken": others((state) => {
    Object.assign(state, { status: "broken", rallyTurn: 7 });
  }),
  "others' kit": others((state) => void (state.kit["tank"] = 77)),
  "others' tasks and orders on their way": others((state, at) => {
    const order = { verb: "assault", to: "dogwood", via: [], count: 0 } as const;
    Object.assign(state, { task: order, pendingTurn: 5, reserve: at % 2 === 0 });
    state.pending = { unit: "f1", ...order, via: ["elm"] };
  }),
  "what others know": worlds(({ knowledge, places }, _, { seat }) => {
    each(knowledge, ({ contacts, holders }, one) => {
      if (one === seat) return;
      each(contacts, (contact) => Object.assign(contact, { place: "fir", men: 10, turn: 1 }));
      for (const place of Object.keys(places)) holders[place] = null;
    });
  }),
  "others' aircraft": worlds((world, { setup }, { side, seat }) => {
    each(world.wings, (state, id) => {
      const wing = setup.wings[id];
      if (wing?.seat === seat || (side !== null && wing?.side === side)) return;
      Object.assign(state, { aircraft: 1, base: null, readyTurn: 9, factor: 0.3 });
    });
  }),
  "whether others' contingents stay, and what holds any": worlds((world, { setup }, { side }) => {
    each(world.contingents, (state, id) => {
      Object.assign(state, { held: 2, toleranceShift: 1.5, commandTurn: 3 });
      if (setup.contingents[id]?.side !== side)
        Object.assign(state, { status: "leaving", leavesTurn: 9 });
    });
  }),
  "what lies in depots and who holds, took or blew up a place": worlds((world, { setup }) => {
    const sides = Object.keys(setup.sides);
    each(world.places, (state) => {
      state.stocks["tank"] = 31;
      state.abandonedTurn = 2;
      Object.assign(state, { takenTurn: 3, demolishedTurn: 2, assaultMen: 999 });
      state.holder = sides.find((side) => side !== state.holder) ?? null;
    });
  }),
  "people, depots and fronts at places of others": worlds((world, _, { side, seat }) => {
    each(world.places, (state, id) => {
      if (side !== null && world.knowledge[seat]?.holders[id] === side) return;
      Object.assign(state, { civilians: 12_345, depotManDays: 777 });
      if (side !== null && state.assaultedBy === side) return;
      const front = { advanceKm: 0.5, firstAssaultTurn: 2, assaultedTurn: 3 };
      Object.assign(state, front, { assaultedBy: null });
    });
  }),
  "tracks out of sight, and thresholds that were passed": worlds((world, { setup }, { seat }) => {
    for (const id of Object.keys(world.tracks))
      if (!setup.tracks[id]?.visibleTo.includes(seat)) world.tracks[id] = 99;
    each(world.thresholds, (passed) => {
      for (const id of Object.keys(passed)) passed[id] = 4;
    });
  }),
  "points, injects, others' pools, aims and rules of engagement": worlds(
    (world, { setup }, { seat }) => {
      each(world.objectives, (by) => each(by, (one) => Object.assign(one, { scored: 5, turn: 2 })));
      for (const id of Object.keys(world.injects)) world.injects[id] = 2;
      for (const id of Object.keys(world.pools))
        if (setup.pools[id]?.seat !== seat) world.pools[id] = 3;
      for (const group of Object.keys(world.aims))
        if (!isOwnAim(setup, group, seat)) world.aims[group] = "another";
      each(world.rulesOfEngagement, (rules, one) => {
        if (one !== seat) for (const place of Object.keys(rules)) rules[place] = "forbidden";
      });
    },
  ),
};

function isOwnAim({ objectives }: Draft["setup"], group: Id, seat: Id): boolean {
  return Object.values(objectives).some((one) => one.group === group && one.seats.includes(seat));
}

/** Secrets of what happened. */
const OF_EVENTS: Readonly<Record<string, Secret>> = {
  "what happened out of its sight, and in which order": (draft, { seat, pick }) => {
    const isHidden = (event: Event) =>
      eventsFor(draft.setup as WholeGame["setup"], [event], seat).length === 0;
    const hidden = draft.past.flatMap(({ events }) => (events as Event[]).filter(isHidden));
    for (const turn of draft.past) {
      const told = (turn.events as Event[]).filter((event) => !isHidden(event));
      for (const event of hidden.filter(() => pick(3) === 0))
        told.splice(pick(told.length + 1), 0, event);
      Object.assign(turn, { events: told });
    }
  },
  "injects that are read to others": (draft, { seat }) => {
    const audience = Object.keys(draft.setup.seats).filter((one) => one !== seat);
    const inject = {
      kind: "inject-came",
      inject: null,
      title: "Rain",
      text: "It rains.",
      audience,
    };
    for (const turn of draft.past) turn.events.unshift(inject as Loose<Event>);
  },
  "who else an inject is read to": (draft, { seat }) => {
    for (const { events } of draft.past)
      for (const event of events)
        if (event.kind === "inject-came" && event.audience.includes(seat))
          event.audience = Object.keys(draft.setup.seats).toReversed();
  },
};

/** Every secret of worlds and events. */
export const SECRETS_IN_PLAY: Readonly<Record<string, Secret>> = { ...OF_WORLDS, ...OF_EVENTS };

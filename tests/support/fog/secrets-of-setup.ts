/** Secrets that stand in the scenario and in what White and others wrote. */
import type { Id } from "../../../src/engine/index.ts";
import type { Draft, Secret, Unaware } from "./secrets.ts";

type DraftSetup = Draft["setup"];

function setups(change: (setup: DraftSetup, unaware: Unaware, draft: Draft) => void): Secret {
  return (draft, unaware) => change(draft.setup, unaware, draft);
}

const each = <T>(all: Readonly<Record<Id, T>>, change: (one: T, id: Id) => void): void => {
  for (const [id, one] of Object.entries(all)) change(one, id);
};

/** Secrets of the scenario. */
const OF_SETUP: Readonly<Record<string, Secret>> = {
  "what a patron puts up with and counts": setups(({ contingents, places }) => {
    const [stake = ""] = Object.keys(places);
    each(contingents, ({ patron }) => {
      if (patron !== null)
        Object.assign(patron, { tolerance: 0.9, outerLine: [stake], stake, hosts: [], exits: [] });
    });
  }),
  "aims out of sight": setups(({ objectives }, { seat }) => {
    each(objectives, (one) => {
      if (one.visibleTo.includes(seat)) return;
      Object.assign(one, { title: "Another aim", points: 77, when: { always: true } });
    });
  }),
  "what others score for": setups(({ scores }, { seat }) => {
    each(scores, (score) => {
      if (!score.seats.includes(seat)) Object.assign(score, { title: "Other", points: 55 });
    });
  }),
  "others' order of battle": setups(({ formations }, { side, isHeard }) => {
    each(formations, (one, id) => {
      if (one.side === side) return;
      Object.assign(one, { men: one.men + 500, quality: 1.9, class: "elite", knownTo: [] });
      Object.assign(one, { mobility: "foot", hq: true, echelon: "division", detachments: 2 });
      Object.assign(one, { branch: "x", sidc: "1".repeat(20), kit: { tank: 9 }, cohesion: 9 });
      if (!isHeard(id)) one.name = "Another";
    });
  }),
  "a formation it never heard of by another id": (draft, unaware) => {
    const [id, name] = [unmetOf(unaware), NAMES[unaware.pick(NAMES.length)]!];
    if (id === null || Object.hasOwn(draft.setup.idHashes, name)) return;
    const told = JSON.stringify([draft.setup, draft.start, draft.past]);
    const [setup, start, past] = JSON.parse(told.replaceAll(`"${id}"`, `"${name}"`));
    Object.assign(draft, { setup, start, past });
  },
  "a formation it never heard of, which is not there": (draft, unaware) => {
    const id = unmetOf(unaware);
    if (id === null) return;
    const { setup, start, past } = draft;
    delete setup.formations[id];
    delete setup.idHashes[id];
    each({ ...setup.pools, ...setup.reinforcements }, (one) => {
      one.formations = one.formations.filter((formation) => formation !== id);
    });
    for (const { formations, knowledge } of [start, ...past.map(({ world }) => world)]) {
      delete formations[id];
      each(knowledge, ({ contacts }) => void delete contacts[id]);
    }
  },
  "one more formation": ({ setup, start, past }, { side, seat }) => {
    const [id, one] =
      Object.entries(setup.formations).find(([, { side: of }]) => of !== side) ?? [];
    if (id === undefined || one === undefined) return;
    setup.formations["zulu"] = { ...structuredClone(one), name: "Ghosts", knownTo: [] };
    for (const world of [start, ...past.map((turn) => turn.world)]) {
      world.formations["zulu"] = structuredClone(world.formations[id]!);
      each(world.knowledge, ({ contacts }, by) => {
        if (setup.seats[by]?.side === one.side) return;
        const seen = { place: "cedar", men: 320, turn: 1, moving: true };
        const unseen = { place: null, men: 0, turn: 0, moving: false };
        contacts["zulu"] = by === seat ? unseen : seen;
      });
    }
  },
  "what others knew of one's own before the game": setups(({ formations }, { side, seat }) => {
    each(formations, (one) => {
      if (one.side === side) one.knownTo = one.knownTo.length > 0 ? [] : [seat, "red", "blue"];
    });
  }),
  "how places were held, dug in, supplied and stocked": setups(({ places, sides }) => {
    const [holder = null] = Object.keys(sides);
    each(places, (one) => {
      Object.assign(one, { works: "fortified", stocks: { gun: 9 }, depotManDays: 99, holder });
      Object.assign(one, { supplies: [], rulesOfEngagement: "forbidden" });
    });
  }),
  "reinforcements, others' pools, and when one's own are released": setups((setup, { seat }) => {
    setup.reinforcements = {};
    for (const [id, pool] of Object.entries(setup.pools))
      if (pool.seat === seat) pool.release = { always: true };
      else delete setup.pools[id];
  }),
  "the surprise that others bring, and the weather's odds": setups((setup, { side }) => {
    setup.surprise = setup.surprise.filter((one) => one.side === side);
    setup.weather = { clear: 1 };
  }),
  "tracks out of sight, and what moves any": setups(({ tracks }, { seat, isHeard }) => {
    each(tracks, (one, id) => {
      Object.assign(one, { moves: [], drift: [] });
      each(one.thresholds, (threshold) => void (threshold.effects = []));
      if (one.visibleTo.includes(seat)) return;
      Object.assign(one, { initial: 9, thresholds: {} });
      // Who paid a price on it was told what it is called.
      if (!isHeard(id)) one.title = "Another";
    });
  }),
  "White's list of injects": setups(({ injects, seats }) => {
    const audience = Object.keys(seats);
    const nothing = { when: null, effects: [], trainingObjective: null, expectedResponse: "None." };
    each(injects, (one) => Object.assign(one, nothing, { title: "Other", text: "Other." }));
    injects["rain-of-frogs"] = { title: "Frogs", text: "It rains frogs.", audience, ...nothing };
  }),
  "others' briefs": setups(({ seats }, { seat }) => {
    each(seats, (one, id) => {
      if (id !== seat) one.brief = "Something else.";
    });
  }),
  "others' wings": setups(({ wings }, { side, seat, isHeard }) => {
    each(wings, (one, id) => {
      if (one.seat === seat || (side !== null && one.side === side)) return;
      Object.assign(one, { aircraft: 99, sortiesPerAircraftPerDay: 9, missions: [], base: null });
      if (!isHeard(id)) one.name = "Another wing";
    });
  }),
  "how long others' orders take": setups(({ contingents }, { side }) => {
    each(contingents, (one) => {
      if (one.side !== side) one.commandDelayHours = 48;
    });
  }),
  "White's book": ({ file }) => {
    const nothing = { trainingObjectives: {}, exercise: null, injects: {}, measures: {} };
    Object.assign(file, nothing, { targets: {}, levers: {}, seats: {}, historical: {} });
  },
};

/** Secrets of what was asked and written at the table. */
const OF_TABLE: Readonly<Record<string, Secret>> = {
  "others' orders": ({ asked }, { seat }) => {
    for (const { orders } of asked)
      for (const one of Object.keys(orders)) if (one !== seat) orders[one] = ["f1 assault dogwood"];
  },
  "in which order seats sealed": ({ asked }) => {
    for (const one of asked)
      one.orders = Object.fromEntries(Object.entries(one.orders).toReversed());
  },
  "White's rulings, injects to others, and remarks of others": ({ asked, setup }, { seat }) => {
    const audience = Object.keys(setup.seats).filter((one) => one !== seat);
    for (const one of asked) {
      one.rulings.push({ kind: "battle", locus: "cedar", outcome: 9, reason: "Because." });
      one.injects.push({ title: "Rain", text: "It rains.", audience, effects: [] });
      for (const by of [...audience, null]) one.notes.push({ text: "Secret.", seat: by });
    }
  },
  "the seed of the dice": ({ header }) => {
    Object.assign(header, { seed: "another", reseeds: [{ fromTurn: 2, seed: "more" }] });
  },
  "which policies play the other seats": ({ header }) => {
    for (const [seat, player] of Object.entries(header.players))
      if (player !== "person") header.players[seat] = "random-legal";
  },
  "digests of the scenario": ({ header }) => {
    const hash = "f".repeat(64);
    header.scenario.hash = hash;
    header.parameters.hash = hash;
  },
};

/** Ids that are other things' names too, and one that is not. */
const NAMES = ["ghosts", "elite", "assault", "road", "men", "place", "urban", "hasty"];

function unmetOf({ unmet, pick }: Unaware): Id | null {
  return unmet[pick(unmet.length)] ?? null;
}

/** Every secret of the scenario and of the table, by what it is. */
export const SECRETS_IN_WRITING: Readonly<Record<string, Secret>> = { ...OF_SETUP, ...OF_TABLE };

/** `model.md` 8.12, 1 and 17: every man and every piece is accounted for, event by event. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  apply,
  canonicalJson,
  type Event,
  type Id,
  type Kit,
  type Setup,
  startWorld,
  type World,
} from "../../src/engine/index.ts";
import { playRandom, randomGame } from "../support/random-game.ts";
import { ERC } from "../support/tiny-setup.ts";

const RUNS = { numRuns: 50 };
const TURNS = 7;

/**
 * What a count of a world does at each event that says otherwise than it is, as sentences: `count`
 * before and after the event, and by how much it says that it changes.
 */
function miscounts(
  setup: Setup,
  turns: readonly (readonly Event[])[],
  count: (world: World) => Counts,
  said: (event: Event) => Counts,
): string[] {
  const world = structuredClone(startWorld(setup));
  let was = count(world);
  return turns.flat().flatMap((event) => {
    const change = said(event);
    apply(world, event);
    const is = count(world);
    const wrong = Object.keys({ ...was, ...is, ...change }).flatMap((key) => {
      const [before, after, by] = [was[key] ?? 0, is[key] ?? 0, change[key] ?? 0];
      const right = after === before + by && after >= 0;
      return right ? [] : [`${event.kind}: ${key} ${before} ${by} ${after}`];
    });
    was = is;
    return wrong;
  });
}

type Counts = Readonly<Record<string, number>>;

test("the events alone, read back from JSON and applied to the start, make the world of every turn", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { events, worlds } = playRandom(setup, seed, TURNS);
      const world = structuredClone(startWorld(setup));
      (JSON.parse(JSON.stringify(events)) as Event[][]).forEach((turn, at) => {
        for (const event of turn) apply(world, event);
        expect(canonicalJson(world)).toBe(canonicalJson(worlds[at]));
      });
    }),
    { numRuns: 25 },
  );
});

const FATES = ["men", "killed", "wounded", "stragglers", "missing", "captured"] as const;

function allMen(world: World): Counts {
  const counts: Record<string, number> = {};
  for (const [id, state] of Object.entries(world.formations))
    for (const fate of FATES) counts[`${fate} ${id}`] = state[fate];
  return counts;
}

/** By how much an event says that the counts of formations change. */
function menTold(event: Event): Counts {
  switch (event.kind) {
    case "battle-resolved":
    case "air-struck":
    case "column-struck":
      return Object.fromEntries(
        event.casualties.flatMap(({ formation, killed, wounded }) => [
          [`men ${formation}`, -killed - wounded],
          [`killed ${formation}`, killed],
          [`wounded ${formation}`, wounded],
        ]),
      );
    case "formation-broke": {
      const { formation, missing, stragglers } = event;
      return {
        [`men ${formation}`]: -missing - stragglers,
        [`missing ${formation}`]: missing,
        [`stragglers ${formation}`]: stragglers,
      };
    }
    case "surrendered":
      return {
        [`men ${event.formation}`]: -event.captured,
        [`captured ${event.formation}`]: event.captured,
      };
    case "rallied":
      return {
        [`men ${event.formation}`]: event.stragglers,
        [`stragglers ${event.formation}`]: -event.stragglers,
      };
    case "stragglers-missing":
      return {
        [`stragglers ${event.formation}`]: -event.men,
        [`missing ${event.formation}`]: event.men,
      };
    case "detached":
      return { [`men ${event.formation}`]: -event.men, [`men ${event.child}`]: event.men };
    case "joined":
      return { [`men ${event.formation}`]: -event.men, [`men ${event.into}`]: event.men };
    default:
      return {};
  }
}

test("men change their lot only as an event says, one count for another, and none is counted twice", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { events } = playRandom(setup, seed, TURNS);
      expect(miscounts(setup, events, allMen, menTold)).toEqual([]);
      for (const event of events.flat()) {
        const balance = Object.values(menTold(event)).reduce((sum, change) => sum + change, 0);
        expect(balance + 0, event.kind).toBe(0);
      }
    }),
    RUNS,
  );
});

/** The kind a piece was made as: a captured tank is a tank that was there before (11.9). */
const MADE_AS: Readonly<Record<Id, Id>> = Object.fromEntries(
  Object.entries(ERC.kit).flatMap(([kind, { capturedAs }]) =>
    capturedAs === null ? [] : [[capturedAs, kind]],
  ),
);

/** Pieces by the kind they were made as. */
function pieces(...kits: readonly Kit[]): Counts {
  const sum: Record<Id, number> = {};
  for (const kit of kits)
    for (const [kind, count] of Object.entries(kit)) {
      const made = MADE_AS[kind] ?? kind;
      sum[made] = (sum[made] ?? 0) + count;
    }
  return sum;
}

function allPieces(world: World): Counts {
  const held = Object.values(world.formations).map(({ kit }) => kit);
  const lying = Object.values(world.places).map(({ stocks }) => stocks);
  return pieces(...held, ...lying);
}

/** Pieces that an event says are gone for good, as changes below 0. */
function destroyed(event: Event): Counts {
  switch (event.kind) {
    case "battle-resolved":
    case "air-struck":
    case "column-struck":
      return less(pieces(...event.casualties.map(({ kit }) => kit)));
    case "kit-destroyed":
      return less(pieces(event.kit));
    case "kit-taken":
      // Of what is found a part serves again; the rest is scrap.
      return less(pieces(event.found), pieces(event.kit));
    default:
      return {};
  }
}

/** What is kept of some pieces, less all of them. */
function less(all: Counts, kept: Counts = {}): Counts {
  return Object.fromEntries(
    Object.entries(all).map(([kind, count]) => [kind, (kept[kind] ?? 0) - count]),
  );
}

test("kit changes hands, lies about or is destroyed as an event says, and none is made or lost besides", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { events } = playRandom(setup, seed, TURNS);
      expect(miscounts(setup, events, allPieces, destroyed)).toEqual([]);
      for (const event of events.flat())
        if (event.kind === "kit-taken" || event.kind === "kit-destroyed")
          for (const count of Object.values(event.kit)) expect(count).toBeGreaterThanOrEqual(0);
    }),
    RUNS,
  );
});

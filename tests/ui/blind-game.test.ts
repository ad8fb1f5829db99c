import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { portsOf } from "../../src/cli/ports.ts";
import { createArchive } from "../../src/edge/archive.ts";
import { loadScenario } from "../../src/edge/load.ts";
import { talkThrough } from "../../src/ui/plain/run.ts";
import type { Ports } from "../../src/ui/ports.ts";
import { type Effect, startState } from "../../src/ui/state.ts";
import { tadmorHere } from "../support/cli.ts";

/** Somebody who knows nothing but what is said: each line typed is answered with a text. */
type Officer = Generator<string, void, string>;

let saves: string;
let ports: Ports;

beforeEach(() => {
  saves = mkdtempSync(join(tmpdir(), "tadmor-blind-"));
  const loaded = loadScenario(null, {});
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  const chosen = { name: null, variant: undefined, patch: null, aims: {} };
  ports = portsOf(chosen, loaded.value, createArchive(saves), saves);
});

afterEach(() => rmSync(saves, { recursive: true, force: true }));

/** Talks with an officer until the game is left; gives all that was said. */
async function talkWith(officer: Officer, first: Effect | null): Promise<string> {
  let said = "";
  let all = "";
  let begun = false;
  await talkThrough(
    startState(ports),
    first,
    ports,
    { table: null },
    {
      columns: 80,
      pageRows: Infinity,
      hasScreen: false,
      say: (text) => {
        said += text;
        all += text;
      },
      next: async () => {
        // Lines are short: a sentence is read on over their ends.
        const { done, value } = begun ? officer.next(said.replaceAll(/\s+/g, " ")) : officer.next();
        begun = true;
        said = "";
        return done ? null : value;
      },
    },
  );
  return all;
}

const FORMATIONS_A_TURN = 3;

/** Attacks with idle formations what is near and weak, as far as the answers tell. */
function* ordersOfTurn(): Officer {
  const idle: string = yield "idle";
  const ids = [...idle.matchAll(/, id ([a-z0-9-]+), at/g)].map(([, id]) => id as string);
  for (const id of ids.slice(0, FORMATIONS_A_TURN)) {
    const ends: string = yield `legal ${id} assault`;
    const [, place] = /not\. (.+?) \d+ km\./.exec(ends) ?? [];
    if (place === undefined) continue;
    const expected: string = yield `forecast ${id} assault ${place}`;
    const [, odds] = /odds ([\d.]+) to 1/.exec(expected) ?? [];
    const answer: string = yield Number(odds) >= 1 ? `${id} assault ${place}` : `${id} dig-in`;
    expect(answer).toMatch(/On the order sheet|already/);
  }
}

/** Plays turns to a number, or to the end of the game. */
function* turns(to: number): Officer {
  for (;;) {
    const situation: string = yield "summary";
    const turn = Number(/turn (\d+) of/.exec(situation)?.[1]);
    if (turn >= to) return;
    yield* ordersOfTurn();
    yield "seal";
    yield "yes";
    const next: string = yield "";
    if (next.includes("The game is over")) return;
  }
}

function* firstHalf(): Officer {
  const title: string = yield "again";
  expect(title).toContain("new: ");
  yield "new";
  yield "1";
  yield "begin";
  yield "";
  yield* turns(7);
  yield "quit";
  yield "yes";
}

function* secondHalf(): Officer {
  yield "";
  yield* turns(Infinity);
}

describe("a blind officer", () => {
  it("plays twelve turns by what is said alone, leaves in the middle, goes on, and the journal verifies", async () => {
    const before = await talkWith(firstHalf(), null);
    const [name] = readdirSync(saves).filter((file) => file.endsWith(".jsonl"));
    const file = join(saves, name ?? "");
    expect(before.match(/On the order sheet/g)?.length).toBeGreaterThan(6);
    // The input ends here: what was sealed is in the file all the same.
    const after = await talkWith(secondHalf(), { kind: "resume", file });
    expect(after).toContain("The game is over. Scores:");
    const { exit, out } = await tadmorHere("verify", file, "--json");
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ journals: [{ ok: true }] });
    const replayed = JSON.parse((await tadmorHere("replay", file, "--json")).out);
    expect(replayed.turns).toHaveLength(12);
  });

  it("loses nothing sealed when the input ends at once", async () => {
    function* cutShort(): Officer {
      yield "new";
      yield "1";
      yield "begin";
      yield "";
      yield* ordersOfTurn();
      yield "seal";
      yield "yes";
    }
    await talkWith(cutShort(), null);
    const [name] = readdirSync(saves).filter((file) => file.endsWith(".jsonl"));
    const { out } = await tadmorHere("replay", join(saves, name ?? ""), "--json");
    expect(JSON.parse(out).turns).toHaveLength(1);
  });
});

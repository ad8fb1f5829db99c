import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Event } from "../../src/engine/index.ts";
import {
  branchAt,
  type CommitLine,
  injectLine,
  type Journal,
  type JournalLine,
  type ParsedJournal,
  parseJournal,
  recompute,
  type TurnLine,
} from "../../src/journal/index.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { aDigest, parsed } from "./fixtures.ts";
import { draftOf, newGame, ordersFor, type Played, playTurn, rewritten, withLine } from "./play.ts";

const setup = compileSmall();
const [anInject = ""] = Object.keys(setup.injects);
const [aFormation = ""] = Object.keys(setup.formations);
const [aSeat = ""] = Object.keys(setup.seats).filter((id) => setup.seats[id]?.role === "command");

const PICKS = [1, 4, 2, 8, 5, 7];
const game = threeTurns();
const commitLines = [1, 2, 3].map((turn) => lineOfTurn(turn));

/** Three turns, the second with an inject by hand and a ruling on its first draw. */
function threeTurns(): Played {
  const first = playTurn(setup, newGame(setup), PICKS);
  return playTurn(setup, playTurn(setup, withHand(first), PICKS), PICKS);
}

function withHand(played: Played): Played {
  const { turn } = played.journal;
  const { key } = drawOf(draftOf(setup, played, ordersFor(setup, played, PICKS)).events);
  const ruling = { kind: "draw", key, u: 0.125, reason: "a test" } as const;
  const ruled = withLine(played, { kind: "ruling", turn, ruling });
  return withLine(ruled, injectLine(turn, "white", { inject: anInject }));
}

function drawOf(events: readonly Event[]) {
  const began = events.find((event) => event.kind === "turn-began");
  if (began?.kind !== "turn-began") throw new Error("a turn has its weather");
  return began.draw;
}

function lineOfTurn(turn: number): number {
  const { entries } = game.journal;
  return entries.findIndex(({ line }) => line.kind === "commit" && line.turn === turn) + 1;
}

function lastCommit({ journal }: Played): CommitLine {
  const line = journal.entries.at(-1)?.line;
  if (line?.kind !== "commit") throw new Error("the last line is no commit");
  return line;
}

/** The worlds of a journal that must recompute, the first before turn 1. */
function worldsOf(journal: Journal) {
  const { start, turns, mismatch } = recompute(setup, journal);
  expect(mismatch).toBeNull();
  return [start, ...turns.map(({ world }) => world)];
}

describe("a journal that nobody changed", () => {
  const seed = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme-ascii" });
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });

  it("recomputes to the worlds that were played, whatever was ordered", () => {
    fc.assert(
      fc.property(seed, fc.tuple(picks, picks, picks), (text, turns) => {
        const begun = newGame(setup, { seed: text });
        const played = turns.reduce((before, picked) => playTurn(setup, before, picked), begun);
        expect(worldsOf(parsed(played.text))).toEqual(played.worlds);
      }),
      { numRuns: 20 },
    );
  });

  it("recomputes with its rulings and injects", () => {
    const { turns, world } = recompute(setup, parsed(game.text));
    expect(drawOf(turns[1]?.events ?? [])).toMatchObject({ u: 0.125 });
    expect(world.injects[anInject]).toBe(2);
    expect(world).toEqual(game.worlds[3]);
  });
});

// parse.test.ts cuts at every byte; here each kind of cut is played on, in every line.
describe("a journal that was cut", () => {
  it.each([
    ["before", () => 0],
    ["after the first byte of", () => 1],
    ["in the middle of", (line: string) => Math.floor(line.length / 2)],
    ["before the newline of", (line: string) => line.length - 1],
  ])("%s a line resumes, and goes on to the same bytes", (_, bytesOf) => {
    const lines = game.text.split(/(?<=\n)/);
    for (const [index, line] of lines.entries()) {
      if (index === 0) continue;
      const whole = lines.slice(0, index).join("");
      const bytes = bytesOf(line);
      const { journal, dropped } = resumed(whole + line.slice(0, bytes));
      expect(dropped).toEqual(bytes === 0 ? null : { line: index + 1, bytes });
      expect(worldsOf(journal)).toEqual(game.worlds.slice(0, journal.turn));
      expect(goneOn(journal, whole)).toBe(game.text);
    }
  });
});

function resumed(text: string): Extract<ParsedJournal, { ok: true }> {
  const result = parseJournal(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** The text after the missing lines were appended to a journal that was cut. */
function goneOn(journal: Journal, text: string): string {
  const missing = game.journal.entries.slice(journal.entries.length);
  const cut: Played = { journal, text, worlds: [] };
  return missing.reduce((before, { line }) => withLine(before, line as TurnLine), cut).text;
}

type Change = (commit: CommitLine) => Partial<CommitLine>;

const digest =
  (pointer: string): Change =>
  ({ digests }) => ({
    digests: { ...digests, [pointer]: aDigest },
  });
const orders =
  (seat: string, texts: readonly string[]): Change =>
  (commit) => ({
    orders: { ...commit.orders, [seat]: texts },
  });
const otherDraw: Change = ({ events }) => ({
  events: events.map((event) => {
    return event.kind === "turn-began" ? { ...event, draw: { key: "k", u: 0.5 } } : event;
  }),
});

/** Where the draw of a turn's weather stands. */
function weatherDraw(turn: number): string {
  const commit = game.journal.entries[(commitLines[turn - 1] as number) - 1]?.line as CommitLine;
  return `/turns/${turn}/events/${commit.events.findIndex((one) => one.kind === "turn-began")}/draw`;
}

const oneEventLess: Change = ({ events }) => ({ events: events.slice(1) });
const oneEventMore: Change = ({ events }) => ({ events: [...events, events[0] as Event] });

/** What recomputing says of the game when the commit of one turn is forged. */
function forgery(turn: number, change: Change) {
  const forge = (line: JournalLine) =>
    line.kind === "commit" && line.turn === turn ? { ...line, ...change(line) } : line;
  return recompute(setup, parsed(rewritten(game.journal, forge)));
}

function sealing(seat: string, texts: readonly string[]): TurnLine {
  return { kind: "orders", turn: 1, seat, orders: texts };
}

describe("a journal that does not recompute", () => {
  const formation = `/formations/${aFormation}`;
  const end = `/turns/3/events/${lastCommit(game).events.length}`;

  it.each<[string, number, Change, string]>([
    ["another digest of a formation", 2, digest(formation), formation],
    ["an entity more", 3, digest("/formations/ghost"), "/formations/ghost"],
    ["another common digest", 1, () => ({ digest: aDigest }), "/turns/1/digest"],
    ["another draw", 2, otherDraw, `${weatherDraw(2)}/key`],
    ["an event less", 3, oneEventLess, "/turns/3/events/0/"],
    ["an event more", 3, oneEventMore, end],
    ["orders not sealed", 2, orders(aSeat, ["nobody defend"]), `/turns/2/orders/${aSeat}/0`],
    ["orders that are none", 2, orders(aSeat, ["go away"]), `/turns/2/orders/${aSeat}/0`],
    ["orders of nobody", 2, orders("stranger", []), "/turns/2/orders/stranger"],
  ])("has its line, turn and first path named: %s", (_, turn, change, path) => {
    const { mismatch, turns } = forgery(turn, change);
    expect(mismatch).toMatchObject({ turn, line: commitLines[turn - 1] });
    expect(mismatch?.path.slice(0, path.length)).toBe(path);
    expect(mismatch?.expected).not.toBe(mismatch?.found);
    expect(turns).toHaveLength(turn - 1);
  });

  it("tells of the event too, when an entity and an event differ", () => {
    const { mismatch } = forgery(1, (commit) => ({ ...digest("/")(commit), ...otherDraw(commit) }));
    expect(mismatch).toMatchObject({ path: "/", event: { path: `${weatherDraw(1)}/key` } });
  });

  it("is one whose seed was changed", () => {
    const text = rewritten(game.journal, (line) =>
      line.kind === "header" ? { ...line, seed: "another" } : line,
    );
    expect(recompute(setup, parsed(text)).mismatch).toMatchObject({ turn: 1 });
  });

  it("is one with an inject that the scenario does not have", () => {
    const inject = injectLine(1, "white", { inject: "nowhere" });
    const { journal } = playTurn(setup, withLine(newGame(setup), inject), PICKS);
    expect(recompute(setup, journal).mismatch?.path).toBe("/turns/1/injects/0/inject");
  });

  it.each<[string, TurnLine, string]>([
    ["an order that is none", sealing(aSeat, ["go away"]), `/turns/1/orders/${aSeat}/0`],
    ["orders of nobody", sealing("stranger", []), "/turns/1/orders/stranger"],
  ])("is one whose open turn cannot be played on: %s", (_, line, path) => {
    const begun = newGame(setup, { players: { [aSeat]: "person", stranger: "person" } });
    const { mismatch } = recompute(setup, withLine(begun, line).journal);
    expect(mismatch).toMatchObject({ line: 2, turn: 1, path });
  });

  it("is one with a turn after the game was over", () => {
    let ended = game;
    while (ended.worlds.at(-1)?.over === false) ended = playTurn(setup, ended, [0]);
    const { turn } = ended.journal;
    const { journal } = withLine(ended, { ...lastCommit(ended), turn });
    expect(recompute(setup, journal).mismatch).toMatchObject({ turn, path: `/turns/${turn}` });
  });
});

function playedOn(freshSeed: string | null): Played {
  const branch = branchAt(game.journal, 1, { title: null, freshSeed });
  return playTurn(setup, { ...branch, worlds: game.worlds.slice(0, 2) }, PICKS);
}

describe("a branch, played on", () => {
  const same = playedOn(null);
  const fresh = playedOn("fresh");

  it("with the same dice draws what its parent would have drawn", () => {
    const parent = playTurn(setup, playTurn(setup, newGame(setup), PICKS), PICKS);
    expect(same.worlds).toEqual(parent.worlds);
  });

  it("with fresh dice draws something else, and recomputes", () => {
    expect(drawOf(lastCommit(fresh).events)).not.toEqual(drawOf(lastCommit(same).events));
    expect(worldsOf(parsed(fresh.text))).toEqual(fresh.worlds);
  });
});

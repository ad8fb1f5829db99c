import type { Problem } from "../../engine/index.ts";
import type { Exchange } from "./exchange.ts";
import { readRows } from "./payload.ts";
import { deadLetter } from "./problems.ts";
import { emptyLine, type Line, type Waiting } from "./waiting.ts";

/** What a coordinator has handed out, and how far it is. */
export interface Settling {
  readonly exchange: Exchange;
  readonly line: Line;
  /** Ids of chunks that died while this program looked. */
  readonly dead: Set<string>;
  /** Ids of chunks whose rows were taken, and may be forgotten. */
  readonly fetched: string[];
  /** Ids of chunks that were given up, and may still be in the queue. */
  readonly givenUp: string[];
  readonly problems: Problem[];
  /** Whether a dead letter stands before everything: what comes after it cannot count now. */
  isBlocked: boolean;
  /** How it ended; null while it goes on. */
  over: "stopped" | "failed" | null;
  isBusy: boolean;
  /** Whether something may have changed since it was last looked at. */
  isDirty: boolean;
  /** What an error of the queue's means; null when it is a bug. */
  readonly problemOf: (error: unknown) => Problem | null;
}

/** How a coordinator begins: nothing asked for yet. */
export function beginSettling(exchange: Exchange, problemOf: Settling["problemOf"]): Settling {
  return {
    exchange,
    line: emptyLine(),
    dead: new Set(),
    fetched: [],
    givenUp: [],
    problems: [],
    isBlocked: false,
    over: null,
    isBusy: false,
    isDirty: false,
    problemOf,
  };
}

/** Brings everything on that can be brought on; called whenever something may have changed. */
export function settle(state: Settling): void {
  state.isDirty = true;
  if (state.isBusy || state.over !== null) return;
  state.isBusy = true;
  void work(state)
    .catch((error: unknown) => fail(state, error))
    .finally(() => {
      state.isBusy = false;
      if (state.isDirty) settle(state);
    });
}

/** One thing after the other until none is left: what arrives meanwhile is seen as well. */
async function work(state: Settling): Promise<void> {
  while (state.over === null) {
    state.isDirty = false;
    const isMoved = (await ask(state)) || (await fetch(state)) || passOver(state);
    if (!isMoved) return;
  }
}

/** Ends all with an error: as a problem where it is the queue's, else as the bug it is. */
export function fail(state: Settling, error: unknown): void {
  if (state.over !== null) return;
  const problem = state.problemOf(error);
  if (problem !== null) return end(state, problem);
  const [first] = state.line.all();
  first?.reject(error);
  end(state, null);
}

/** Ends all: whoever waits gets nothing. With a problem it failed, else it was stopped. */
export function end(state: Settling, problem: Problem | null): void {
  if (state.over !== null) return;
  state.over = problem === null ? "stopped" : "failed";
  if (problem !== null) state.problems.push(problem);
  for (const one of state.line.all()) {
    if (one.state === "new" || one.state === "asked") state.givenUp.push(one.id);
    drop(state, one);
  }
}

function drop({ line }: Settling, one: Waiting): void {
  line.take(one);
  one.resolve(null);
}

/** Makes a chunk a dead letter; it is told once. */
export function bury(state: Settling, one: Waiting, reason: string): void {
  if (one.state === "dead") return;
  if (!state.dead.has(one.id)) state.problems.push(deadLetter(one, reason));
  state.dead.add(one.id);
  state.line.mark(one, "dead");
}

/** Chunks that go into the queue together. */
const ASKED_AT_ONCE = 256;

async function ask(state: Settling): Promise<boolean> {
  const { exchange, line, dead } = state;
  const fresh = line.in("new").slice(0, ASKED_AT_ONCE);
  if (fresh.length === 0) return false;
  const standings = await exchange.standings(fresh.map(({ id }) => id));
  const missing: Waiting[] = [];
  for (const [at, one] of fresh.entries()) {
    const { isThere, isDead, hasRows } = standings[at]!;
    if (hasRows) line.mark(one, "played");
    else if (dead.has(one.id)) line.mark(one, "dead");
    else {
      // A dead letter of another day gets another chance.
      if (isDead) await exchange.withdraw([one.id]);
      if (isDead || !isThere) missing.push(one);
      line.mark(one, "asked");
    }
  }
  if (missing.length > 0) await exchange.ask(missing);
  return true;
}

/** Chunks whose rows are fetched together at most, and runs of these but for a single chunk. */
const FETCHED_AT_ONCE = { chunks: 32, runs: 2000 } as const;

/** Large chunks are fetched one by one: rows lie in memory as a text and as numbers. */
function nextPlayed({ isBlocked, line }: Settling): readonly Waiting[] {
  const first = line.first();
  if (isBlocked || first === undefined) return [];
  const { from, to } = first.chunk;
  const { chunks, runs } = FETCHED_AT_ONCE;
  return line.played(Math.max(1, Math.min(chunks, Math.floor(runs / (to - from + 1)))));
}

async function fetch(state: Settling): Promise<boolean> {
  const played = nextPlayed(state);
  if (played.length === 0) return false;
  const texts = await state.exchange.rows(played.map(({ id }) => id));
  for (const [at, one] of played.entries()) {
    if (state.over !== null || !give(state, one, texts[at] ?? null)) break;
  }
  return true;
}

/** Gives a chunk's rows to whoever waits for them; false when they are not there or do not fit. */
function give(state: Settling, one: Waiting, text: string | null): boolean {
  const { id, chunk, names } = one;
  if (text === null) {
    state.line.mark(one, "new");
    return false;
  }
  const rows = readRows(text, { id, names, runs: chunk.to - chunk.from + 1 });
  if (!rows.ok) {
    misfit(state, one, rows.problems);
    return false;
  }
  state.line.take(one);
  state.fetched.push(id);
  one.resolve(rows.value);
  return true;
}

/** Rows that are not what they must be are played once more, and then no more. */
function misfit(state: Settling, one: Waiting, problems: readonly Problem[]): void {
  void state.exchange.forget([one.id]).catch(() => undefined);
  one.misfits += 1;
  if (one.misfits < MOST_MISFITS) state.line.mark(one, "new");
  else bury(state, one, `its rows are not what they must be: ${problems[0]?.message ?? ""}`);
}

const MOST_MISFITS = 2;

/** A dead letter is passed over, and from then on all that comes after it: its rows stay where they are. */
function passOver(state: Settling): boolean {
  const { line } = state;
  if (!state.isBlocked) {
    if (line.first()?.state !== "dead") return false;
    state.isBlocked = true;
  }
  const passed = [...line.in("dead"), ...line.in("played")];
  for (const one of passed) drop(state, one);
  return passed.length > 0;
}

/** Holds what was asked against what the queue has: an event may be lost, and so may a chunk. */
export async function lookAgain(state: Settling): Promise<void> {
  const { exchange, line } = state;
  const asked = line.in("asked");
  if (asked.length === 0) return;
  const standings = await exchange.standings(asked.map(({ id }) => id));
  for (const [at, one] of asked.entries()) {
    const { isThere, isDead, hasRows } = standings[at]!;
    if (one.state !== "asked") continue;
    if (hasRows) line.mark(one, "played");
    else if (isDead) bury(state, one, await exchange.reasonOf(one.id));
    else if (!isThere) line.mark(one, "new");
  }
  if (line.count("new") > 0) exchange.forgetTexts();
  settle(state);
}

import { type Setup, startWorld } from "../../../src/engine/index.ts";
import {
  appendLine,
  fold,
  parseJournal,
  resolveTurn,
  startJournal,
  type TurnLine,
} from "../../../src/journal/index.ts";
import { formatOrder, parseOrder } from "../../../src/engine/player.ts";
import type { Broken, Replay } from "./war.ts";

const NOBODY = "0".repeat(64);

/** A war that broke a promise as a file: its Setup, and its journal, whose open turn is the one that broke. */
export function replayOf(seed: number, { what, setup, chanceSeed, orders }: Broken): string {
  const started = startJournal({
    scenario: {
      id: "small-war",
      file: null,
      hash: NOBODY,
      length: "whole",
      variant: null,
      excursion: null,
    },
    parameters: { id: "erc-1", hash: NOBODY },
    seed: chanceSeed,
    reseeds: [],
    players: {},
    title: `Soak ${seed}`,
    parent: null,
  });
  let { journal, text } = started;
  const texts = [text];
  const add = (line: TurnLine) => {
    ({ journal, text } = appendLine(journal, line));
    texts.push(text);
  };
  let world = startWorld(setup);
  orders.forEach((given, at) => {
    const turn = at + 1;
    for (const [seat, list] of Object.entries(given))
      add({ kind: "orders", turn, seat, orders: list.map(formatOrder) });
    if (turn === orders.length) return;
    const resolved = resolveTurn(setup, journal.header, world, {
      orders: given,
      rulings: [],
      injects: [],
    });
    add(resolved.commit);
    ({ world } = resolved);
  });
  return `${JSON.stringify({ what, setup, journal: texts.join("") })}\n`;
}

/** Reads such a file again. */
export function readReplay(text: string): Replay {
  const { setup, journal } = JSON.parse(text) as { setup: Setup; journal: string };
  const read = parseJournal(journal);
  if (!read.ok) throw new Error(read.problems[0]!.message);
  const { committed, open } = fold(read.journal);
  const orders = [...committed, open].map(({ orders: texts }) =>
    Object.fromEntries(Object.entries(texts).map(([seat, list]) => [seat, list.map(orderOf)])),
  );
  return { setup, chanceSeed: read.journal.header.seed, orders };
}

function orderOf(text: string) {
  const read = parseOrder(text);
  if (!read.ok) throw new Error(read.problem.message);
  return read.order;
}

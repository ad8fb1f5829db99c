import type { BattleResolved, BreakTest, EventOf, Id } from "../../engine/index.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { inHundred, luckSentence } from "../luck.ts";
import { forcesOf, holderName, nameOf } from "../names.ts";
import { counted, rounded } from "../wording.ts";
import { chanceOfResult } from "./battle-chance.ts";
import { battlesIn } from "./battles.ts";
import { weighedBlocks } from "./luck-weighed.ts";
import { splitBlocks } from "./luck-split.ts";
import type { Reviewed } from "./reviewed.ts";

/** A battle and the turn in which it was fought. */
interface Fought {
  readonly turn: number;
  readonly battle: BattleResolved;
}

/** Luck: how likely each battle's result was; and, where it was asked for, what hung on it. */
export function luckSection(reviewed: Reviewed): Section | null {
  const fought = foughtIn(reviewed);
  const { luck = null } = reviewed;
  if (fought.length === 0 && luck === null) return null;
  return {
    id: "luck",
    title: "Luck",
    blocks: [
      { kind: "text", text: ABOUT },
      ...(luck === null ? [] : [...splitBlocks(reviewed, luck), ...weighedBlocks(reviewed, luck)]),
      ...(fought.length === 0 ? [] : ledgerBlocks(reviewed, fought)),
    ],
  };
}

const ABOUT =
  "One draw decides each battle. In this model the chance of every result follows from the odds before it (5.6), so that what came can be told from what was to be expected. A draw better than 90 in 100 is one that 90 of 100 others would not have reached, for the side that attacks.";

function foughtIn({ turns }: Reviewed): readonly Fought[] {
  return turns.flatMap(({ turn, events }) => battlesIn(events).map((battle) => ({ turn, battle })));
}

function ledgerBlocks(reviewed: Reviewed, fought: readonly Fought[]): Block[] {
  const { setup } = reviewed.scenario;
  return [
    { kind: "heading", text: "Every battle and its draw" },
    { kind: "list", items: [...sideTexts(reviewed, fought), ...breakTexts(reviewed)] },
    tableOf("Chance of what came, in this model", rowsOf(reviewed, fought)),
    {
      kind: "fold",
      summary: "Each battle in a sentence",
      blocks: [
        {
          kind: "list",
          items: fought.map(({ turn, battle }) =>
            luckSentence(setup, setup.parameters, turn, battle),
          ),
        },
      ],
    },
  ];
}

function rowsOf({ scenario: { setup } }: Reviewed, fought: readonly Fought[]): string[][] {
  const head = ["Turn", "Place", "Attacker", "Odds", "Came to", "Chance of it", "Attacker's draw"];
  const rows = fought.map(({ turn, battle }) => [
    String(turn),
    nameOf(setup, "places", battle.place),
    holderName(setup, battle.attacker),
    rounded(battle.odds),
    battle.result.replaceAll("-", " "),
    inHundred(chanceOfResult(setup.parameters, battle).exactly),
    battle.ruling === null ? `better than ${inHundred(battle.draw.u)}` : "ruled by White",
  ]);
  return [head, ...rows];
}

/** Deviation of a draw between 0 and 1. */
const SPREAD = Math.sqrt(1 / 12);
/** So many deviations from the middle are still what chance brings, 95 times in 100. */
const WIDE = 1.96;

/** How good the draws of a side were, all battles together. */
function sideTexts({ scenario: { setup } }: Reviewed, fought: readonly Fought[]): string[] {
  return Object.keys(setup.sides).flatMap((side) => {
    const draws = fought
      .filter(({ battle }) => battle.ruling === null)
      .flatMap(({ battle }) => drawFor(battle, side));
    if (draws.length === 0) return [];
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const off = (WIDE * SPREAD) / Math.sqrt(draws.length);
    const isOrdinary = Math.abs(mean - 1 / 2) <= off;
    const within = `${Math.max(0, Math.round(100 * (1 / 2 - off)))} to ${Math.min(100, Math.round(100 * (1 / 2 + off)))}`;
    return [
      `Over ${counted(draws.length, "battle")} the draws of ${forcesOf(setup, side)} were better than ${inHundred(mean)} on average: ` +
        `${isOrdinary ? "ordinary" : mean > 1 / 2 ? "lucky" : "unlucky"}, chance alone brings ${within}.`,
    ];
  });
}

function drawFor({ attacker, defender, draw }: BattleResolved, side: Id): number[] {
  if (attacker === side) return [draw.u];
  return defender === side ? [1 - draw.u] : [];
}

/** Breaks that were to be expected, and those that came. */
function breakTexts({ scenario: { setup }, turns }: Reviewed): string[] {
  return Object.keys(setup.sides).flatMap((side) => {
    const tests = turns
      .flatMap(({ events }) => events)
      .filter((event): event is EventOf<"cohesion-lost"> => event.kind === "cohesion-lost")
      .filter(({ formation }) => setup.formations[formation]?.side === side)
      .flatMap(({ test }): BreakTest[] => (test === null ? [] : [test]));
    if (tests.length === 0) return [];
    const expected = tests.reduce((sum, { chance }) => sum + chance, 0);
    const broke = tests.filter((test) => test.broke).length;
    return [
      `${counted(tests.length, "break test")} of ${forcesOf(setup, side)}: ${rounded(expected, 1)} were to be expected to break, ${broke} did (7.4).`,
    ];
  });
}

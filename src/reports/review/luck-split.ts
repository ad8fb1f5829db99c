import type { Setup } from "../../engine/index.ts";
import type { Block } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import type { LuckTold, SplitTold } from "../luck.ts";
import { nameOf } from "../names.ts";
import { listed, sentence } from "../wording.ts";
import { changeText, rangeText, valueText } from "./luck-words.ts";
import type { Reviewed } from "./reviewed.ts";

type Party = SplitTold["parties"][number];

/** Plan, opponent, dice: the result of the game apart. */
export function splitBlocks({ scenario: { setup } }: Reviewed, luck: LuckTold): Block[] {
  return [
    { kind: "heading", text: "Plan, opponent and dice" },
    { kind: "text", text: aboutText(luck) },
    tableOf(`${sentence(luck.question)}: where it comes from`, rowsOf(setup, luck)),
    ...listOf(sideTexts(setup, luck)),
  ];
}

function listOf(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function aboutText({ runs, question, isDecided, split: { parties } }: LuckTold): string {
  const departs = parties.some((party) => party.departs);
  const plans = departs
    ? "What a side did otherwise than history is its plan: how far the expected result moves when its seats play as they did, the mean over all orders in which the sides are added. A seat played by a person gives the same orders turn by turn, whatever the other dice bring: it could have done better than that."
    : "Every seat was played by history's own course of action, so that no plan moves anything.";
  const came = isDecided
    ? "What is left between that and what came"
    : "What is left between that and what is now to be expected";
  return `By ${question}, in this model: ${runs} runs from the first turn for each. ${plans} ${came} is dice, with White's rulings among them.`;
}

function rowsOf(setup: Setup, luck: LuckTold): string[][] {
  const { base, parties, asPlayed, dice, came } = luck.split;
  const value = (title: string, found: typeof base) => [
    title,
    valueText(luck, found.found),
    rangeText(luck, found),
  ];
  const change = (title: string, found: typeof base) => [
    title,
    changeText(luck, found.found),
    rangeText(luck, found),
  ];
  return [
    ["", "Value", "95 % interval"],
    value("History's courses of action on all sides", base),
    ...parties
      .filter(({ departs }) => departs)
      .map((party) => change(`Plan of ${partyName(setup, party)}`, party.plan)),
    ...(parties.some(({ departs }) => departs)
      ? [value("All plans as they were played", asPlayed)]
      : []),
    change("Dice", dice),
    value(luck.isDecided ? "What came" : "What is now to be expected", came),
  ];
}

/** Who else than a side is its opponent, and what each was worth. */
function sideTexts(setup: Setup, luck: LuckTold): string[] {
  const { parties, dice } = luck.split;
  if (!parties.some(({ departs }) => departs)) return [];
  const fighting = parties.filter(({ side, departs }) => side !== null || departs);
  return fighting.map((own) => {
    const others = parties.filter((party) => party !== own);
    const opponents = others.reduce((sum, { plan }) => sum + (plan.found ?? 0), 0);
    return (
      `Seen by ${partyName(setup, own)}: its plan ${changeText(luck, own.plan.found)}, ` +
      `the others' ${changeText(luck, opponents)}, the dice ${changeText(luck, dice.found)}.`
    );
  });
}

function partyName(setup: Setup, { side, seats }: Party): string {
  if (side !== null) return setup.sides[side]?.name ?? side;
  return listed(seats.map((seat) => nameOf(setup, "seats", seat)));
}

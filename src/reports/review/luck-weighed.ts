import type { EventOf } from "../../engine/index.ts";
import type { Block } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { inHundred, type LuckTold, type WeighedTold } from "../luck.ts";
import { nameOf } from "../names.ts";
import { counted, sentence } from "../wording.ts";
import { changeText, rangeText, valueText } from "./luck-words.ts";
import type { Reviewed } from "./reviewed.ts";

/** Battles that are told one by one; the others stand in a table. */
const TOLD = 3;

/** What hung on the battles that were weighed, the decisive ones first. */
export function weighedBlocks(reviewed: Reviewed, luck: LuckTold): Block[] {
  const { weighed } = luck;
  if (weighed.length === 0) {
    return [
      { kind: "heading", text: "What hung on the dice" },
      {
        kind: "text",
        text: `No battle would have moved ${luck.question}, whatever it had come to.`,
      },
    ];
  }
  const decisive = weighed.slice(0, TOLD);
  return [
    { kind: "heading", text: "What hung on the dice" },
    { kind: "text", text: ruleText(luck) },
    ...decisive.flatMap((one) => decisiveBlocks(reviewed, luck, one)),
    ...(weighed.length > TOLD ? [allTable(reviewed, luck)] : []),
    ...carriedBlocks(reviewed, luck),
  ];
}

function ruleText({ weighed, runs, screened, seed }: LuckTold): string {
  const chosen =
    screened === null
      ? `All ${weighed.length} battles that could move it were weighed, the decisive ones first: those where the expected result differs most over what the battle could have come to, each result by its chance.`
      : `Decisive are the ${counted(weighed.length, "battle")} where the expected result lies furthest apart between a draw better than 10 and one better than 90 in 100, by ${screened} runs of each.`;
  return (
    `${chosen} For each result the turn was played again with the draw in the middle of those that give it, everything else of that turn as it was; ` +
    `then ${runs} runs to the end, on the same fresh dice for every result (seeds ${seed}#1 to ${seed}#${runs}).`
  );
}

function decisiveBlocks(reviewed: Reviewed, luck: LuckTold, one: WeighedTold): Block[] {
  const title = titleOf(reviewed, one);
  return [
    { kind: "text", text: `${title}. ${movedText(luck, one)} ${otherText(luck, one)}`.trim() },
    tableOf(`${title}: what each result would have led to`, resultRows(luck, one)),
  ];
}

function titleOf(reviewed: Reviewed, one: WeighedTold): string {
  const battle = battleOf(reviewed, one);
  const place =
    battle === undefined ? one.key : nameOf(reviewed.scenario.setup, "places", battle.place);
  return `Turn ${one.turn}, ${place}`;
}

function battleOf({ turns }: Reviewed, { turn, key }: WeighedTold) {
  return turns
    .find((one) => one.turn === turn)
    ?.events.find(
      (event): event is EventOf<"battle-resolved"> =>
        event.kind === "battle-resolved" && event.draw.key === key,
    );
}

function movedText(luck: LuckTold, { before, after, moved }: WeighedTold): string {
  const values = `${valueText(luck, before.found)} before the draw and ${valueText(luck, after.found)} after it`;
  return `${sentence(luck.question)} was ${values}: it moved by ${changeText(luck, moved.found)} (95 % ${rangeText(luck, moved)}).`;
}

/** The likeliest of the results that did not come. */
function otherText(luck: LuckTold, { results }: WeighedTold): string {
  const others = results.filter(({ isWhatCame }) => !isWhatCame);
  const [first] = others.toSorted((a, b) => b.chance - a.chance);
  if (first === undefined) return "";
  const result = first.result.replaceAll("-", " ");
  return `Had it come to "${result}", for which the chance was ${inHundred(first.chance)}, it would have been ${valueText(luck, first.leadsTo.found)}.`;
}

function resultRows(luck: LuckTold, { results }: WeighedTold): string[][] {
  const head = ["Result", "Chance", sentence(luck.question), "95 % interval", ""];
  const rows = results
    .toReversed()
    .map(({ result, chance, leadsTo, isWhatCame }) => [
      result.replaceAll("-", " "),
      inHundred(chance),
      valueText(luck, leadsTo.found),
      rangeText(luck, leadsTo),
      isWhatCame ? "what came" : "",
    ]);
  return [head, ...rows];
}

function allTable(reviewed: Reviewed, luck: LuckTold): Block {
  const head = ["Battle", "Before", "After", "Moved by", "95 % interval", "Hung on it"];
  const rows = luck.weighed.map((one) => [
    titleOf(reviewed, one),
    valueText(luck, one.before.found),
    valueText(luck, one.after.found),
    changeText(luck, one.moved.found),
    rangeText(luck, one.moved),
    valueText(luck, one.swing),
  ]);
  return tableOf(`${sentence(luck.question)}, by the draw of each battle`, [head, ...rows]);
}

function carriedBlocks({ scenario: { setup } }: Reviewed, { carriedOn }: LuckTold): Block[] {
  if (carriedOn.length === 0) return [];
  const seats = carriedOn.map(
    ({ seat, by }) =>
      `${nameOf(setup, "seats", seat)}: ${by === null ? "no more orders" : `goes on by ${by}`}`,
  );
  return [
    {
      kind: "text",
      text: `No rule played these seats; after the battle they go on by a course of action. ${seats.join("; ")}.`,
    },
  ];
}

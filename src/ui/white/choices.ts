import {
  type Draw,
  type Event,
  type Parameters,
  RESULTS,
  type Result,
} from "../../engine/index.ts";
import type { TableNames } from "../../journal/index.ts";
import type { Asked, Intended } from "./desk.ts";

/** One thing that White may do to an event: at once, or after a number. */
export interface Choice {
  readonly says: string;
  readonly does: Intended | { readonly kind: "ask"; readonly asked: Asked };
}

/** What may be ruled on an event: its outcome, and each draw it used, by number or anew. */
export function choicesFor(
  names: TableNames,
  parameters: Pick<Parameters, "odds">,
  event: Event,
): readonly Choice[] {
  const draws = drawsIn(event).flatMap((draw) => drawChoices(names, draw));
  return [...outcomeChoices(names, parameters, event), ...draws];
}

function outcomeChoices(
  names: TableNames,
  parameters: Pick<Parameters, "odds">,
  event: Event,
): readonly Choice[] {
  switch (event.kind) {
    case "battle-resolved": {
      const locus = event.link ?? event.place;
      const results = RESULTS.map((result) => {
        const outcome = outcomeFor(parameters, result);
        const says = `Outcome: ${result.replaceAll("-", " ")} (R* = ${outcome})`;
        return ruled(says, { kind: "battle", locus, outcome });
      });
      const asked: Asked = { kind: "odds", locus, was: event.outcome };
      return [...results, { says: "Outcome: another R*, by number", does: { kind: "ask", asked } }];
    }
    case "cohesion-lost": {
      if (event.test === null) return [];
      const { formation } = event;
      const breaks = !event.test.broke;
      const name = names.formations[formation]?.name ?? formation;
      const says = `Outcome: ${name} ${breaks ? "breaks" : "does not break"}`;
      return [ruled(says, { kind: "break", formation, breaks })];
    }
    case "patron-weighed": {
      const { contingent } = event;
      const leaves = event.leavesTurn === 0;
      const name = names.contingents[contingent]?.name ?? contingent;
      const says = `Outcome: ${name} ${leaves ? "leaves" : "stays"}`;
      return [ruled(says, { kind: "patron", contingent, leaves })];
    }
    default:
      return [];
  }
}

function ruled(says: string, ruling: Extract<Intended, { kind: "ruling" }>["ruling"]): Choice {
  return { says, does: { kind: "ruling", ruling } };
}

/** Realised odds in the middle of a result's band (5.6), to two places. */
function outcomeFor({ odds: { bands } }: Pick<Parameters, "odds">, result: Result): number {
  const at = RESULTS.indexOf(result);
  const [low, high] = [bands[at - 1], bands[at]];
  if (low === undefined) return toHundredth((high ?? 1) * 0.7);
  return toHundredth(high === undefined ? low * 1.25 : (low + high) / 2);
}

function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

function drawChoices(names: TableNames, { key, u }: Draw): readonly Choice[] {
  const of = drawWords(names, key);
  return [
    { says: `Re-roll: ${of}`, does: { kind: "reroll", key } },
    { says: `Replace: ${of}`, does: { kind: "ask", asked: { kind: "draw", key, was: u } } },
  ];
}

const DRAW_WORDS: Readonly<Partial<Record<string, string>>> = {
  odds: "how the battle goes",
  attackerLosses: "the attacker's losses",
  defenderLosses: "the defender's losses",
  settleAttacker: "the odd man of the attacker's",
  settleDefender: "the odd man of the defender's",
  killedAttacker: "the attacker's dead",
  killedDefender: "the defender's dead",
  kitAttacker: "the attacker's kit",
  kitDefender: "the defender's kit",
  break: "whether it breaks",
  patron: "the patron's mind",
  breach: "what breaks in",
  abandon: "kit left behind",
  airLoss: "aircraft lost",
};

/** "whether it breaks, Tower watch" from a draw's key: what a draw decides, where and for whom. */
export function drawWords(names: TableNames, key: string): string {
  const [purpose = key, , locus = "-", subject = "-"] = key.split("/");
  const plain = purpose.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const whose = [locus, subject].filter((id) => id !== "-").map((id) => nameIn(names, id));
  return [DRAW_WORDS[purpose] ?? plain, ...whose].join(", ");
}

function nameIn({ formations, places, wings, contingents }: TableNames, id: string): string {
  return (formations[id] ?? places[id] ?? wings[id] ?? contingents[id])?.name ?? id;
}

/** Every draw that an event used, wherever it stands in it. */
export function drawsIn(value: unknown): readonly Draw[] {
  if (typeof value !== "object" || value === null) return [];
  if (isDraw(value)) return [value];
  return Object.values(value).flatMap(drawsIn);
}

function isDraw(value: object): value is Draw {
  return "key" in value && "u" in value && typeof value.u === "number";
}

import {
  type Breach,
  chancesOf,
  type Draw,
  type Event,
  type Kit,
  type Setup,
} from "../../engine/index.ts";
import { rounded } from "../wording.ts";

/** What a draw came to. */
export interface DrawTold {
  readonly outcome: string | null;
  /** The chance that the rules gave to that; null where the draw places a quantity, or White ruled. */
  readonly probability: number | null;
  /** The quantity; null where the draw decided between outcomes. */
  readonly amount: number | null;
}

/** What the chances of draws hang on besides their event. */
export type DrawRules = Pick<Setup, "parameters" | "weather" | "hiddenTurns">;

/** Every draw that an event, or a part of one, holds, in the order in which it holds them. */
export function drawsIn(value: unknown): readonly Draw[] {
  if (typeof value !== "object" || value === null) return [];
  return isDraw(value) ? [value] : Object.values(value).flatMap(drawsIn);
}

function isDraw(value: object): value is Draw {
  const { key, u } = value as Partial<Draw>;
  return typeof key === "string" && typeof u === "number";
}

/** What one of an event's draws came to. */
export function drawTold(rules: DrawRules, event: Event, { key }: Draw): DrawTold {
  switch (event.kind) {
    case "turn-began":
      return decided(event.weather, rules.weather[event.weather] ?? null);
    case "battle-resolved":
      return battleDraw(rules, event, key);
    case "cohesion-lost":
      return breakDraw(event);
    case "patron-weighed":
      return decided(event.leavesTurn === 0 ? "stays" : "goes", null);
    case "game-ended":
      return decided("ends", 1 / (rules.hiddenTurns + 1));
    default:
      return amountOf(event, key);
  }
}

function decided(outcome: string, probability: number | null): DrawTold {
  return { outcome, probability, amount: null };
}

function quantity(amount: number, words: string): DrawTold {
  return { outcome: `${rounded(amount, 5)} ${words}`, probability: null, amount };
}

const NOTHING: DrawTold = { outcome: null, probability: null, amount: null };

type Battle = Extract<Event, { kind: "battle-resolved" }>;

function battleDraw({ parameters }: DrawRules, battle: Battle, key: string): DrawTold {
  const { breach, odds, result, ruling, attackerLosses, defenderLosses } = battle;
  const [purpose = "", , , subject = ""] = key.split("/");
  const losses = purpose.endsWith("Attacker") || purpose.startsWith("attacker");
  const { rate, men, killed } = losses ? attackerLosses : defenderLosses;
  switch (purpose) {
    case "odds":
    case "meeting":
      return decided(result, ruling === null ? chancesOf(parameters, odds)[result] : null);
    case "breach":
      return breach === null ? NOTHING : breachDraw(breach);
    case "attackerLosses":
    case "defenderLosses":
      return quantity(rate, "of the men");
    case "settleAttacker":
    case "settleDefender":
      return quantity(men, "men lost");
    case "killedAttacker":
    case "killedDefender":
      return quantity(killed, "killed");
    case "kitAttacker":
    case "kitDefender":
      return quantity(lostIn(battle, losses, subject), `${subject} lost`);
    default:
      return NOTHING;
  }
}

/** Pieces of a kind that a side lost in a battle, to aircraft too. */
function lostIn({ attackers, casualties }: Battle, attacking: boolean, kind: string): number {
  const own = new Set(attackers.map(({ formation }) => formation));
  return casualties
    .filter(({ formation }) => own.has(formation) === attacking)
    .reduce((sum, { kit }) => sum + (kit[kind] ?? 0), 0);
}

function breachDraw({ sent, reached, chance }: Breach): DrawTold {
  const told = decided(`${reached} of ${sent} reached`, binomial(sent, reached, chance));
  return { ...told, amount: reached };
}

/** The chance of so many of all, each with one chance. */
function binomial(all: number, some: number, chance: number): number {
  let ways = 1;
  for (let at = 0; at < some; at++) ways = (ways * (all - at)) / (at + 1);
  return ways * chance ** some * (1 - chance) ** (all - some);
}

function breakDraw({ test }: Extract<Event, { kind: "cohesion-lost" }>): DrawTold {
  if (test === null) return NOTHING;
  const { broke, chance, ruling } = test;
  const probability = broke ? chance : 1 - chance;
  return decided(broke ? "breaks" : "stands", ruling === null ? probability : null);
}

/** What came of a draw for men or pieces of kit. */
function amountOf(event: Event, key: string): DrawTold {
  const [purpose = "", , locus = "", subject = ""] = key.split("/");
  switch (event.kind) {
    case "sorties-flown":
      return purpose === "airLoss"
        ? quantity(event.lost, "aircraft lost")
        : claimed(purpose, event.claims);
    case "support-claimed":
      return claimed(purpose, event.claims);
    case "air-struck":
    case "column-struck":
      return purpose.endsWith("Men")
        ? quantity(menOf(event), "men hit")
        : quantity(kitOf(event), "pieces hit");
    case "kit-destroyed":
      return quantity(piecesOf(event.kit), "pieces destroyed");
    case "formation-broke":
    case "retreated":
      return quantity(event.abandoned[locus] ?? 0, `${locus} left behind`);
    case "kit-taken":
      return quantity(event.found[subject] ?? 0, `${subject} found`);
    default:
      return NOTHING;
  }
}

function claimed(
  purpose: string,
  claims: { readonly men: number; readonly kit: number } | null,
): DrawTold {
  if (claims === null) return NOTHING;
  return purpose === "claimMen"
    ? quantity(claims.men, "men claimed")
    : quantity(claims.kit, "pieces claimed");
}

type Hit = Extract<Event, { kind: "air-struck" | "column-struck" }>;

function menOf({ casualties }: Hit): number {
  return casualties.reduce((sum, { killed, wounded }) => sum + killed + wounded, 0);
}

function kitOf({ casualties }: Hit): number {
  return casualties.reduce((sum, { kit }) => sum + piecesOf(kit), 0);
}

function piecesOf(kit: Kit): number {
  return Object.values(kit).reduce((sum, count) => sum + count, 0);
}

import type { Id } from "../../../engine/player.ts";
import { AS_PLAYED, type Asked, HOLD, type ScenarioCard } from "../../ports.ts";
import type { AskAbout, AskPlan, AskScreen } from "../../state.ts";
import { playerWords } from "../seating/presets.ts";

/** Rows of the question, in order. */
const ASK_ROWS = ["seat", "a", "b", "turns", "runs", "enemy", "dice"] as const;
export type AskRow = (typeof ASK_ROWS)[number];

/** How often a question may be played. */
export const RUNS = [100, 200, 500, 1000, 2000] as const;

/** The rows of a question: a seat says what the enemy does, White whose plans and which dice. */
export function askRowsOf({ kind }: AskAbout): readonly AskRow[] {
  const not: readonly AskRow[] = kind === "seat" ? ["seat", "dice"] : ["enemy"];
  return ASK_ROWS.filter((row) => !not.includes(row));
}

/** Turns that were played before the first one of the question. */
export function askTurn(about: AskAbout): number {
  return about.kind === "seat" ? about.view.turn : about.turn;
}

/** What is known of the map and the clock. */
export function askBrief(about: AskAbout) {
  return about.kind === "seat" ? about.view.brief : about.brief;
}

/** Turns that are left to play, by the length everybody knows. */
export function turnsLeft(about: AskAbout): number {
  return Math.max(0, askBrief(about).turns - askTurn(about));
}

/** The text the dice come from: a seat's hangs on turn and seat alone, and on nothing of the game's. */
export function askSeed(about: AskAbout): string {
  return about.kind === "white" ? about.seed : seedFor(about.view.turn, about.view.brief.seat);
}

/** "ask/turn-3/red". */
export function seedFor(turn: number, who: string): string {
  return `ask/turn-${turn + 1}/${who}`;
}

/** All go on with their tasks. */
export const NO_ORDERS: AskPlan = { name: "no new orders", says: "", orders: [], player: HOLD };

/** What White may let a seat do: as in this game, nothing, or a course of action. */
export function whitePlans(card: ScenarioCard, seat: Id): readonly AskPlan[] {
  const coas = card.coas.filter((coa) => coa.seat === seat).map(({ id }) => id);
  return [
    { name: "as in this game", says: "", orders: [], player: AS_PLAYED },
    NO_ORDERS,
    ...coas.map((id) => ({ name: playerWords(card, id), says: "", orders: [], player: id })),
  ];
}

/** The question as the laboratory takes it. */
export function askedOf({ about, plans, a, b, turns, runs }: AskScreen): Asked {
  const [first, second] = [plans[a] ?? NO_ORDERS, plans[b] ?? NO_ORDERS];
  const seed = askSeed(about);
  if (about.kind === "white") {
    const { turn, seat } = about;
    return { kind: "white", turn, seat, plans: [first.player, second.player], turns, runs, seed };
  }
  const { view, enemy } = about;
  return { kind: "seat", view, plans: [first.orders, second.orders], enemy, turns, runs, seed };
}

import type { AskedWords } from "../../../reports/index.ts";
import { seatName } from "../../ports.ts";
import type { AskPlan, AskScreen, State } from "../../state.ts";
import { count, turnWords } from "../../text/words.ts";
import { askBrief, type AskRow, askSeed, askTurn } from "./form.ts";

/** The two plans and the places by name. */
export function askWords({ about, plans, a, b }: AskScreen): AskedWords {
  const nameOf = (at: number) => plans[at]?.name ?? "";
  const same = nameOf(a) === nameOf(b);
  return {
    a: same ? `A, ${nameOf(a)}` : nameOf(a),
    b: same ? `B, ${nameOf(b)}` : nameOf(b),
    places: askBrief(about).places,
    yours: about.kind === "seat",
  };
}

/** What a row of the question is set to. */
export function valueWords(state: State, screen: AskScreen, row: AskRow): string {
  const { about, plans, a, b, turns, runs } = screen;
  switch (row) {
    case "seat":
      return about.kind === "white" ? seatName(state.card, about.seat) : "";
    case "a":
      return planWords(plans[a]);
    case "b":
      return planWords(plans[b]);
    case "turns": {
      const last = askTurn(about) + turns;
      return `${turns}, until ${turnWords(askBrief(about).clock, last)}`;
    }
    case "runs":
      return `${count(runs)} of each plan, on the same dice`;
    case "enemy":
      return about.kind === "seat" && about.enemy === "attacks"
        ? "those reported attack what is nearest"
        : "those reported hold where they are";
    case "dice":
      return askSeed(about);
  }
}

/** "left hook (3 orders)". */
export function planWords(plan: AskPlan | undefined): string {
  if (plan === undefined) return "";
  return plan.says === "" ? plan.name : `${plan.name} (${plan.says})`;
}

/** What an answer was found under, in sentences. */
export function assumptionsOf(screen: AskScreen): readonly string[] {
  const { about, runs } = screen;
  const seed = askSeed(about);
  const turn = askTurn(about) + 1;
  const dice = `Dice ${seed}#1 to ${seed}#${runs}, not those of the game.`;
  const points = "Points are those of the objectives, as if the game ended then.";
  const level = "Intervals are of 95 %; what is bold is clear even among all rows (Holm).";
  if (about.kind === "white")
    return [
      "In this model, from the truth. Everybody else goes on as in this game: what people sealed, then their courses of action; people give no orders after the last they sealed. Rulings and events put in by hand are not played again.",
      `${points} ${level} ${dice}`,
    ];
  return [
    `In this model, as you know it: enemies as reported, as average troops without kit; nobody else is there. Your orders are for turn ${turn}; afterwards, and for allies from the start, all go on with their tasks, and aircraft stay down. Nobody arrives or is called home.`,
    `${points} ${level} ${dice}`,
  ];
}

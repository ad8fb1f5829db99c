import { askedSentences } from "../../reports/index.ts";
import { askRowsOf } from "../screens/ask/form.ts";
import { assumptionsOf, askWords, planWords, valueWords } from "../screens/ask/words.ts";
import type { ScreenOf, State } from "../state.ts";
import { count, sentence } from "../text/words.ts";
import { figureWords } from "../screens/ask/figures.ts";

type AskScreen = ScreenOf<"ask">;

/** A question as it can be read: how it is set, the plans by number, what was found, under what. */
export function askText(state: State, screen: AskScreen): readonly string[] {
  const { about, plans, progress, isAsking } = screen;
  const rows = askRowsOf(about).map((row) => {
    const value = valueWords(state, screen, row);
    return `${row === "a" || row === "b" ? row.toUpperCase() : sentence(row)}: ${value}.`;
  });
  if (isAsking && progress === null)
    return [`Playing ${count(screen.runs)} pairs of runs. Type stop to end it.`];
  const found = progress === null ? [] : foundText(screen, progress);
  const words = askRowsOf(about).filter((row) => row !== "a" && row !== "b");
  return [
    about.kind === "white" ? "What if, from the truth." : "What if, as you know it.",
    ...rows,
    `Plans: ${plans.map((plan, at) => `${at + 1} ${planWords(plan)}`).join("; ")}.`,
    ...found,
    ...(progress === null ? [] : assumptionsOf(screen)),
    `run asks; a or b and a number takes another plan; ${words.join(", ")} change the rest; back goes back.`,
  ];
}

function foundText(
  screen: AskScreen,
  { answer, total }: NonNullable<AskScreen["progress"]>,
): readonly string[] {
  const words = askWords(screen);
  return [
    `${count(answer.runs)} of ${count(total)} pairs were played; the plans differ in ${count(answer.parted)}.`,
    ...answer.rows.map((row) => figureWords(words, row)),
    ...askedSentences(words, answer),
  ];
}

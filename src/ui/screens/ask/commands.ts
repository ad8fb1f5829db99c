import { byKey, type Command } from "../../commands/command.ts";
import { type AskScreen, go, noticed, type State, stay, type Step } from "../../state.ts";
import { askRowsOf, turnsLeft, whitePlans } from "./form.ts";
import { begin, changed, stopped } from "./keys.ts";
import { openAsk } from "./open.ts";

/** Opens the question of a screen; the key of it is the same everywhere. */
export const ASK_COMMAND: Command = {
  name: "ask",
  key: "A",
  says: "what if: these orders against others, played hundreds of times",
  run: openAsk,
};

type Run = (state: State, screen: AskScreen, words: readonly string[]) => Step;

/** A word that works on the question. */
function word(name: string, takes: string, says: string, run: Run, key: string | null = null) {
  return {
    name,
    key,
    takes,
    says,
    run: (state: State, words: readonly string[]) =>
      state.screen.kind === "ask" ? run(state, state.screen, words) : stay(state),
  };
}

/** The most runs that may be asked for by number. */
const MOST_RUNS = 10_000;

/** What can be typed at a question. */
export function askCommands({ about }: AskScreen): readonly Command[] {
  const rows = askRowsOf(about);
  const own: readonly Command[] = [
    word("seat", "SEAT", "whose plans are compared", seat),
    word("a", "PLAN", "the first plan, by its number or the beginning of its name", plan("a")),
    word("b", "PLAN", "the second plan", plan("b")),
    word("turns", "NUMBER", "how many turns are played on", turns),
    word("runs", "NUMBER", `how often each plan is played, up to ${MOST_RUNS}`, runs),
    word("enemy", "holds or attacks", "what reported enemies do", enemy),
    word("dice", "TEXT", "the text that the dice come from", dice),
  ];
  return [
    { ...word("run", "", "ask: play both plans on the same dice", begin), key: "enter" },
    ...own.filter(({ name }) => (rows as readonly string[]).includes(name)),
    word("stop", "", "stop playing; what was found stays", (state, screen) =>
      screen.isAsking ? stopped(state, screen) : refused(state, "nothing is being played"),
    ),
    byKey("back", "escape", "stop, then go back"),
  ].map(({ takes, ...rest }: Command) => (takes ? { ...rest, takes } : rest));
}

function refused(state: State, why: string): Step {
  return stay(noticed(state, "warn", why));
}

function set(state: State, screen: AskScreen, change: Partial<AskScreen>): Step {
  return go(state, { ...screen, ...change, isAsking: false, progress: null });
}

function plan(which: "a" | "b"): Run {
  return (state, screen, words) => {
    const asked = words.join(" ").toLowerCase();
    const named = screen.plans.findIndex(({ name }) => name.toLowerCase().startsWith(asked));
    const at = /^\d+$/.test(asked) ? Number(asked) - 1 : named;
    const listed = screen.plans.map(({ name }, index) => `${index + 1} ${name}`).join("; ");
    if (asked === "" || screen.plans[at] === undefined)
      return refused(state, `plans are ${listed}`);
    return set(state, screen, { [which]: at });
  };
}

const seat: Run = (state, screen, words) => {
  const { about } = screen;
  if (about.kind !== "white") return stay(state);
  const asked = words.join(" ").toLowerCase();
  const nameOf = (id: string) => state.card.seats.find((one) => one.id === id)?.name ?? id;
  const found = about.seats.find((id) => id === asked || nameOf(id).toLowerCase() === asked);
  if (found === undefined) return refused(state, `seats are ${about.seats.map(nameOf).join("; ")}`);
  const next = { about: { ...about, seat: found }, plans: whitePlans(state.card, found) };
  return set(state, screen, { ...next, a: 0, b: 1 });
};

const turns: Run = (state, screen, [text = ""]) => {
  const most = turnsLeft(screen.about);
  const asked = Number(text);
  if (!Number.isInteger(asked) || asked < 1 || asked > most)
    return refused(state, `from 1 to ${most} turns can be played on`);
  return set(state, screen, { turns: asked });
};

const runs: Run = (state, screen, [text = ""]) => {
  const asked = Number(text);
  if (!Number.isInteger(asked) || asked < 1 || asked > MOST_RUNS)
    return refused(state, `runs go from 1 to ${MOST_RUNS}`);
  return set(state, screen, { runs: asked });
};

const enemy: Run = (state, screen, [text = ""]) => {
  const { about } = screen;
  if (about.kind !== "seat") return stay(state);
  if (text !== "holds" && text !== "attacks")
    return refused(state, "type holds or attacks: what reported enemies do");
  return set(state, screen, { about: { ...about, enemy: text } });
};

const dice: Run = (state, screen, words) => {
  const { about } = screen;
  if (about.kind !== "white") return stay(state);
  const seed = words.join(" ").trim();
  if (seed === "") return refused(state, "type any text: the same text gives the same dice");
  return go(state, changed(state, { ...screen, about: { ...about, seed } }, "dice", 0));
};

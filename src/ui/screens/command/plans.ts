import type { Command } from "../../commands/command.ts";
import { type Game, go, type KeptPlan, noticed, type State, stay, type Step } from "../../state.ts";
import { plural } from "../../text/words.ts";

/** Longest name of a plan. */
const LONGEST = 30;

/** Words that keep the sheet as a plan and put one back on it. */
export function planCommands(): readonly Command[] {
  return [
    {
      name: "keep",
      key: "P",
      says: "keep the sheet as a plan, to ask about it or to come back to it",
      takes: "NAME",
      run: keepPlan,
    },
    {
      name: "plan",
      key: null,
      says: "put a kept plan on the sheet",
      takes: "NAME",
      run: takePlan,
      complete: (state, begun) =>
        plansHere(state.game).flatMap(({ name }) =>
          name.toLowerCase().startsWith(begun.toLowerCase()) ? [name] : [],
        ),
    },
  ];
}

/** Plans that the seat that is looking kept for the turn that is open. */
function plansHere(game: Game | null): readonly KeptPlan[] {
  const view = game?.view ?? null;
  if (game === null || view === null) return [];
  return game.plans.filter(({ seat, turn }) => seat === view.brief.seat && turn === view.turn + 1);
}

/** Keeps the sheet under a name, or under the next number; one of the same name is replaced. */
export function keepPlan(state: State, words: readonly string[]): Step {
  const { game } = state;
  if (game === null || game.view === null) return stay(state);
  const own = plansHere(game);
  const name = words.join(" ").slice(0, LONGEST) || `plan ${own.length + 1}`;
  const { brief, turn } = game.view;
  const plan = { name, seat: brief.seat, turn: turn + 1, orders: game.draft.orders };
  const others = game.plans.filter((one) => !(own.includes(one) && one.name === name));
  const said = `kept as "${name}" (${plural(plan.orders.length, "order")}); A asks what comes of it`;
  return stay(noticed({ ...state, game: { ...game, plans: [...others, plan] } }, "good", said));
}

/** Puts a kept plan on the sheet; undo brings back what was there. */
function takePlan(state: State, words: readonly string[]): Step {
  const { game, screen } = state;
  if (game === null || screen.kind !== "command") return stay(state);
  const asked = words.join(" ").toLowerCase();
  const own = plansHere(game);
  const plan =
    own.find(({ name }) => name.toLowerCase() === asked) ??
    own.find(({ name }) => asked !== "" && name.toLowerCase().startsWith(asked));
  if (plan === undefined) return stay(noticed(state, "warn", listWords(own)));
  const { orders, undo } = game.draft;
  const draft = { orders: plan.orders, undo: [...undo, orders], redo: [] };
  const cursors = { ...screen.cursors, orders: 0 };
  const said = `"${plan.name}" is on the sheet; undo brings back what was there`;
  return go(
    { ...noticed(state, "good", said), game: { ...game, draft } },
    { ...screen, mode: { kind: "browse" }, cursors },
  );
}

function listWords(own: readonly KeptPlan[]): string {
  if (own.length === 0) return "no plan was kept for this turn; keep NAME keeps the sheet";
  return `plans are ${own.map(({ name }) => `"${name}"`).join(", ")}`;
}

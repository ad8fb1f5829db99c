import { type Key, wordOf } from "../key.ts";
import { chosenUnit } from "../screens/command/choice.ts";
import type { State } from "../state.ts";
import type { Coach, StepGoal, Tutorial, TutorialStep } from "./lesson.ts";

/** Key that leaves a step of the tutorial undone. */
export const SKIP = ".";
/** Key that goes back to the step before. */
export const BACK = ",";

/** The tutorial of a game as somebody sits down at it: at the first step of the turn that is open. */
export function beginCoach(tutorial: Tutorial, openTurn: number): Coach {
  const at = tutorial.steps.findIndex(({ turn }) => turn >= openTurn);
  return { tutorial, at: at < 0 ? tutorial.steps.length : at };
}

/** The state after something happened, its tutorial gone on past every step that is done. */
export function followed(before: State, after: State): State {
  let state = after;
  while (state.coach !== null && isDone(state.coach, before, state)) state = atStep(state, 1);
  return state;
}

/** The step before or after; null when the key is none of the tutorial's or is text here. */
export function pressCoach(state: State, key: Key): State | null {
  const word = wordOf(key);
  if (state.coach === null || (word !== SKIP && word !== BACK)) return null;
  return atStep(state, word === SKIP ? 1 : -1);
}

function atStep(state: State, by: number): State {
  const { coach } = state;
  if (coach === null) return state;
  const at = Math.max(0, Math.min(coach.at + by, coach.tutorial.steps.length));
  return { ...state, coach: { ...coach, at } };
}

function isDone({ tutorial, at }: Coach, before: State, after: State): boolean {
  const step = tutorial.steps[at];
  if (step === undefined || after.game === null) return false;
  if (after.game.turn > step.turn || isReached(step.until, before, after)) return true;
  return step.until.kind === "opened" && isPassedBy(tutorial.steps[at + 1], before, after);
}

/** A screen that was left out is not waited for once what follows it is open. */
function isPassedBy(next: TutorialStep | undefined, before: State, after: State): boolean {
  return next?.until.kind === "opened" && isReached(next.until, before, after);
}

function isReached(goal: StepGoal, before: State, after: State): boolean {
  switch (goal.kind) {
    case "opened":
      return openOn(after).includes(goal.name);
    case "chosen":
      return isChosen(after, goal.subject);
    case "ordered":
      return isOrdered(after, goal);
    case "undone":
      return (after.game?.draft.redo.length ?? 0) > (before.game?.draft.redo.length ?? 0);
    case "typed":
      return after.typed !== before.typed;
    case "turn":
      return (after.game?.turn ?? 0) >= goal.turn;
    case "read":
      return false;
  }
}

/** Names of all that is open: the screen, its page or menu, and what lies over it. */
function openOn({ screen, over }: State): readonly string[] {
  const part =
    screen.kind === "page"
      ? [screen.page]
      : screen.kind === "command"
        ? [screen.mode.kind, screen.tab]
        : [];
  const above = over === null ? [] : [typeof over === "string" ? over : over.kind];
  return [screen.kind, ...part, ...above];
}

function isChosen({ screen, game }: State, subject: string): boolean {
  if (screen.kind !== "command" || game === null || game.view === null) return false;
  return chosenUnit(game.view, game.draft, screen) === subject;
}

function isOrdered(
  { game }: State,
  { verb, unit, to }: Extract<StepGoal, { kind: "ordered" }>,
): boolean {
  return (game?.draft.orders ?? []).some((order) => {
    const names: readonly unknown[] = Object.values(order);
    const holds = (id: string | null) => id === null || names.includes(id);
    return order.verb === verb && holds(unit) && holds(to);
  });
}

import type { View } from "../../../engine/player.ts";
import {
  type Draft,
  type Game,
  type Mode,
  type ScreenOf,
  type State,
  type Step,
  go,
} from "../../state.ts";
import { chosenPlace } from "./choice.ts";

/** The state of the command screen. */
export type Command = ScreenOf<"command">;

/** What the keys of the command screen work on. */
export interface At {
  readonly state: State;
  readonly screen: Command;
  readonly game: Game;
  readonly view: View;
}

/** Going through the lists. */
export const BROWSE: Mode = { kind: "browse" };

/** A step to another mode of the panel. */
export function inMode({ state, screen }: At, mode: Mode): Step {
  return go(state, { ...screen, mode });
}

/** A closer look follows the cursor. */
export function recentred(view: View, draft: Draft, screen: Command): Command {
  if (screen.sight.zoom === 1) return screen;
  const centre = chosenPlace(view, draft, screen) ?? screen.sight.centre;
  return { ...screen, sight: { ...screen.sight, centre } };
}

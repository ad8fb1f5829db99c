import type { ScreenOf, State } from "../../state.ts";
import { isAtCurtain } from "./keys.ts";

type Hint = readonly [key: string, does: string];

/** The keys between two groups; before White's curtain all letters are the phrase's. */
export function handoverHints({ game }: State, screen: ScreenOf<"handover">): readonly Hint[] {
  if (isAtCurtain(game, screen))
    return [
      ["Enter", "open"],
      ["Esc", "back"],
      ["Ctrl-C", "leave"],
    ];
  const isWhite = game !== null && screen.seat === game.white;
  return [
    ["Enter", "nobody else looks"],
    ...(isWhite ? [["Esc", "back"] as const] : []),
    ...(game?.white && !isWhite ? [["w", "White"] as const] : []),
    ["p", "room's screen"],
    ["q", "leave"],
    ["?", "help"],
  ];
}

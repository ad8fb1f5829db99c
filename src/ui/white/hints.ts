import type { DeskScreen } from "./desk.ts";

type Hint = readonly [key: string, does: string];

/** The keys that matter at White's desk. */
export function deskHints({ mode, tab }: DeskScreen): readonly Hint[] {
  switch (mode.kind) {
    case "browse":
      return browseHints(tab);
    case "why":
      return [
        ["↑↓", "scroll"],
        ["r", "rule"],
        ["Esc", "back"],
      ];
    case "choose":
      return [
        ["↑↓", "choose"],
        ["Enter", "take"],
        ["Esc", "back"],
      ];
    case "audience":
      return [
        ["↑↓", "seat"],
        ["Space", "told or not"],
        ["Enter", "on"],
        ["Esc", "back"],
      ];
    default:
      return [
        ["Enter", mode.kind === "commit" ? "commit" : "on"],
        ["Esc", "back"],
      ];
  }
}

function browseHints(tab: DeskScreen["tab"]): readonly Hint[] {
  const own: Readonly<Record<DeskScreen["tab"], readonly Hint[]>> = {
    turn: [
      ["Enter", "why"],
      ["r", "rule"],
    ],
    hand: [["x", "withdraw"]],
    injects: [["Enter", "put in"]],
    before: [
      ["Enter", "why"],
      ["s", "to the room"],
    ],
  };
  return [
    ["↑↓", "choose"],
    ["Tab", "list"],
    ...own[tab],
    ["n", "own event"],
    ["p", "play"],
    ["c", "commit"],
    ["A", "what if"],
    ["Esc", "get up"],
  ];
}

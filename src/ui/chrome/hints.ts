import { match } from "ts-pattern";
import { handoverHints } from "../screens/handover/hints.ts";
import { deskHints } from "../white/hints.ts";
import type { CommandScreen, Screen, State, TimelineScreen } from "../state.ts";

/** A key and what it does, as the footer shows it. */
export type Hint = readonly [key: string, does: string];

/** The keys that matter on a screen, the most useful first. */
export function hintsOf(state: State): readonly Hint[] {
  if (state.over !== null && typeof state.over === "object") return OVER_HINTS[state.over.kind];
  if (state.screen.kind === "handover") return handoverHints(state, state.screen);
  return [...hintsFor(state.screen), ["?", "help"]];
}

/** As many hints as a row of `columns` holds; the last, which is help, always. */
export function footerHints(hints: readonly Hint[], columns: number): readonly Hint[] {
  const last = hints.at(-1);
  if (last === undefined) return [];
  const kept: Hint[] = [];
  let room = columns - columnsOf(last);
  for (const hint of hints.slice(0, -1)) {
    room -= columnsOf(hint);
    if (room < 0) break;
    kept.push(hint);
  }
  return [...kept, last];
}

function columnsOf([key, does]: Hint): number {
  return key.length + does.length + 3;
}

const OVER_HINTS: Readonly<Record<"line" | "palette" | "help", readonly Hint[]>> = {
  help: [
    ["↑↓", "scroll"],
    ["Space", "next page"],
    ["Esc", "close"],
  ],
  line: [
    ["Enter", "do it"],
    ["Tab", "complete"],
    ["↑↓", "typed before"],
    ["Esc", "back"],
  ],
  palette: [
    ["a-z", "search"],
    ["↑↓", "choose"],
    ["Enter", "do it"],
    ["Esc", "back"],
  ],
};

function hintsFor(screen: Screen): readonly Hint[] {
  return match<Screen, readonly Hint[]>(screen)
    .with({ kind: "title" }, () => [
      ["↑↓", "choose"],
      ["Enter", "go"],
      ["←→", "scenario"],
      ["t", "tutorial"],
      ["q", "quit"],
    ])
    .with({ kind: "seating" }, () => [
      ["Enter", "begin"],
      ["↑↓", "row"],
      ["←→", "change"],
      ["b", "brief"],
      ["Esc", "back"],
    ])
    .with({ kind: "saves" }, () => [
      ["↑↓", "choose"],
      ["Enter", "go on"],
      ["Esc", "back"],
    ])
    .with({ kind: "page", page: "brief" }, ({ back }) => [
      ["Enter", back === undefined ? "to the map" : "back"],
      ["↑↓", "scroll"],
    ])
    .with({ kind: "page", page: "exercise" }, () => [
      ["↑↓", "scroll"],
      ["w", "White's book"],
      ["Esc", "back"],
    ])
    .with({ kind: "page", page: "white-door" }, () => [
      ["y", "I am White: open it"],
      ["Esc", "back"],
    ])
    .with({ kind: "page" }, () => [
      ["↑↓", "scroll"],
      ["Esc", "back"],
    ])
    .with({ kind: "timeline" }, timelineHints)
    .with({ kind: "branches" }, () => [
      ["↑↓", "choose"],
      ["Enter", "open"],
      ["m", "mark"],
      ["c", "compare"],
      ["Esc", "back"],
    ])
    .with({ kind: "compare" }, () => [
      ["←→", "turn"],
      ["PgDn", "scroll"],
      ["Esc", "back"],
    ])
    .with({ kind: "ask" }, ({ isAsking, progress }) => [
      ...(isAsking ? [] : [["Enter", "ask"] as const]),
      ["Esc", isAsking ? "stop" : "back"],
      ["↑↓", "row"],
      ["←→", "change"],
      ...(progress === null ? [] : [["PgDn", "more"] as const]),
    ])
    .with({ kind: "handover" }, () => [])
    .with({ kind: "report" }, () => [
      ["↑↓", "read"],
      ["Enter", "why / go on"],
      ["m", "more"],
      ["o", "orders"],
      ["b", "brief"],
      ["q", "leave"],
    ])
    .with({ kind: "playback" }, ({ playing }) => [
      ["Space", playing ? "pause" : "play"],
      ["←→", "step"],
      ["w", "why"],
      ["s", "speed"],
      ["End", "last"],
      ["Enter", "report"],
    ])
    .with({ kind: "desk" }, deskHints)
    .with({ kind: "projector" }, ({ board }) => [
      ...(board.over ? [["Enter", "play the next turn"] as const, ["t", "timeline"] as const] : []),
      ["↑↓", "news"],
      ["Esc", "back"],
    ])
    .with({ kind: "why" }, () => [
      ["↑↓", "scroll"],
      ["←→", "battle"],
      ["Esc", "back"],
    ])
    .with({ kind: "ready" }, () => [
      ["Enter", "go on"],
      ["p", "room's screen"],
      ["q", "leave"],
    ])
    .with({ kind: "end" }, () => [
      ["Enter", "look back"],
      ["Esc", "title"],
      ["q", "quit"],
    ])
    .with({ kind: "sent" }, () => [
      ["Enter", "leave"],
      ["c", "change the orders"],
    ])
    .with({ kind: "command" }, commandHints)
    .with({ kind: "situation" }, () => [
      ["↑↓", "read"],
      ["1-8", "part"],
      ["←→", "part before, after"],
      ["Esc", "to the map"],
    ])
    .exhaustive();
}

function timelineHints({ mode, past, turn }: TimelineScreen): readonly Hint[] {
  switch (mode.kind) {
    case "browse":
      return [
        ["←→", "turn"],
        ...(past.live && turn === past.moments.length - 1
          ? [["Enter", "play the next"] as const]
          : []),
        ["b", "branch"],
        ["n", "note"],
        ["t", "tree"],
        ["r", "record"],
        ["a", "all"],
        ["Esc", "back"],
        ["A", "what if"],
      ];
    case "note":
      return [
        ["Enter", "write it"],
        ["Esc", "back"],
      ];
    case "branch":
      return [
        ["↑↓", "row"],
        ["←→", "change"],
        ["Enter", "branch and go on there"],
        ["Esc", "back"],
      ];
  }
}

function commandHints({ mode, tab }: CommandScreen): readonly Hint[] {
  switch (mode.kind) {
    case "browse":
      return [
        ["↑↓", "choose"],
        tab === "orders" ? (["x", "take back"] as const) : (["Enter", "order"] as const),
        ["e", "end turn"],
        ["Tab", "list"],
        ["u", "undo"],
        tab === "air" ? (["+-", "sorties"] as const) : (["i", "idle"] as const),
        [":", "type"],
        ["b", "brief"],
        ["s", "in words"],
        ["A", "what if"],
        ["z", "zoom"],
      ];
    case "verbs":
      return [
        ["↑↓", "choose"],
        ["Enter", "take"],
        ["Esc", "back"],
      ];
    case "targets":
      return [
        ["↑↓", "choose"],
        ["a-z", "search"],
        ["Enter", "give the order"],
        ["Esc", "back"],
      ];
    case "sorties":
      return [
        ["←→", "number"],
        ["Enter", "give the order"],
        ["Esc", "back"],
      ];
    case "count":
      return [
        ["←→", "number"],
        ["0-9", "type it"],
        ["Enter", "give the order"],
        ["Esc", "back"],
      ];
    case "seal":
      return [
        ["Enter", "seal"],
        ["A", "what if"],
        ["Esc", "back"],
      ];
  }
}

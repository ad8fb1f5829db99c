import type { View } from "../../../engine/player.ts";
import type { RecordCard } from "../../ports.ts";
import type { Game, ScreenOf, State } from "../../state.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";

type Objective = View["brief"]["objectives"][string];

/** A text to read, from its scroll on. */
export function viewPage(
  state: State,
  screen: ScreenOf<"page">,
  width: number,
  height: number,
): Line[] {
  const room = Math.min(width - 2, 96);
  const [title, ...rows] =
    screen.page === "record" ? recordRows(state.card.record, room) : briefRows(state.game, room);
  const shown = height - 2;
  const first = Math.min(screen.scroll, Math.max(0, rows.length - shown));
  const rest = rows.length - first - shown;
  return [
    title ?? line(),
    line(tone("dim", rest > 0 ? `↓ ${rest} more rows` : "")),
    ...rows.slice(first, first + shown),
  ];
}

function recordRows(record: readonly RecordCard[], width: number): Line[] {
  let turn = -1;
  const rows = record.flatMap((entry) => {
    const heading =
      entry.turn === turn ? [] : [line(), line(tone("strong", turnHeading(entry.turn)))];
    turn = entry.turn;
    return [...heading, ...entryRows(entry, width)];
  });
  return [line(tone("title", "What the sources say")), ...rows];
}

function turnHeading(turn: number): string {
  return turn === 0 ? "Before the first turn" : `Turn ${turn}`;
}

function entryRows({ text, confidence, sources }: RecordCard, width: number): Line[] {
  return [
    ...wrap(text, width, "  ").map((row) => line(row)),
    line(tone("dim", `  ${confidence} · ${sources.join(", ")}`)),
  ];
}

function briefRows(game: Game | null, width: number): Line[] {
  const view = game?.view ?? null;
  if (view === null) return [line()];
  const { brief } = view;
  const objectives = Object.values(brief.objectives).filter(({ seats }) =>
    seats.includes(brief.seat),
  );
  return [
    line(tone("title", `Your brief: ${game?.names.seats[brief.seat]?.name ?? brief.seat}`)),
    ...wrap(brief.text, width).map((row) => line(row)),
    line(),
    line(tone("strong", "What you score for")),
    ...objectives.map(objectiveLine),
  ];
}

function objectiveLine({ title, points, scored, group }: Objective): Line {
  const note =
    group !== null ? "one of its group counts" : scored === "each-turn" ? "every turn" : "";
  return line(
    `${String(points).padStart(4)}  ${title}`,
    tone("dim", note === "" ? "" : `  (${note})`),
  );
}

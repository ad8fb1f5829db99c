import type { View } from "../../../engine/player.ts";
import type { RecordCard, ScenarioCard } from "../../ports.ts";
import type { Game, ScreenOf, State } from "../../state.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";
import { plural } from "../../text/words.ts";
import { exerciseRows, whiteDoorRows, whiteRows } from "./exercise.ts";

type Objective = View["brief"]["objectives"][string];

/** A text to read, from its scroll on. */
export function viewPage(
  state: State,
  screen: ScreenOf<"page">,
  width: number,
  height: number,
): Line[] {
  const room = Math.min(width - 2, 96);
  const [title, ...rows] = rowsOf(state, screen, room);
  const shown = height - 2;
  const first = Math.min(screen.scroll, Math.max(0, rows.length - shown));
  const rest = rows.length - first - shown;
  return [
    title ?? line(),
    line(tone("dim", rest > 0 ? `↓ ${rest} more rows` : "")),
    ...rows.slice(first, first + shown),
  ];
}

function rowsOf({ card, game }: State, { page, seat }: ScreenOf<"page">, width: number): Line[] {
  switch (page) {
    case "record":
      return recordRows(card.record, width);
    case "exercise":
      return exerciseRows(card.exercise, width);
    case "white-door":
      return whiteDoorRows(width);
    case "white":
      return whiteRows(card.exercise, width);
    case "brief":
      return seat === undefined ? briefRows(card, game, width) : seatBriefRows(card, seat, width);
  }
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

function briefRows(card: ScenarioCard, game: Game | null, width: number): Line[] {
  const view = game?.view ?? null;
  if (view === null) return [line()];
  const { brief } = view;
  const objectives = Object.entries(brief.objectives).filter(([, { seats }]) =>
    seats.includes(brief.seat),
  );
  return [
    line(tone("title", `Your brief: ${game?.names.seats[brief.seat]?.name ?? brief.seat}`)),
    ...wrap(brief.text, width).map((row) => line(row)),
    line(),
    line(tone("strong", "What you score for")),
    ...objectives.flatMap(([id, one]) => objectiveLine(one, isAim(view, id, one))),
    ...unchosenLine(objectives.filter(([id, one]) => isAim(view, id, one) === false).length),
    ...roadToWar(card, brief.scenario, width),
  ];
}

/** A seat's brief as it stands in the scenario, for whoever is to sit there. */
function seatBriefRows(card: ScenarioCard, seat: string, width: number): Line[] {
  const found = card.seats.find(({ id }) => id === seat);
  if (found === undefined) return [line()];
  return [
    line(
      tone("title", `The brief of: ${found.name}`),
      tone("dim", " · for whoever will sit there"),
    ),
    ...wrap(found.brief, width).map((row) => line(row)),
  ];
}

/** What everybody knows; a saved game may be of another scenario than the card's. */
function roadToWar({ id, exercise }: ScenarioCard, scenario: string, width: number): Line[] {
  if (exercise === null || id !== scenario) return [];
  return [
    line(),
    line(tone("strong", "The road to war")),
    ...wrap(exercise.roadToWar, width).map((row) => line(row)),
  ];
}

/** Whether an objective is the one chosen of its group; null where there is no choice. */
function isAim({ aims }: View, id: string, { group }: Objective): boolean | null {
  return group === null ? null : aims[group] === id;
}

/** An aim that was not chosen does not count, and is left out. */
function objectiveLine({ title, points, scored }: Objective, aim: boolean | null): Line[] {
  if (aim === false) return [];
  const notes = [...(aim ? ["your aim"] : []), ...(scored === "each-turn" ? ["every turn"] : [])];
  const note = notes.length === 0 ? "" : `  (${notes.join(", ")})`;
  return [line(`${String(points).padStart(4)}  ${title}`, tone("dim", note))];
}

function unchosenLine(count: number): Line[] {
  if (count === 0) return [];
  return [line(tone("dim", `      ${plural(count, "other aim")} not chosen, which do not count`))];
}

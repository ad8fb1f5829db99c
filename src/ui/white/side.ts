import type { Event } from "../../engine/index.ts";
import { conditionWords, narrate } from "../../reports/index.ts";
import { drawMap } from "../map/draw.ts";
import { pictureOfTruth } from "../map/picture.ts";
import type { Game } from "../state.ts";
import { whereOf } from "../telling/scenes.ts";
import { listOf } from "../text/list.ts";
import { type Line, line, tone, toHeight, wrap } from "../text/span.ts";
import { choicesFor, drawsIn, drawWords } from "./choices.ts";
import type { DeskScreen } from "./desk.ts";
import { formLines } from "./form.ts";
import { chosenEvent, eventsOfTab } from "./rows.ts";

const LEAST_MAP_ROWS = 14;

/** The right of the desk: what is being filled in, or what is chosen, with the map where there is room. */
export function sideLines(game: Game, screen: DeskScreen, width: number, height: number): Line[] {
  if (screen.mode.kind !== "browse" && screen.mode.kind !== "choose")
    return formLines(game, screen, width);
  const map = height >= LEAST_MAP_ROWS * 2 ? Math.floor(height * 0.45) : 0;
  const above = height - map;
  const told =
    screen.mode.kind === "choose"
      ? choiceLines(game, screen, screen.mode.event, screen.mode.cursor, width, above - 1)
      : chosenLines(game, screen, width);
  return [...toHeight(told, above), ...mapLines(screen, width, map)];
}

function mapLines(screen: DeskScreen, width: number, rows: number): Line[] {
  if (rows === 0) return [];
  const at = chosenEvent(screen);
  const event = at === null ? undefined : eventsOfTab(screen, screen.tab)[at];
  const picture = pictureOfTruth(screen.view.brief, screen.truth, screen.turn - 1);
  const chosen = event === undefined ? null : whereOf(event);
  return drawMap(picture, { zoom: 1, centre: null }, { chosen, route: [] }, width, rows);
}

function choiceLines(
  { names }: Game,
  screen: DeskScreen,
  at: number,
  cursor: number,
  width: number,
  height: number,
): Line[] {
  const event = screen.draft?.[at];
  if (event === undefined) return [];
  const choices = choicesFor(names, screen.view.brief.parameters, event);
  const rows = choices.map(({ says }, index) => line(`${index < 9 ? index + 1 : " "} ${says}`));
  return [
    line(tone("title", "What is ruled?")),
    ...wrap(narrate(names, event), width)
      .slice(0, 4)
      .map((row) => line(tone("dim", row))),
    line(),
    ...listOf(rows, cursor, height - 6),
  ];
}

function chosenLines(game: Game, screen: DeskScreen, width: number): Line[] {
  const { tab, cursors, listed, hand } = screen;
  if (tab === "injects") {
    const inject = listed[cursors.injects];
    return inject === undefined ? [] : injectLines(game, inject, width);
  }
  if (tab === "hand") {
    return hand.length === 0
      ? []
      : [line(tone("key", "x"), " withdraws it: the draft is then as without it.")];
  }
  const at = chosenEvent(screen);
  const event = at === null ? undefined : eventsOfTab(screen, tab)[at];
  if (event === undefined) return howLines(width);
  return eventLines(game, screen, event, width);
}

function howLines(width: number): Line[] {
  const text =
    "Put in events before orders are sealed (Tab to Events, n for one of your own). When every " +
    "seat has sealed the draft stands here: look into it, rule, and commit.";
  return wrap(text, width).map((row) => line(row));
}

function eventLines({ names }: Game, { tab }: DeskScreen, event: Event, width: number): Line[] {
  const draws = drawsIn(event);
  const said = wrap(narrate(names, event), width).map((row) => line(row));
  const drawn = draws.flatMap(({ key, u }) =>
    wrap(`u = ${u.toFixed(4)}  ${drawWords(names, key)}`, width, "  ").map((row) =>
      line(tone("dim", row)),
    ),
  );
  const keys =
    tab === "turn"
      ? line(tone("key", "Enter"), " why   ", tone("key", "r"), " rule")
      : line(tone("key", "Enter"), " why   ", tone("key", "s"), " show it to the room");
  return [...said, line(), keys, line(), ...battleLines(event), ...drawn];
}

function battleLines(event: Event): Line[] {
  if (event.kind !== "battle-resolved") return [];
  const { odds, outcome, result, ruling } = event;
  return [
    line(
      `Odds ${odds.toFixed(2)}, R* ${outcome.toFixed(2)}: `,
      tone("strong", result.replaceAll("-", " ")),
    ),
    ...(ruling === null ? [] : [line(tone("warn", `Ruled: ${ruling}`))]),
  ];
}

function injectLines(
  { names }: Game,
  { text, audience, when, came, expectedResponse, effects }: DeskScreen["listed"][number],
  width: number,
): Line[] {
  const seats = audience.map((seat) => names.seats[seat]?.name ?? seat).join(", ");
  const comes =
    came > 0
      ? `Came in turn ${came}`
      : when === null
        ? "By hand only"
        : conditionWords(names, when);
  const does = effects.map(({ kind }) => kind.replaceAll("-", " ")).join(", ");
  const rows = (words: string, look: "plain" | "dim") =>
    wrap(words, width, "  ").map((row) => line(tone(look, row)));
  return [
    ...rows(text, "plain"),
    line(),
    ...rows(`To: ${seats}`, "dim"),
    ...rows(`When: ${comes}`, "dim"),
    ...(does === "" ? [] : rows(`Moves: ${does}`, "dim")),
    ...rows(`Expected: ${expectedResponse}`, "dim"),
    line(),
    ...(came > 0 ? [] : [line(tone("key", "Enter"), " put it into this turn by hand")]),
  ];
}

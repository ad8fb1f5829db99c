import type { BattleResolved, Event, Id } from "../../../engine/player.ts";
import { narrate, resultChances } from "../../../reports/index.ts";
import { drawMap } from "../../map/draw.ts";
import { pictureOf, pictureOfTruth } from "../../map/picture.ts";
import type { Game, PlaybackScreen, Scenery, State } from "../../state.ts";
import { markOf } from "../../telling/items.ts";
import { whereOf } from "../../telling/scenes.ts";
import { beside, inTone, type Line, line, spread, tone, toHeight, wrap } from "../../text/span.ts";
import { count, percent } from "../../text/words.ts";
import { type Beat, beatsOf } from "./beats.ts";

const BESIDE_COLUMNS = 110;
const TELLING_COLUMNS = 58;
/** What a battle takes to be told whole in 80 columns. */
const BATTLE_ROWS = 13;

/** A turn as far as it has been played back: the map, what happens now, what happened before it. */
export function viewPlayback(
  state: State,
  screen: PlaybackScreen,
  width: number,
  height: number,
): Line[] {
  const { game } = state;
  if (game === null) return [];
  const beats = beatsOf(screen.events);
  const head = headOf(state, screen, beats.length, width);
  const rows = height - 1;
  if (width >= BESIDE_COLUMNS) {
    const left = Math.max(TELLING_COLUMNS, Math.floor(width * 0.42));
    const told = toHeight(tellingRows(game, screen, beats, left - 1, rows), rows);
    return [head, ...beside(told, left, mapOf(game, screen, beats, width - left - 1, rows), "│")];
  }
  const mapRows = Math.min(Math.floor(rows * 0.45), rows - BATTLE_ROWS);
  const told = tellingRows(game, screen, beats, width - 1, rows - mapRows);
  return [head, ...toHeight(mapOf(game, screen, beats, width, mapRows), mapRows), ...told];
}

function headOf(
  { pace }: State,
  { title, step, playing }: PlaybackScreen,
  steps: number,
  width: number,
): Line {
  const done = Math.round((10 * (step + 1)) / Math.max(1, steps));
  const bar = `${"■".repeat(done)}${"·".repeat(10 - done)}`;
  const how = playing ? `▶ ${pace}` : step + 1 >= steps ? "■ end" : "‖ paused";
  return spread(
    line(tone("title", title)),
    line(tone("accent", how.padEnd(9)), tone("dim", ` ${step + 1} of ${steps} `), bar),
    width,
  );
}

/** The map as it was before the turn, with what has fallen so far; at the end as it is now. */
function mapOf(
  { names }: Game,
  { events, before, after, step }: PlaybackScreen,
  beats: readonly Beat[],
  columns: number,
  rows: number,
): Line[] {
  const shown = beats.slice(0, step + 1);
  const now = events[shown.at(-1)?.event ?? -1];
  const chosen = now === undefined ? null : whereOf(now);
  const isEnd = step + 1 >= beats.length;
  const picture = pictureAt(names, isEnd ? after : before, takenIn(events, shown));
  return drawMap(picture, { zoom: 1, centre: null }, { chosen, route: [] }, columns, rows);
}

type Taken = Readonly<Record<Id, Id>>;

function takenIn(events: readonly Event[], shown: readonly Beat[]): Taken {
  const taken = shown.flatMap(({ event }) => {
    const one = events[event];
    return one?.kind === "place-taken" ? [[one.place, one.by] as const] : [];
  });
  return Object.fromEntries(taken);
}

function pictureAt({ formations }: Game["names"], { view, truth }: Scenery, taken: Taken) {
  if (truth === null)
    return pictureOf({ ...view, holders: { ...view.holders, ...taken } }, formations);
  const holders = { ...truth.holders, ...taken };
  return pictureOfTruth(view.brief, { ...truth, holders }, view.turn);
}

/** What happens now, whole, and under it what happened before, the latest first. */
function tellingRows(
  game: Game,
  screen: PlaybackScreen,
  beats: readonly Beat[],
  width: number,
  height: number,
): Line[] {
  const beat = beats[screen.step];
  const event = screen.events[beat?.event ?? -1];
  if (beat === undefined || event === undefined) return [line("Nothing of note.")];
  const now = nowRows(game, screen, event, beat.stage, width);
  const earlier = earlierRows(game, screen, beats, width);
  return [...now, line(), ...earlier].slice(0, height);
}

function nowRows(
  game: Game,
  screen: PlaybackScreen,
  event: Event,
  stage: Beat["stage"],
  width: number,
): Line[] {
  if (event.kind === "battle-resolved") return battleRows(game, screen, event, stage, width);
  const [mark, look] = markOf(event);
  return wrap(narrate(game.names, event), width - 2).map((row, at) =>
    line(tone(look, at === 0 ? `${mark} ` : "  "), tone("strong", row)),
  );
}

/** Who fights, then the odds and the chance of each result, then what came of it. */
function battleRows(
  { names }: Game,
  { after }: PlaybackScreen,
  battle: BattleResolved,
  stage: Beat["stage"],
  width: number,
): Line[] {
  const where = names.places[battle.place]?.name ?? battle.place;
  const [mark, look] = markOf(battle);
  const { sides } = after.view.brief;
  const force = (side: Id, men: number, does: string) =>
    line(
      "  ",
      tone(sides[side]?.affiliation ?? "neutral", `${sides[side]?.letter ?? "?"} `),
      `${sides[side]?.name ?? side} ${does} with ${count(men)} men`,
    );
  const odds = [
    line(
      "  Odds ",
      tone("strong", `${battle.odds.toFixed(2)} : 1`),
      tone("dim", oddsWords(battle)),
    ),
    ...chanceRows(battle, after, width, stage === 2),
  ];
  const result = wrap(narrate(names, battle), width - 2).map((row) =>
    line("  ", tone("strong", row)),
  );
  return [
    line(tone(look, `${mark} ${battle.link === null ? "Battle of" : "Meeting at"} ${where}`)),
    force(battle.attacker, menOf(battle.attackers), "attacks"),
    force(battle.defender, menOf(battle.defenders), "stands"),
    ...(stage >= 1 ? odds : []),
    ...(stage >= 2 ? result : []),
  ];
}

function menOf(combatants: BattleResolved["attackers"]): number {
  return combatants.reduce((sum, { men }) => sum + men, 0);
}

function oddsWords({ ruling, outcome }: BattleResolved): string {
  return ruling === null ? ", attacker over defender" : `; White ruled R* = ${outcome.toFixed(2)}`;
}

/** A bar for each result; the one that came about is marked once it is told. */
function chanceRows(
  { odds, result }: BattleResolved,
  { view }: Scenery,
  width: number,
  told: boolean,
): Line[] {
  const bars = Math.max(8, Math.min(24, width - 34));
  return resultChances(view.brief.parameters, odds).map((one) => {
    const came = told && one.result === result.replaceAll("-", " ");
    const filled = Math.round(one.chance * bars);
    const row = line(
      came ? "  ► " : "    ",
      one.result.padEnd(14),
      percent(one.chance).padStart(5),
      " ",
      "■".repeat(filled),
    );
    return came ? inTone(row, "strong") : row;
  });
}

function earlierRows(
  { names }: Game,
  { events, step }: PlaybackScreen,
  beats: readonly Beat[],
  width: number,
): Line[] {
  const now = beats[step]?.event;
  const earlier = [...new Set(beats.slice(0, step).map(({ event }) => event))].filter(
    (event) => event !== now,
  );
  return earlier.toReversed().flatMap((at) => {
    const event = events[at] as Event;
    const [mark] = markOf(event);
    return wrap(narrate(names, event), width - 2).map((row, index) =>
      line(tone("dim", `${index === 0 ? mark : " "} ${row}`)),
    );
  });
}

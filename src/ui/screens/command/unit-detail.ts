import type { FormationState, Id, Order, OwnFormation, View } from "../../../engine/player.ts";
import { findOrder, sortiesLeft } from "../../orders/draft.ts";
import type { Game } from "../../state.ts";
import { type Line, type Tone, line, tone, wrap } from "../../text/span.ts";
import { count, percent, plural, sentence } from "../../text/words.ts";
import { decidedDetail } from "./decided-detail.ts";
import { headLines, nameOf, orderWords, taskWords } from "./order-words.ts";

/** What is known of an own formation or wing. */
export function unitDetail(game: Game, view: View, unit: Id, width: number): Line[] {
  const formation = view.brief.formations[unit];
  const state = view.formations[unit];
  if (formation !== undefined && state !== undefined)
    return formationDetail(game, view, unit, formation, state, width);
  if (view.brief.wings[unit] !== undefined) return wingDetail(game, view, unit, width);
  const ordered = findOrder(game.draft, unit);
  return [
    ...decidedDetail(view, unit, width),
    ...(ordered === undefined ? [] : newOrderLines(view, ordered, width)),
  ];
}

function formationDetail(
  game: Game,
  view: View,
  id: Id,
  formation: OwnFormation,
  state: FormationState,
  width: number,
): Line[] {
  const order = findOrder(game.draft, id);
  return [
    ...headLines(line(tone("strong", formation.name)), id, width),
    line(
      tone(
        "dim",
        `${formation.echelon}, ${formation.branch}${formation.hq ? ", HQ" : ""}${state.reserve ? ", reserve" : ""}`,
      ),
    ),
    line(
      `Men ${count(state.men)}`,
      // A detachment has no men on paper.
      tone("dim", formation.men > 0 ? ` of ${count(formation.men)}` : ""),
      ...lossWords(state),
    ),
    line(
      "Cohesion ",
      ...gauge(
        state.cohesion / 100,
        state.cohesion < 40 ? "bad" : state.cohesion < 60 ? "warn" : "good",
      ),
      ` ${Math.round(state.cohesion)}`,
    ),
    line(
      tone(state.supplyDays < 1 ? "bad" : "plain", `Supply ${state.supplyDays.toFixed(1)} days`),
      `  Fresh ${percent(state.freshness)}`,
    ),
    line(whereWords(view, state), tone("dim", ` (${state.works})`)),
    ...taskLines(view, state, width),
    ...(order === undefined ? [] : newOrderLines(view, order, width)),
    ...kitLines(view, state.kit, order === undefined ? KIT_ROWS : 1, width),
  ];
}

function newOrderLines(view: View, order: Order, width: number): Line[] {
  return wrap(`New: ${orderWords(view, order)}`, width, "  ").map((row) => line(tone("good", row)));
}

function lossWords({ killed, wounded, missing }: FormationState): Line {
  return killed + wounded + missing === 0
    ? []
    : line(tone("dim", ` −${count(killed + wounded + missing)}`));
}

const GAUGE = 10;

function gauge(share: number, look: Tone): Line {
  const full = Math.round(Math.max(0, Math.min(1, share)) * GAUGE);
  return line(tone(look, "■".repeat(full)), tone("dim", "·".repeat(GAUGE - full)));
}

function whereWords(view: View, { status, place, towards, kmDone }: FormationState): string {
  if (status !== "active") return sentence(status);
  const at = `At ${nameOf(view, place)}`;
  return towards === null ? at : `${at}, ${Math.round(kmDone)} km towards ${nameOf(view, towards)}`;
}

const KIT_ROWS = 2;

/** The kit in so many rows at most; what has no room is marked. */
function kitLines(
  view: View,
  kit: Readonly<Record<Id, number>>,
  most: number,
  width: number,
): Line[] {
  const pieces = Object.entries(kit).filter(([, number]) => number > 0);
  if (pieces.length === 0) return [];
  const words = pieces.map(([kind, number]) =>
    plural(number, view.brief.parameters.kit[kind]?.name.toLowerCase() ?? kind),
  );
  const rows = wrap(words.join(", "), width, "  ");
  const shown = rows.slice(0, most);
  if (rows.length > most) shown.push(`${shown.pop()?.replace(/,$/, "")} …`);
  return shown.map((row) => line(tone("dim", row)));
}

function taskLines(view: View, state: FormationState, width: number): Line[] {
  const { task, pending, pendingTurn } = state;
  const doing = wrap(`Task: ${taskWords(view, task)}`, width, "  ").map((row) => line(row));
  if (pending === null) return doing;
  const next = `Ordered: ${taskWords(view, pending)} (from turn ${pendingTurn})`;
  return [...doing, ...wrap(next, width, "  ").map((row) => line(tone("accent", row)))];
}

function wingDetail(game: Game, view: View, id: Id, width: number): Line[] {
  const wing = view.brief.wings[id];
  const state = view.wings[id];
  if (wing === undefined || state === undefined) return [];
  const tasks = game.draft.orders.filter(({ unit }) => unit === id);
  return [
    ...headLines(line(tone("strong", wing.name)), id, width),
    line(
      `${plural(state.aircraft, "aircraft").replace("aircrafts", "aircraft")}, base ${state.base === null ? "off the map" : nameOf(view, state.base)}`,
    ),
    line(`Sorties left this turn: ${sortiesLeft(view, game.draft, id)}`),
    ...wrap(`Flies ${wing.missions.join(", ")}`, width).map((row) => line(tone("dim", row))),
    ...tasks.flatMap((order) => newOrderLines(view, order, width)),
  ];
}

import {
  type Id,
  type Link,
  type Order,
  type View,
  forecast,
  isAirOrder,
  isFormationOrder,
} from "../../../engine/player.ts";
import { type Target, roadKm, roadOf } from "../../orders/targets.ts";
import type { Game } from "../../state.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";
import { sentence } from "../../text/words.ts";
import { forecastLines } from "./forecast.ts";
import { orderWords, unitName } from "./order-words.ts";
import { placeDetail } from "./place-detail.ts";

/** A target before it is chosen: the road and what to expect, or why it is refused. */
export function targetDetail(
  game: Game,
  view: View,
  { name, km, order, refusal }: Target,
  width: number,
): Line[] {
  if (refusal !== null) {
    return [line(tone("strong", name)), ...refusalLines(refusal.message, width)];
  }
  if (isAirOrder(order)) {
    const link = order.verb === "interdict" ? view.brief.links[order.to] : undefined;
    return link === undefined ? placeDetail(view, order.to, width) : linkDetail(name, link, width);
  }
  if (!isFormationOrder(order)) return [line(tone("strong", name))];
  return [
    line(tone("strong", name), tone("dim", km === null ? "" : ` ${Math.round(km)} km`)),
    ...roadLines(view, roadOf(view, order), width),
    ...forecastLines(view, order, forecast(view, order, game.draft.orders), width),
  ];
}

function linkDetail(name: string, { km, surface }: Link, width: number): Line[] {
  return [
    ...wrap(name, width, "  ").map((row) => line(tone("strong", row))),
    line(tone("dim", `${surface}, ${Math.round(km)} km`)),
    ...wrap("Sorties slow every march on it in this turn.", width).map((row) => line(row)),
  ];
}

/** Why the rules refuse it. */
export function refusalLines(refusal: string, width: number): Line[] {
  return wrap(sentence(refusal), width).map((row) => line(tone("warn", row)));
}

function roadLines(view: View, road: readonly Id[], width: number): Line[] {
  if (road.length < 3) return [];
  const stops = road.map((place) => view.brief.places[place]?.label ?? place);
  const whole = `by ${stops.join(" › ")}`;
  const shown = whole.length <= width ? whole : `by ${shortened(stops, width - 3).join(" › ")}`;
  return [line(tone("dim", shown))];
}

/** The first stops of a road, as many as there is room for, and its last. */
function shortened(stops: readonly string[], width: number): readonly string[] {
  const last = ["…", stops.at(-1) ?? ""];
  let taken = 1;
  while ([...stops.slice(0, taken + 1), ...last].join(" › ").length <= width) taken += 1;
  return [...stops.slice(0, taken), ...last];
}

/** An order on the sheet, with what to expect of it. */
export function orderDetail(game: Game, view: View, order: Order, width: number): Line[] {
  const name = unitName(view, order.unit);
  const what = wrap(orderWords(view, order), width, "  ").map((row) => line(row));
  if (!isFormationOrder(order)) return [line(tone("strong", name)), ...what];
  const km = roadKm(view, order);
  return [
    line(tone("strong", name)),
    ...what,
    ...(km === null ? [] : [line(tone("dim", `${Math.round(km)} km by road`))]),
    ...forecastLines(view, order, forecast(view, order, game.draft.orders), width),
  ];
}

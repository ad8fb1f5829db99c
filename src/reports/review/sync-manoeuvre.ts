import { type Event, type Id, isFormationOrder, type Setup } from "../../engine/index.ts";
import { nameOf } from "../names.ts";
import { shortDefence, shortOrder, shortResult } from "../tell-short.ts";
import { counted } from "../wording.ts";
import { lineOf, tallied } from "./sync-row.ts";

/** Orders of a contingent's formations, reserves apart, and what came of what they were at. */
export function manoeuvreLines(
  setup: Setup,
  seat: Id,
  contingent: Id,
  events: readonly Event[],
): readonly string[] {
  const isOurs = (id: Id) =>
    setup.formations[id]?.contingent === contingent && setup.formations[id]?.seat === seat;
  const refused = events.filter(
    (event) => event.kind === "order-refused" && isOurs(event.order.unit),
  ).length;
  return [
    ...lineOf("Ordered:", tallied(askedTexts(setup, events, isOurs))),
    ...(refused === 0 ? [] : [`Refused: ${counted(refused, "order")}.`]),
    ...events.flatMap((event) => fightLines(setup, event, isOurs)),
    ...lineOf("Came of it:", fateTexts(events, isOurs)),
  ];
}

type Ours = (formation: Id) => boolean;

function askedTexts(setup: Setup, events: readonly Event[], isOurs: Ours): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind !== "order-received" || !isOurs(event.order.unit)) return [];
    const { order } = event;
    const isHere = isFormationOrder(order) && order.verb !== "commit" && order.verb !== "reserve";
    return isHere ? [shortOrder(setup, order)] : [];
  });
}

function fightLines(setup: Setup, event: Event, isOurs: Ours): readonly string[] {
  if (event.kind !== "battle-resolved") return [];
  const where = nameOf(setup, "places", event.place);
  if (event.attackers.some(({ formation }) => isOurs(formation)))
    return [`${where}: ${shortResult(event)}.`];
  if (event.defenders.some(({ formation }) => isOurs(formation)))
    return [`Defended ${where}: ${shortDefence(event)}.`];
  return [];
}

const FATES: readonly (readonly [Event["kind"], string])[] = [
  ["arrived", "arrived"],
  ["formation-broke", "broke"],
  ["rallied", "rallied"],
  ["retreated", "went back"],
  ["surrendered", "lost"],
  ["formation-left", "left"],
];

/** "2 broke": what became of formations, by how many. */
function fateTexts(events: readonly Event[], isOurs: Ours): readonly string[] {
  return FATES.flatMap(([kind, word]) => {
    const count = events.filter(
      (event) => event.kind === kind && "formation" in event && isOurs(event.formation as Id),
    ).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
}

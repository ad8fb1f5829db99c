import type { Combatant, Event, Id, Setup } from "../../engine/index.ts";
import { turnHeading } from "../dates.ts";
import { forcesOf, nameOf, weatherName } from "../names.ts";
import { narrate } from "../narrate.ts";
import { askedText } from "../tell-orders.ts";
import { tellRuling } from "../tell-hand.ts";
import { shortOrder } from "../tell-short.ts";
import { counted, grouped, rounded, sentence } from "../wording.ts";
import type { CriticalEvent } from "./critical-events.ts";
import { touches } from "./event-place.ts";
import type { Moment, Reviewed, ReviewedTurn } from "./reviewed.ts";

type Field = readonly [title: string, lines: readonly string[]];

/** The fields of one sheet, in doctrine's order; one without a line is for the pen. */
export function fieldsOf(reviewed: Reviewed, event: CriticalEvent): readonly Field[] {
  const { setup } = reviewed.scenario;
  const friend = friendOf(reviewed, event);
  return [
    ["Event", [`${sentence(event.title)}.`]],
    ["Sequence of actions", sequenceLines(setup, event)],
    ["Units and tasks", unitLines(reviewed, event, friend, true)],
    ["Enemy action and reaction", enemyLines(reviewed, event, friend)],
    ["Friendly counteraction", counterLines(reviewed, event, friend)],
    ["Assets", assetLines(setup, event)],
    ["Time", timeLines(setup, event)],
    ["Decision point", decisionLines(setup, event)],
    ["CCIR", []],
    ["Control measures", controlLines(setup, event)],
    ["Remarks", remarkLines(reviewed, event)],
  ];
}

/** The reader's own side; for White who attacked, or whose contingent left. */
function friendOf({ scenario, reader }: Reviewed, event: CriticalEvent): Id {
  const { setup } = scenario;
  const own = reader === null ? null : (setup.seats[reader]?.side ?? null);
  if (own !== null) return own;
  if (event.contingent !== null) return setup.contingents[event.contingent]?.side ?? "";
  const taken = event.turn.events.find(
    (one) => one.kind === "place-taken" && one.place === event.place,
  );
  return event.battle?.attacker ?? (taken?.kind === "place-taken" ? taken.by : "");
}

function sequenceLines(setup: Setup, { turn, place, contingent }: CriticalEvent): string[] {
  return turn.events
    .filter((event) =>
      place === null
        ? "contingent" in event && event.contingent === contingent
        : touches(event, place),
    )
    .map((event) => narrate(setup, event));
}

/** The formations of one side in the battle, each with the men it had and what it was at. */
function unitLines(
  reviewed: Reviewed,
  { turn, battle, contingent }: CriticalEvent,
  side: Id,
  isFriend: boolean,
): string[] {
  const { setup } = reviewed.scenario;
  const before = turn.turn === 1 ? reviewed.start : reviewed.turns[turn.turn - 2];
  if (battle === null) {
    if (!isFriend || contingent === null) return [];
    const left = turn.events.flatMap((event) =>
      event.kind === "formation-left" &&
      setup.formations[event.formation]?.contingent === contingent
        ? [`${nameOf(setup, "formations", event.formation)}.`]
        : [],
    );
    return left;
  }
  const isAttacker = battle.attacker === side;
  const units = isAttacker === isFriend ? battle.attackers : battle.defenders;
  const role = battle.attackers === units ? "attacks" : "defends";
  return units.map((unit) => unitLine(setup, taskOf(setup, turn, before, unit), unit, role));
}

/** The order that it began in the turn, or the task that it had before; null of an enemy's. */
function taskOf(
  setup: Setup,
  { events }: ReviewedTurn,
  before: Moment | undefined,
  { formation }: Combatant,
): string | null {
  const began = events.findLast(
    (event) => event.kind === "order-began" && event.formation === formation,
  );
  if (began?.kind === "order-began") return shortOrder(setup, began.order);
  const known = Object.values(before?.views ?? {})
    .map((view) => view.formations[formation])
    .find((state) => state !== undefined);
  return known === undefined ? null : shortOrder(setup, { unit: formation, ...known.task });
}

function unitLine(
  setup: Setup,
  task: string | null,
  { formation, men, from }: Combatant,
  role: string,
): string {
  const way = from === null ? "" : ` from ${nameOf(setup, "places", from)}`;
  const asked = task === null ? "" : `; task: ${task}`;
  return `${nameOf(setup, "formations", formation)}: ${grouped(men)} men, ${role}${way}${asked}.`;
}

function enemyLines(reviewed: Reviewed, event: CriticalEvent, friend: Id): string[] {
  const { setup } = reviewed.scenario;
  const next = reviewed.turns[event.turn.turn];
  const isEnemy = (side: Id | undefined) => side !== undefined && side !== friend;
  const after = (next?.events ?? []).filter(
    (one) =>
      one.kind === "battle-resolved" &&
      isEnemy(one.attacker) &&
      (event.place === null || one.place === event.place || one.axes.includes(event.place)),
  );
  return [
    ...unitLines(reviewed, event, friend, false),
    ...after.map((one) => `Next turn: ${narrate(setup, one)}`),
  ];
}

/** Orders that the friendly side's seats gave for the turn after, as far as they touch the place. */
function counterLines(reviewed: Reviewed, { turn, place }: CriticalEvent, friend: Id): string[] {
  const { setup } = reviewed.scenario;
  const next = reviewed.turns[turn.turn];
  if (next === undefined) return [];
  const near = new Set(
    place === null ? [] : [place, ...(setup.neighbours[place] ?? []).map(({ to }) => to)],
  );
  return next.events.flatMap((event) => {
    if (event.kind !== "order-received" || setup.seats[event.seat]?.side !== friend) return [];
    const { order } = event;
    const touchesIt = order.to !== null && near.has(order.to);
    return touchesIt ? [`Turn ${next.turn}: ${askedText(setup, order)}.`] : [];
  });
}

function assetLines(setup: Setup, { turn, place, battle }: CriticalEvent): string[] {
  const flown = turn.events.flatMap((event) =>
    event.kind === "sorties-flown" && event.target === place
      ? [
          `${nameOf(setup, "wings", event.wing)}: ${counted(event.sorties, "sortie")}, ${event.mission}, worth ${rounded(event.effective, 1)}.`,
        ]
      : [],
  );
  const breach = battle?.breach;
  const sent = breach ? [`Sent ahead to break in: ${breach.sent}, reached ${breach.reached}.`] : [];
  return [...flown, ...sent];
}

function timeLines(setup: Setup, { turn }: CriticalEvent): string[] {
  const began = turn.events.find((event) => event.kind === "turn-began");
  const weather = began?.kind === "turn-began" ? `, ${weatherName(setup, began.weather)}` : "";
  return [`${turnHeading(setup.clock, turn.turn)}${weather}; ${setup.clock.turnHours} hours.`];
}

function decisionLines(setup: Setup, { turn }: CriticalEvent): string[] {
  return turn.events.flatMap((event: Event) => {
    if (event.kind === "inject-came") return [`Inject: ${event.title}.`];
    const isDecided =
      (event.kind === "patron-weighed" && event.leavesTurn > 0) ||
      event.kind === "threshold-passed" ||
      event.kind === "pool-called";
    return isDecided ? [narrate(setup, event)] : [];
  });
}

function controlLines(setup: Setup, { battle, place, turn }: CriticalEvent): string[] {
  const axes = (battle?.axes ?? []).map((axis) => nameOf(setup, "places", axis));
  const bound = Object.entries(turn.views).flatMap(([seat, view]) => {
    const level = place === null ? undefined : view.rulesOfEngagement[place];
    return level === undefined || level === "free"
      ? []
      : [`Aircraft of ${nameOf(setup, "seats", seat)}: ${level} there.`];
  });
  return [
    ...(axes.length === 0
      ? []
      : [`Axes of ${forcesOf(setup, battle?.attacker ?? "")}: from ${axes.join(", ")}.`]),
    ...bound,
  ];
}

function remarkLines({ scenario }: Reviewed, { turn, place }: CriticalEvent): string[] {
  const { setup } = scenario;
  const rulings = turn.rulings.filter(
    (ruling) => ruling.kind === "battle" && ruling.locus === place,
  );
  return [
    ...rulings.map((ruling) => tellRuling(setup, ruling)),
    ...turn.notes.map(({ text }) => text),
  ];
}

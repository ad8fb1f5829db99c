import type { Event, Setup } from "../../engine/index.ts";
import { narrate } from "../narrate.ts";
import { holderName, nameOf } from "../names.ts";
import { counted, listed, sentence } from "../wording.ts";
import { memberText } from "./frame.ts";
import type { Scene } from "./scene.ts";

/** One sentence: how many attacks and sorties there were, and who now holds how many places. */
export function sceneSays(setup: Setup, scene: Scene): string {
  const { axes, flights, holders } = scene;
  const attacked = new Set(axes.map(({ to }) => to)).size;
  const sorties = flights.reduce((sum, one) => sum + one.sorties, 0);
  const deeds = [
    ...(attacked > 0 ? [counted(attacked, "place was attacked", "places were attacked")] : []),
    ...(sorties > 0 ? [counted(sorties, "sortie was flown", "sorties were flown")] : []),
  ];
  const held = [...Object.keys(setup.sides), null].flatMap((side) => {
    const count = Object.keys(setup.places).filter((id) => (holders[id] ?? null) === side).length;
    return count === 0 ? [] : [`${holderName(setup, side)} ${count}`];
  });
  const places = `Places held: ${held.join(", ")}.`;
  return deeds.length === 0 ? places : `${sentence(listed(deeds))}. ${places}`;
}

const CHANGES: readonly Event["kind"][] = [
  "place-taken",
  "formation-broke",
  "surrendered",
  "formation-left",
  "contingent-left",
  "arrived",
  "rallied",
  "inject-came",
  "threshold-passed",
];

/** What changed on the map in a turn, one thing an item. */
export function changesIn(setup: Setup, events: readonly Event[]): readonly string[] {
  return events
    .filter(({ kind }) => CHANGES.includes(kind))
    .map((event) =>
      event.kind === "inject-came" ? injectText(event.title) : narrate(setup, event),
    );
}

function injectText(title: string): string {
  return `Inject: ${title}.`;
}

/** Who stands where, a place an item: what the map shows to those who do not see it. */
export function standingsIn(setup: Setup, { groups, holders }: Scene): readonly string[] {
  return Object.keys(setup.places).flatMap((place) => {
    const here = groups.filter((group) => group.place === place);
    if (here.length === 0) return [];
    const held = `held by ${holderName(setup, holders[place] ?? null)}`;
    const sides = here.map(({ side, members }) => {
      const who = members.map((member) => memberText(setup, member)).join("; ");
      return `${holderName(setup, side)}: ${who}`;
    });
    return [`${nameOf(setup, "places", place)}, ${held}. ${sides.join(". ")}.`];
  });
}

import type { Event, EventKind, Id } from "../engine/index.ts";
import { narrate } from "./narrate.ts";
import type { Names } from "./names.ts";

/** Events that belong together, told in paragraphs. */
export interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Kinds told one by one, under their title and in the order of the turn. */
const TOLD: readonly (readonly [string, readonly EventKind[]])[] = [
  ["Patrons", ["patron-weighed", "patron-held", "contingent-left", "formation-left"]],
  [
    "Air",
    [
      "sorties-flown",
      "support-claimed",
      "air-struck",
      "column-struck",
      "kit-destroyed",
      "civilians-harmed",
      "rules-set",
      "wing-rebased",
      "depot-stocked",
    ],
  ],
  [
    "Arrivals",
    [
      "arrived",
      "pool-called",
      "rallied",
      "stragglers-missing",
      "kit-taken",
      "civilians-left",
      "demolished",
    ],
  ],
  [
    "News",
    ["inject-came", "threshold-passed", "command-changed", "supply-changed", "sorties-scaled"],
  ],
  ["Refused orders", ["order-refused"]],
  ["Aims", ["objective-scored", "track-moved"]],
];

/** A turn told for a person: what mattered, grouped; marches and paperwork are left out. */
export function chronicleOf(names: Names, events: readonly Event[]): readonly Section[] {
  const rest = TOLD.map(([title, kinds]) => ({ title, paragraphs: told(names, events, kinds) }));
  const sections = [{ title: "Fighting", paragraphs: fightingOf(names, events) }, ...rest];
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

function told(names: Names, events: readonly Event[], kinds: readonly EventKind[]): string[] {
  return events
    .filter((event) => kinds.includes(event.kind) && isNews(names, event))
    .map((event) => narrate(names, event));
}

/** A patron that stays, scrap, and what is scored anyway each turn or at the end are no news. */
function isNews(names: Names, event: Event): boolean {
  if (event.kind === "patron-weighed") return event.leavesTurn > 0;
  if (event.kind === "kit-taken") return Object.keys(event.kit).length > 0;
  if (event.kind !== "objective-scored") return true;
  return names.objectives[event.objective]?.scored === "first";
}

/** One paragraph a place: its battle, and what became of those who fought there. */
function fightingOf(names: Names, events: readonly Event[]): string[] {
  const byPlace = new Map<Id, string[]>();
  for (const event of events) {
    const place = scenePlace(event);
    if (place === null) continue;
    const sentences = byPlace.get(place) ?? [];
    byPlace.set(place, [...sentences, narrate(names, event)]);
  }
  return [...byPlace.values()].map((sentences) => sentences.join(" "));
}

/** Where an event of the fighting took place; null for an event of another kind. */
function scenePlace(event: Event): Id | null {
  switch (event.kind) {
    case "battle-resolved":
    case "place-taken":
    case "formation-broke":
    case "surrendered":
      return event.place;
    case "retreated":
      return event.from;
    default:
      return null;
  }
}

import type { View } from "../../../engine/player.ts";
import {
  heldBy,
  menWords,
  placeRows,
  threatRows,
  threatsOf,
  whereWords,
} from "../../../reports/index.ts";
import { printable } from "../../text/printable.ts";
import { count, plural, turnWords } from "../../text/words.ts";
import { airRows } from "./air.ts";
import { changeRows, takenAndLost } from "./changes.ts";
import { decisionRows } from "./decisions.ts";
import { forceRows, inField } from "./forces.ts";
import { reserveRows } from "./reserves.ts";
import { type Known, type Section, SECTION_NAMES, type SectionName } from "./section.ts";

const TITLES: Readonly<Record<SectionName, string>> = {
  summary: "In short",
  changes: "Changes since the last turn",
  threats: "Threats, the nearest first",
  forces: "Your formations by place",
  places: "Places held, with the points each is worth",
  air: "Air",
  reserves: "Reserves, and who is away",
  decisions: "Decisions open",
};

const ROWS: Readonly<Record<SectionName, (known: Known) => readonly string[]>> = {
  summary: summaryRows,
  changes: changeRows,
  threats: ({ view }) => threatRows(view),
  forces: forceRows,
  places: ({ view }) => placeRows(view),
  air: airRows,
  reserves: ({ view }) => reserveRows(view),
  decisions: decisionRows,
};

/**
 * The situation told without a map: a function of what the seat knows, was told and has drafted, and
 * of nothing else. Each row is a sentence without control characters, of any length.
 */
export function situationOf(known: Known): readonly Section[] {
  return SECTION_NAMES.map((name) => sectionOf(known, name));
}

/** One part of the account. */
export function sectionOf(known: Known, name: SectionName): Section {
  return { name, title: TITLES[name], rows: ROWS[name](known).map(printable) };
}

/** What a commander would be told in half a minute. */
function summaryRows(known: Known): readonly string[] {
  const { view } = known;
  return [whenWords(known), forcesInShort(view), ...groundInShort(known), threatInShort(view)];
}

function whenWords({ view, names }: Known): string {
  const { clock, turns, hiddenTurns, seat } = view.brief;
  const who = names.seats[seat]?.name ?? seat;
  const weather = names.parameters.weathers[view.weather]?.name.toLowerCase() ?? view.weather;
  if (view.over) return `${who}: the game is over after turn ${view.turn}.`;
  const about = hiddenTurns > 0 ? "about " : "";
  const turn = view.turn + 1;
  return `${who}, turn ${turn} of ${about}${turns}: ${turnWords(clock, turn)}, ${weather}.`;
}

function forcesInShort(view: View): string {
  const field = inField(view);
  if (field.length === 0) return "You have no formation in the field.";
  const men = field.reduce((sum, id) => sum + (view.formations[id]?.men ?? 0), 0);
  const places = new Set(field.map((id) => view.formations[id]?.place)).size;
  return `You have ${plural(field.length, "formation")} in the field, ${count(men)} men, at ${plural(places, "place")}.`;
}

function groundInShort({ view, told }: Known): readonly string[] {
  const { brief } = view;
  if (brief.side === null) return [];
  const held = heldBy(view, brief.side);
  const worth = held.reduce((sum, id) => sum + (brief.places[id]?.value ?? 0), 0);
  const change = told === null ? null : takenAndLost(view, told.events);
  const moved =
    change === null
      ? ""
      : ` In the last turn it took ${change.taken.length} and lost ${change.lost.length}.`;
  return [
    `Your side holds ${plural(held.length, "place")} worth ${plural(worth, "point")}.${moved}`,
  ];
}

function threatInShort(view: View): string {
  const [first, ...others] = threatsOf(view);
  if (first === undefined) return "No enemy is reported anywhere.";
  if (first.from === null) return `Forces are reported at ${plural(others.length + 1, "place")}.`;
  const more = others.length === 0 ? "" : ` ${plural(others.length, "other place")} with enemies.`;
  return `Nearest enemy: ${whereWords(view, first)}; ${menWords(view, first.contacts)}.${more}`;
}

import type { FormationState, Id, View } from "../../engine/index.ts";
import { sortiesOf } from "../../engine/index.ts";
import { strengthBand } from "../../engine/player.ts";
import { halfDay } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { headedList } from "../document/list.ts";
import { tableOf } from "../document/table.ts";
import { nameOf, titleOf, weatherName } from "../names.ts";
import { placeRows } from "../situation/places.ts";
import { threatRows } from "../situation/threats.ts";
import { shortOrder } from "../tell-short.ts";
import { counted, grouped, rounded } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";

/** The situation of each seat as it knew it, before the first turn and after the last, a sheet each. */
export function situationSection(reviewed: Reviewed): Section | null {
  const { start, turns } = reviewed;
  const last = turns.at(-1);
  const blocks = Object.keys(start.views).flatMap((seat) => [
    ...sheetOf(reviewed, start.views[seat]),
    ...sheetOf(reviewed, last?.views[seat]),
  ]);
  return blocks.length === 0
    ? null
    : { id: "situation", title: "Situation sheets", isSheet: true, blocks };
}

function sheetOf(reviewed: Reviewed, view: View | undefined): Block[] {
  if (view === undefined) return [];
  const { setup } = reviewed.scenario;
  const name = nameOf(setup, "seats", view.brief.seat);
  const when =
    view.turn === 0
      ? "before turn 1"
      : `after turn ${view.turn}, ${halfDay(setup.clock, view.turn)}`;
  const blocks: readonly Block[] = [
    { kind: "text", text: shortText(reviewed, view) },
    ...headedList("Who holds what, with the points each place is worth", placeRows(view)),
    ...table("Own formations", ownRows(reviewed, view)),
    ...headedList("Enemy reported", threatRows(view)),
    ...table("Formations reported", contactRows(reviewed, view)),
    ...table("Air", wingRows(reviewed, view)),
    ...headedList("Depots", depotItems(reviewed, view)),
    ...headedList("Tracks", trackItems(reviewed, view)),
  ];
  return [{ kind: "fold", summary: `${name}, ${when}`, isSheet: true, blocks }];
}

function table(caption: string, rows: readonly (readonly string[])[]): Block[] {
  return rows.length < 2 ? [] : [tableOf(caption, rows)];
}

function ownIn({ brief, formations }: View): readonly [Id, FormationState][] {
  return Object.entries(formations).filter(
    ([id, { status }]) =>
      brief.formations[id]?.seat === brief.seat && (status === "active" || status === "broken"),
  );
}

function shortText({ scenario }: Reviewed, view: View): string {
  const own = ownIn(view);
  const men = own.reduce((sum, [, state]) => sum + state.men, 0);
  const hungry = own.filter(([, { supplyDays }]) => supplyDays < 1).length;
  const force =
    own.length === 0
      ? "No formation in the field."
      : `${counted(own.length, "formation")} in the field, ${grouped(men)} men; ${hungry === 0 ? "none" : hungry} with less than a day of supply.`;
  return `As this seat knew it. Weather: ${weatherName(scenario.setup, view.weather)}. ${force}`;
}

function ownRows({ scenario }: Reviewed, view: View): string[][] {
  const { setup } = scenario;
  const rows = ownIn(view).map(([id, state]) => [
    nameOf(setup, "formations", id),
    state.place === null ? "" : nameOf(setup, "places", state.place),
    grouped(state.men),
    rounded(state.cohesion, 0),
    rounded(state.supplyDays, 1),
    state.status === "broken" ? "broken" : taskText(setup, id, state),
  ]);
  return [["", "place", "men", "cohesion", "days of supply", "task"], ...rows];
}

function taskText(
  setup: Reviewed["scenario"]["setup"],
  unit: Id,
  { task, reserve, works }: FormationState,
): string {
  const words = [shortOrder(setup, { unit, ...task })];
  if (reserve) words.push("in reserve");
  if (works !== "hasty") words.push(`${works} works`);
  return words.join(", ");
}

function contactRows({ scenario }: Reviewed, view: View): string[][] {
  const { setup } = scenario;
  const rows = Object.entries(view.contacts).map(([id, contact]) => {
    const [least, most] = strengthBand(view, contact);
    return [
      nameOf(setup, "formations", id),
      contact.place === null ? "" : nameOf(setup, "places", contact.place),
      `${grouped(least)} to ${grouped(most)}`,
      contact.turn === 0 ? "before turn 1" : `turn ${contact.turn}`,
    ];
  });
  return [["", "place", "men", "reported"], ...rows];
}

function wingRows({ scenario }: Reviewed, view: View): string[][] {
  const { setup } = scenario;
  const { brief } = view;
  const rows = Object.entries(brief.wings)
    .filter(([, { seat }]) => seat === brief.seat)
    .flatMap(([id, wing]) => {
      const state = view.wings[id];
      if (state === undefined) return [];
      const base = state.base === null ? "off the map" : nameOf(setup, "places", state.base);
      const next = view.over ? "" : String(sortiesOf(brief, wing, state, view.turn + 1));
      return [[wing.name, base, String(state.aircraft), next, wing.missions.join(", ")]];
    });
  return [["", "base", "aircraft", "sorties next turn", "flies"], ...rows];
}

function depotItems({ scenario }: Reviewed, { depots }: View): string[] {
  return Object.entries(depots)
    .filter(([, manDays]) => manDays > 0)
    .map(([id, manDays]) => {
      return `${nameOf(scenario.setup, "places", id)}: ${grouped(manDays)} man-days.`;
    });
}

function trackItems({ scenario }: Reviewed, { tracks }: View): string[] {
  return Object.entries(tracks).map(
    ([id, value]) => `${titleOf(scenario.setup, "tracks", id)}: ${rounded(value)}.`,
  );
}

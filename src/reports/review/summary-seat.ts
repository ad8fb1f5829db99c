import type { EventOf, Id, View } from "../../engine/index.ts";
import type { Block } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { holderName, nameOf, titleOf } from "../names.ts";
import { grouped, rounded } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";
import { spanText } from "./span.ts";

/** In short what one seat knew at the end: its own side as it stood, of the rest what it was told. */
export function seatSummary(reviewed: Reviewed): readonly Block[] {
  const view = lastView(reviewed);
  return [
    { kind: "text", text: spanText(reviewed) },
    {
      kind: "text",
      text: "This is one seat's document: its own side as it stood, and of the others only what was reported to it.",
    },
    tableOf("Own formations at the end", formationRows(reviewed, view), true),
    { kind: "heading", text: "Who holds what, as far as is known" },
    { kind: "list", items: holderItems(reviewed, view) },
    ...nonEmpty("Tracks", trackRows(reviewed, view)),
    ...nonEmpty("Points at the end", pointRows(reviewed)),
  ];
}

function lastView({ reader, start, turns }: Reviewed): View {
  const { views } = turns.at(-1) ?? start;
  return views[reader as Id] as View;
}

function nonEmpty(caption: string, rows: readonly (readonly string[])[]): Block[] {
  return rows.length < 2 ? [] : [tableOf(caption, rows, true)];
}

const HEAD = ["", "men", "killed", "wounded", "missing and captured", "cohesion"];

function formationRows({ scenario }: Reviewed, { formations }: View): string[][] {
  const rows = Object.entries(formations)
    .filter(([, { status }]) => status !== "expected" && status !== "joined")
    .map(([id, state]) => {
      const { men, killed, wounded, missing, captured, cohesion, status } = state;
      const name = nameOf(scenario.setup, "formations", id);
      const named = status === "active" ? name : `${name} (${status})`;
      return [
        named,
        ...[men, killed, wounded, missing + captured].map(grouped),
        rounded(cohesion, 0),
      ];
    });
  return [HEAD, ...rows];
}

function holderItems({ scenario }: Reviewed, { holders }: View): string[] {
  const { setup } = scenario;
  return [...Object.keys(setup.sides), null].flatMap((side) => {
    const held = Object.keys(setup.places).filter((place) => (holders[place] ?? null) === side);
    const places = held.map((place) => nameOf(setup, "places", place)).join("; ");
    return held.length === 0 ? [] : [`${holderName(setup, side)}: ${places}.`];
  });
}

function trackRows({ scenario, start, reader }: Reviewed, { tracks }: View): string[][] {
  const begun = start.views[reader as Id]?.tracks ?? {};
  const rows = Object.entries(tracks).map(([id, now]) => [
    titleOf(scenario.setup, "tracks", id),
    rounded(now),
    rounded(begun[id] ?? now),
  ]);
  return [["", "now", "at the start"], ...rows];
}

function pointRows({ scenario, turns, reader }: Reviewed): string[][] {
  const ended = turns
    .at(-1)
    ?.events.find((event): event is EventOf<"game-ended"> => event.kind === "game-ended");
  const scores = Object.entries(ended?.scores ?? {}).filter(
    ([seat]) => scenario.setup.seats[seat]?.role === "command",
  );
  const rows = scores.map(([seat, points]) => [
    `${nameOf(scenario.setup, "seats", seat)}${seat === reader ? " (this seat)" : ""}`,
    rounded(points),
  ]);
  return [["", "points"], ...rows];
}

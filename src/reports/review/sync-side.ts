import type { Casualties, Event, Id, Setup } from "../../engine/index.ts";
import { forcesOf, linkName, nameOf } from "../names.ts";
import { shortBattle } from "../tell-short.ts";
import { counted, sentence } from "../wording.ts";
import { lineOf, type SyncRow } from "./sync-row.ts";

/** What was done to a side in each turn, and the ground it won and lost. */
export function sideRows(setup: Setup, side: Id): readonly SyncRow[] {
  const whose = sentence(forcesOf(setup, side));
  return [
    {
      title: `${whose}: enemy action`,
      cell: ({ events }) => events.flatMap((event) => enemyLines(setup, side, event)),
    },
    { title: `${whose}: ground`, cell: ({ events }) => groundLines(setup, side, events) },
  ];
}

function enemyLines(setup: Setup, side: Id, event: Event): readonly string[] {
  switch (event.kind) {
    case "battle-resolved":
      return event.defender === side ? [`${shortBattle(setup, event)}.`] : [];
    case "air-struck":
      return hitLines(setup, side, nameOf(setup, "places", event.place), event.casualties);
    case "column-struck":
      return hitLines(setup, side, linkName(setup, event.link), event.casualties);
    default:
      return [];
  }
}

function hitLines(
  setup: Setup,
  side: Id,
  where: string,
  casualties: readonly Casualties[],
): readonly string[] {
  const ours = casualties.filter(({ formation }) => setup.formations[formation]?.side === side);
  if (ours.length === 0) return [];
  const men = ours.reduce((sum, { killed, wounded }) => sum + killed + wounded, 0);
  return [`Struck from the air at ${where}: ${counted(men, "man", "men")} hit.`];
}

function groundLines(setup: Setup, side: Id, events: readonly Event[]): readonly string[] {
  const taken = events.filter((event) => event.kind === "place-taken");
  const named = (places: typeof taken) =>
    places.map((one) => (one.kind === "place-taken" ? nameOf(setup, "places", one.place) : ""));
  return [
    ...lineOf("Won", named(taken.filter(({ by }) => by === side))),
    ...lineOf("Lost", named(taken.filter(({ from }) => from === side))),
  ];
}

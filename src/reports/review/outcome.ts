import type { Id } from "../../engine/index.ts";
import { halfDay } from "../dates.ts";
import { recordFall } from "../falls.ts";
import type { FinishedRun } from "../measures.ts";
import { nameOf } from "../names.ts";
import { entriesOf } from "../record.ts";
import { counted } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";

/** Places of which the first sentences speak: more would be a list. */
const MOST_PLACES = 3;

/** What happened, in a few sentences: the places that matter most, beside the record, and who left; "" before the first turn. */
export function outcomeText(reviewed: Reviewed, run: FinishedRun): string {
  if (reviewed.turns.length === 0) return "";
  return [...fallTexts(reviewed, run), ...departureTexts(reviewed)].join(" ");
}

/** Of the places whose fall is measured, those of most value. */
function fallTexts({ scenario }: Reviewed, run: FinishedRun): string[] {
  const { setup } = scenario;
  const valueOf = (place: Id) => setup.places[place]?.value ?? 0;
  return Object.entries(run.asked)
    .flatMap(([id, asked]) => (asked.kind === "fall" ? [{ id, place: asked.subject }] : []))
    .filter(({ place }) => valueOf(place) > 0)
    .toSorted((a, b) => valueOf(b.place) - valueOf(a.place))
    .slice(0, MOST_PLACES)
    .map(({ id, place }) => fallText(scenario, run, place, run.measures[id] ?? null));
}

function fallText(
  { setup, file }: Reviewed["scenario"],
  run: FinishedRun,
  place: Id,
  fell: number | null,
): string {
  const name = nameOf(setup, "places", place);
  const entries = entriesOf(file.record.control, place);
  const recorded = recordFall(entries, setup.places[place]?.holder ?? null, run.turn);
  const byRecord = recorded !== null && recorded <= run.turn ? recorded : null;
  const beside = entries.length === 0 ? "" : besideText(fell, byRecord);
  if (fell === null) return `${name} held${beside}.`;
  return `${name} fell in turn ${fell} (${halfDay(setup.clock, fell)})${beside}.`;
}

function besideText(fell: number | null, byRecord: number | null): string {
  if (fell === byRecord) return ", as in the record";
  if (byRecord === null) return "; by the record it held";
  if (fell === null) return `; by the record it fell in turn ${byRecord}`;
  const apart = counted(Math.abs(fell - byRecord), "turn");
  return `, ${apart} ${fell > byRecord ? "later" : "earlier"} than in the record`;
}

function departureTexts({ scenario, turns }: Reviewed): string[] {
  return turns.flatMap(({ turn, events }) =>
    events.flatMap((event) => {
      if (event.kind !== "contingent-left") return [];
      return [`${nameOf(scenario.setup, "contingents", event.contingent)} left in turn ${turn}.`];
    }),
  );
}

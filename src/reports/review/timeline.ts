import type { Event, Setup } from "../../engine/index.ts";
import { chronicleOf } from "../chronicle.ts";
import { turnHeading } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { holderName, nameOf, weatherName } from "../names.ts";
import { narrate } from "../narrate.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";
import { stripSvg } from "./timeline-strip.ts";

/** Every turn: what changed hands, patrons, injects; then each turn told. */
export function timelineSection({ scenario, turns }: Reviewed): Section | null {
  if (turns.length === 0) return null;
  const { setup } = scenario;
  return {
    id: "timeline",
    title: "Timeline",
    blocks: [
      {
        kind: "drawing",
        title: "The turns at a glance",
        says: "Places by their labels in the turn in which they changed hands, with the letter of who took them; then departures of patrons, and injects. The table below has the same in words.",
        svg: stripSvg(setup, turns),
      },
      tableOf("What changed, by turn", [HEAD, ...turns.map((turn) => rowOf(setup, turn))]),
      { kind: "heading", text: "Turn by turn" },
      ...turns.map((turn) => turnFold(setup, turn)),
    ],
  };
}

const HEAD = ["turn", "weather", "changed hands", "patrons", "injects and news"];

function rowOf(setup: Setup, { turn, events }: ReviewedTurn): string[] {
  return [
    turnHeading(setup.clock, turn),
    weatherIn(setup, events),
    takenText(setup, events),
    told(setup, events, ["contingent-left", "patron-held"]),
    newsText(setup, events),
  ];
}

function weatherIn(setup: Setup, events: readonly Event[]): string {
  const began = events.find(({ kind }) => kind === "turn-began");
  return began?.kind === "turn-began" ? weatherName(setup, began.weather) : "";
}

/** "Flint: The mill, Low field", a taker after another. */
function takenText(setup: Setup, events: readonly Event[]): string {
  return Object.keys(setup.sides)
    .flatMap((side) => {
      const places = events.flatMap((event) =>
        event.kind === "place-taken" && event.by === side
          ? [nameOf(setup, "places", event.place)]
          : [],
      );
      return places.length === 0 ? [] : [`${holderName(setup, side)}: ${places.join(", ")}`];
    })
    .join("; ");
}

function told(setup: Setup, events: readonly Event[], kinds: readonly Event["kind"][]): string {
  return events
    .filter(({ kind }) => kinds.includes(kind))
    .map((event) => narrate(setup, event))
    .join(" ");
}

function newsText(setup: Setup, events: readonly Event[]): string {
  const injects = events.flatMap((event) => (event.kind === "inject-came" ? [event.title] : []));
  return [
    injects.join("; "),
    told(setup, events, ["threshold-passed", "pool-called", "command-changed"]),
  ]
    .filter((text) => text !== "")
    .join(". ");
}

function turnFold(setup: Setup, { turn, events }: ReviewedTurn): Block {
  const blocks = chronicleOf(setup, events).flatMap(({ title, paragraphs }): Block[] => [
    { kind: "heading", text: title },
    { kind: "list", items: paragraphs },
  ]);
  const quiet: Block = { kind: "text", text: "Nothing that would be told." };
  return {
    kind: "fold",
    summary: turnHeading(setup.clock, turn),
    blocks: blocks.length === 0 ? [quiet] : blocks,
  };
}

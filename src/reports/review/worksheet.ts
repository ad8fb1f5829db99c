import { turnHeading } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { sentence } from "../wording.ts";
import { CHOICE, type CriticalEvent, criticalEvents } from "./critical-events.ts";
import type { Reviewed } from "./reviewed.ts";
import { fieldsOf } from "./worksheet-fields.ts";

/** The sketch-note worksheet: one for each critical event, the fields of doctrine filled in. */
export function worksheetSection(reviewed: Reviewed): Section | null {
  const events = criticalEvents(reviewed);
  if (events.length === 0) return null;
  return {
    id: "worksheet",
    title: "Sketch-note worksheets",
    isSheet: true,
    blocks: [
      { kind: "text", text: `${CHOICE} ${PERSPECTIVE}` },
      ...events.map((event, at) => sheetOf(reviewed, event, at + 1)),
    ],
  };
}

const PERSPECTIVE =
  "Friendly is the side of the seat whose document this is, and in White's the side that attacked or went. What the game does not know is left as a line for the pen, and says so.";

/** What stands where the game has nothing to say. */
const PEN = "For the pen: ______________________________";

function sheetOf(reviewed: Reviewed, event: CriticalEvent, number: number): Block {
  const { clock } = reviewed.scenario.setup;
  const when = turnHeading(clock, event.turn.turn);
  const rows = fieldsOf(reviewed, event).map(([field, lines]) => [
    field,
    lines.length === 0 ? PEN : lines.join("\n"),
  ]);
  const table = tableOf(`Critical event ${number}`, [["field", "what the game knows"], ...rows]);
  const summary = `${number}. ${when}: ${sentence(event.title)}`;
  return { kind: "fold", summary, isSheet: true, blocks: [table] };
}

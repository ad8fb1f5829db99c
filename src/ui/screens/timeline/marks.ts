import type { EventKind } from "../../../engine/player.ts";
import type { Moment } from "../../past.ts";
import type { Tone } from "../../text/span.ts";

/** A thing that is marked on a timeline: its sign, what it counts, and how many a turn has. */
export interface Mark {
  readonly sign: string;
  readonly says: string;
  readonly tone: Tone;
  readonly countIn: (moment: Moment) => number;
}

function eventsOf(kind: EventKind) {
  return ({ events }: Moment) => events.filter((event) => event.kind === kind).length;
}

const KNOWN: readonly Mark[] = [
  { sign: "►", says: "places taken", tone: "warn", countIn: eventsOf("place-taken") },
  { sign: "!", says: "contingents left", tone: "bad", countIn: eventsOf("contingent-left") },
  { sign: "i", says: "injects", tone: "accent", countIn: eventsOf("inject-came") },
  { sign: "n", says: "notes", tone: "key", countIn: ({ notes }) => notes.length },
  { sign: "s", says: "sheets sealed", tone: "plain", countIn: ({ sealed }) => sealed.length },
];

const RULED: Mark = {
  sign: "R",
  says: "rulings",
  tone: "title",
  countIn: ({ hand }) => hand.filter(({ kind }) => kind === "ruling").length,
};

/** The marks of a timeline; what White ruled is marked only where the truth is told. */
export function marksFor(seat: string | null): readonly Mark[] {
  return seat === null ? [...KNOWN.slice(0, 3), RULED, ...KNOWN.slice(3)] : KNOWN;
}

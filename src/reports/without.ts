import type { Event } from "../engine/index.ts";
import type { MeasureAsked, Measures } from "./measures.ts";
import { narrate } from "./narrate.ts";
import type { Names } from "./names.ts";
import { type Line, paragraph, plain, title } from "./page.ts";
import { rounded } from "./wording.ts";
import { table } from "./wrap.ts";

/** A game beside the same game without something of White's hand. */
export interface Beside {
  /** "rulings", "injects by hand" or both, as words. */
  readonly what: string;
  /** The first event that is not the same; null when there is none. */
  readonly parting: {
    readonly turn: number;
    readonly played: Event | null;
    readonly without: Event | null;
  } | null;
  readonly asked: Readonly<Record<string, MeasureAsked>>;
  readonly played: Measures;
  readonly without: Measures;
}

/** What was left out, where the two part, and the measures that differ. */
export function besideLines(names: Names, beside: Beside, width: number): Line[] {
  return [
    ...title(`Without White's ${beside.what}`, width),
    ...partingLines(names, beside, width),
    ...differingLines(beside),
    plain(""),
  ];
}

function partingLines(names: Names, { parting }: Beside, width: number): Line[] {
  if (parting === null) return paragraph("It would have gone the same way.", { width });
  const told = (event: Event | null) => (event === null ? "Nothing more." : narrate(names, event));
  return [
    ...paragraph(`From turn ${parting.turn} on it goes another way:`, { width }),
    ...paragraph(`As played: ${told(parting.played)}`, { width, first: "  ", rest: "    " }),
    ...paragraph(`Without: ${told(parting.without)}`, { width, first: "  ", rest: "    " }),
  ];
}

function differingLines({ asked, played, without }: Beside): Line[] {
  const ids = Object.keys(played).filter((id) => played[id] !== without[id]);
  if (ids.length === 0) return [plain("No measure differs.")];
  const text = (value: number | null | undefined) =>
    typeof value === "number" ? rounded(value) : "-";
  const rows = ids.map((id) => [
    `  ${asked[id]?.title ?? id.replaceAll("-", " ")}`,
    text(played[id]),
    text(without[id]),
  ]);
  const lines = table([["Measures that differ", "played", "without"], ...rows], "lrr");
  return lines.map(plain);
}

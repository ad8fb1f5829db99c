import { type Found, interval } from "./experiment.ts";
import { type Line, listUnder, paragraph, plain } from "./page.ts";
import type { PlotFoot, TornadoData } from "./plot-data.ts";
import { tornadoText } from "./plot-text-whiskers.ts";
import { type PlotSpec, tornadoSpec } from "./plot-vega.ts";
import { counted, rounded } from "./wording.ts";

/** One uncertain number as it is told. */
interface EntryTold {
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly sources: readonly string[];
  readonly assumption: string | null;
  readonly confidence: string | null;
  /** Its rank correlation with the measure. */
  readonly effect: Found;
  readonly isSeen: boolean;
}

/** A ledger as it is told. */
export interface LedgerTold {
  /** What is asked of every run, in words. */
  readonly title: string;
  readonly shares: {
    readonly share: Found;
    readonly points: number;
    readonly runs: number;
  };
  readonly isPartial: boolean;
  readonly entries: readonly EntryTold[];
  readonly foot: PlotFoot;
}

/** Numbers that are shown; the rest are in JSON. */
const SHOWN = 15;

/** A ledger: both shares of variance, then the numbers that move the measure most, each with its source. */
export function ledgerLines(told: LedgerTold, width: number): Line[] {
  const { shares } = told;
  return [
    { text: `What moves ${told.title}`, tone: "title" },
    ...paragraph(heldText(told), { width }),
    plain(""),
    ...listUnder("Where its variance comes from, in this model", shareTexts(shares), width),
    ...(isRanked(told) ? rankingLines(told, width) : []),
  ];
}

function rankingLines(told: LedgerTold, width: number): Line[] {
  return [
    ...tornadoText(tornadoOf(told), told.foot, width),
    ...paragraph(seenText(told), { width }),
  ];
}

/** Whether there is something to rank: where the runs do not differ, every number moves nothing. */
export function isRanked({ shares }: LedgerTold): boolean {
  return shares.share.found !== null;
}

/** How many numbers were moved, how often, and whether the others were held. */
export function heldText({ entries, shares, isPartial }: LedgerTold): string {
  const held = isPartial
    ? "The rank correlations hold the other numbers."
    : "There are fewer points than it takes to hold the other numbers: the rank correlations are plain.";
  return `${counted(entries.length, "uncertain number")} moved at once over their ranges, ${counted(shares.points, "draw")} of them, ${counted(shares.runs, "run")} each. ${held}`;
}

/** How many of them are told from chance. */
export function seenText({ entries }: LedgerTold): string {
  const seen = entries.filter(({ isSeen }) => isSeen).length;
  return seen === 0
    ? "None is told from chance among so many at this number of runs."
    : `${counted(seen, "number")} of them told from chance among all that were moved.`;
}

/** How much of the variance is what is not known, and how much is chance. */
export function shareTexts({ share }: LedgerTold["shares"]): string[] {
  if (share.found === null) return ["the runs do not differ: there is no variance to share"];
  const chance = { found: 1 - share.found, low: 1 - share.high, high: 1 - share.low };
  return [
    `what is not known of the numbers: ${percent(share)}`,
    `chance, on the same numbers: ${percent(chance)}`,
  ];
}

function percent({ found, low, high }: Found): string {
  const ends = interval({ low: 100 * low, high: 100 * high });
  return `${rounded(100 * (found ?? 0), 0)} % (${ends})`;
}

/** The strongest numbers as bars, from the strongest. */
function tornadoOf({ title, entries }: LedgerTold): TornadoData {
  const bars = entries.slice(0, SHOWN).map((entry) => ({
    ...entry.effect,
    found: entry.effect.found ?? 0,
    title: `${entry.isSeen ? "* " : ""}${entry.title}`,
    source: sourceText(entry),
  }));
  return { title: `Rank correlation with ${title}`, bars };
}

/** Between which ends a number lies, and on whose word. */
export function sourceText({ low, high, sources, assumption, confidence }: EntryTold): string {
  const range = `${rounded(low)} to ${rounded(high)}`;
  if (sources.length === 0) return `${range}; assumed: ${assumption ?? "no reason given"}`;
  return `${range}; ${sources.join(", ")}${confidence === null ? "" : `, confidence ${confidence}`}`;
}

/** The same bars as Vega-Lite. */
export function ledgerSpec(told: LedgerTold): PlotSpec {
  const { title, bars } = tornadoOf(told);
  // A table beside it has the sources: labels are short enough to be read whole.
  return tornadoSpec({ title, bars: bars.map((bar) => ({ ...bar, source: "" })) }, told.foot);
}

/** How many numbers are told from chance, and the shares of variance, a sentence each. */
export function ledgerTexts(told: LedgerTold): string[] {
  const seen = isRanked(told) ? [seenText(told)] : [];
  return [...shareTexts(told.shares).map((text) => `In this model, ${text}.`), ...seen];
}

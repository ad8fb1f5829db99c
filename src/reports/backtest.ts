import { type Entry, entryLines, figure, type Found, interval } from "./experiment.ts";
import { type Line, plain } from "./page.ts";
import { citationOf, type RecordFigure } from "./record.ts";
import { counted, rounded, signed } from "./wording.ts";

/** A target with its answer; an open bound is infinite. */
export interface TargetTold extends Found {
  readonly title: string;
  readonly n: number;
  readonly atLeast: number;
  readonly atMost: number;
  readonly ok: boolean;
  readonly inside: boolean;
  /** Percentiles that the answer is made of, null where later than the horizon; may be empty. */
  readonly quantiles: readonly (number | null)[];
  /** Why it was not asked; null when it was. */
  readonly notAsked: string | null;
}

/** A distribution beside the figure of the record. */
interface ReportTold {
  readonly title: string;
  readonly quantiles: readonly Found[];
  readonly without: number;
  readonly n: number;
  readonly figure: RecordFigure | null;
}

/** A question on which the sources differ, with the share of runs that resemble each answer. */
interface ConflictTold {
  readonly question: string;
  readonly positions: readonly {
    readonly text: string;
    readonly sources: readonly string[];
    readonly share: Found | null;
  }[];
}

/** What a lever did to one chance. */
interface LeverTold extends Found {
  readonly title: string;
  readonly n: number;
  readonly without: number | null;
  readonly with: number | null;
  readonly verdict: string;
  readonly expected: { readonly change: "up" | "down"; readonly atLeast: number };
}

/** A backtest as it is told. */
export interface BacktestTold {
  readonly targets: readonly TargetTold[];
  readonly reports: readonly ReportTold[];
  readonly conflicts: readonly ConflictTold[];
  readonly levers: readonly LeverTold[];
}

/** The targets with found value, interval and what was asked; alone. */
export function targetLines(targets: readonly TargetTold[], width: number): Line[] {
  const columns = ["", "found", "interval", "asked", ""];
  return [
    ...entryLines("Targets, in this model", columns, "lrlll", targets.map(targetEntry), width),
    ...countLines(targets),
  ];
}

function targetEntry(target: TargetTold): Entry {
  const { title, found, ok, inside, notAsked, quantiles, n } = target;
  if (notAsked !== null) return { title, cells: ["-", "", notAsked] };
  const verdict = !ok ? "FAIL" : inside ? "pass" : "pass*";
  const between = quantiles.map((value) => (value === null ? "later" : figure(value))).join(" to ");
  const note = n === 0 ? "no run to ask" : between === "" ? "" : `(${between})`;
  return { title, cells: [verdict, figure(found), interval(target), askedText(target), note] };
}

function askedText({ atLeast, atMost }: TargetTold): string {
  if (!Number.isFinite(atMost)) return `at least ${figure(atLeast)}`;
  return Number.isFinite(atLeast)
    ? `${figure(atLeast)} to ${figure(atMost)}`
    : `at most ${figure(atMost)}`;
}

function countLines(targets: readonly TargetTold[]): Line[] {
  const asked = targets.filter(({ notAsked }) => notAsked === null);
  const failed = asked.filter(({ ok }) => !ok).length;
  if (asked.length === 0) return [];
  const some = asked.some(({ ok, inside }) => ok && !inside);
  const star = some ? ["  * what was found lies outside, its interval does not."] : [];
  const verdict = failed === 0 ? "none fails" : `${failed} fail${failed === 1 ? "s" : ""}`;
  return [`  Of ${counted(asked.length, "target")} ${verdict}.`, ...star, ""].map(plain);
}

/** Everything else: distributions beside the sources, what runs resemble, levers. */
export function besideTargetLines(
  { reports, conflicts, levers }: Omit<BacktestTold, "targets">,
  width: number,
): Line[] {
  const shares = ["", "10 %", "median", "90 %", "interval of the median", "without"];
  return [
    ...entryLines(
      "Beside the sources, in this model",
      shares,
      "lrrrll",
      reports.map(reportEntry),
      width,
    ),
    ...conflicts.flatMap((conflict) => conflictLines(conflict, width)),
    ...entryLines(
      "Levers, in this model: change of the chance, on the same dice",
      ["", "change", "interval", "chance", "asked", "pairs"],
      "lrlllr",
      levers.map(leverEntry),
      width,
    ),
  ];
}

function reportEntry({ title, quantiles, without, n, figure: source }: ReportTold): Entry {
  const [low, middle, high] = quantiles.map(({ found }) => figure(found));
  const cited = source === null ? "" : ` Sources: ${sourceText(source)}.`;
  const median = quantiles[1];
  const share = without === 0 ? "" : `${rounded((100 * without) / n, 1)} %`;
  const cells = ["", low ?? "", middle ?? "", high ?? "", median ? interval(median) : "", share];
  return { title: `${title}.${cited}`, cells };
}

function sourceText(figureOfRecord: RecordFigure): string {
  const { value, low, high } = figureOfRecord;
  const range = low === high ? "" : ` (${figure(low)} to ${figure(high)})`;
  return `${figure(value)}${range} ${citationOf(figureOfRecord)}`;
}

function conflictLines({ question, positions }: ConflictTold, width: number): Line[] {
  const entries = positions.map(({ text, sources, share }) => ({
    title: `${text} ${citationOf({ sources })}`,
    cells:
      share === null
        ? ["no run can tell"]
        : ["resembled by", figure(share.found), `(${interval(share)}) of the runs`],
  }));
  const heading = `Where the sources differ: ${question}`;
  return entryLines(heading, ["", "", ""], "lrl", entries, width);
}

function leverEntry(lever: LeverTold): Entry {
  const { title, found, verdict, without, with: changed, n, expected } = lever;
  const sign = expected.change === "up" ? "+" : "-";
  const asked = `${sign}${rounded(expected.atLeast)}`;
  const chance = `${figure(without)} → ${figure(changed)}`;
  const change = found === null ? "none" : signed(found);
  return { title, cells: [verdict, change, interval(lever), chance, asked, String(n)] };
}

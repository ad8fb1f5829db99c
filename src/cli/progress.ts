import type { Hands } from "../edge/hands.ts";
import type { Experiment } from "../lab/experiment.ts";
import type { Io } from "./io.ts";

/** How progress is shown: a bar where there is a terminal, or a line of JSON a second anywhere. */
export type ProgressForm = "bar" | "json";

/** Shows how far an experiment is. */
export interface Progress {
  /** Something may have changed. */
  news(): void;
  /** Shows the last of it, and tidies the line. */
  end(): void;
}

/** How often the bar is drawn anew at most, and a line of JSON printed. */
const BREATH_MS = { bar: 100, json: 1000 } as const;

/** Begins to show an experiment; what was played before it counts for no rate. */
export function progressOf(
  io: Io,
  experiment: Experiment,
  { hands, form }: { readonly hands: Hands; readonly form: ProgressForm },
): Progress {
  const before = experiment.played();
  const started = performance.now();
  let shown = started;
  const show = () => {
    const { total } = experiment;
    const played = experiment.played();
    const ms = Math.max(1, performance.now() - started);
    const rate = (1000 * (played - before)) / ms;
    const at: Standing = { played, total, rate, left: rate > 0 ? (total - played) / rate : null };
    if (form === "json") io.err(`${jsonLine(at, hands)}\n`);
    else io.progress?.(barLine(at, hands));
  };
  const news = () => {
    const now = performance.now();
    if ((form === "bar" && io.progress === undefined) || now - shown < BREATH_MS[form]) return;
    shown = now;
    show();
  };
  if (form === "json") show();
  // Hands that are far away may have news without rows.
  const beat = hands.told === undefined ? undefined : setInterval(news, BREATH_MS.json / 2);
  return {
    news,
    end: () => {
      clearInterval(beat);
      if (form === "json") show();
      else io.progress?.("");
    },
  };
}

interface Standing {
  readonly played: number;
  readonly total: number;
  /** Runs a second. */
  readonly rate: number;
  /** Seconds; null where there is no rate yet. */
  readonly left: number | null;
}

const BAR = 20;

/** "■■■■······ 412 of 1000 runs, 181 a second, 3 s left; 2 workers". */
function barLine({ played, total, rate, left }: Standing, { told }: Hands): string {
  const bar = "■".repeat(Math.floor((BAR * played) / total)).padEnd(BAR, "·");
  const time = left === null ? "no rate yet" : `${Math.ceil(left)} s left`;
  const more = told === undefined ? "" : `; ${wordsOf(told())}`;
  return `${bar} ${played} of ${total} runs, ${rate.toFixed(0)} a second, ${time}${more}`;
}

/** "2 workers, 1 death, paused": counts by their names, those of nothing left out but the first. */
function wordsOf(told: Told): string {
  const words = Object.entries(told).flatMap(([name, value], at) => {
    const word = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (typeof value === "boolean") return value ? [word.replace(/^is /, "")] : [];
    if (value === 0 && at > 0) return [];
    return [`${value} ${value === 1 ? word.replace(/s$/, "").replace(/ie$/, "y") : word}`];
  });
  return words.join(", ");
}

type Told = ReturnType<NonNullable<Hands["told"]>>;

function jsonLine({ played, total, rate, left }: Standing, { told }: Hands): string {
  const line = {
    event: "progress",
    played,
    total,
    perSecond: Number(rate.toFixed(1)),
    secondsLeft: left === null ? null : Math.ceil(left),
    ...told?.(),
  };
  return JSON.stringify(line);
}

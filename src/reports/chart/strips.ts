import type { FormationState } from "../../engine/index.ts";
import { at, drawingSvg, lineSvg, textSvg } from "./ink.ts";

/** One formation over the turns: how it stood before the first, then at the end of each. */
export interface Strip {
  readonly name: string;
  /** Cohesion at which it breaks with even chance; null where the reader does not know its class. */
  readonly breakPoint: number | null;
  /** Cohesion from 0 to 100; null while it is not on the map. */
  readonly points: readonly {
    readonly status: FormationState["status"];
    readonly cohesion: number | null;
  }[];
}

type Point = Strip["points"][number];

const WIDTH = 720;
const NAMES = 225;
const ENDS = 70;
const [ROW, BAR, HEAD] = [24, 18, 20];
const LONGEST_NAME = 36;
const WIDEST_STEP = 30;

/** Cohesion as small bars in the reader's own ink, a row for each formation: it reads in print, and needs no colour. */
export function stripsSvg(strips: readonly Strip[]): string {
  const turns = strips[0]?.points.length ?? 0;
  const step = Math.min(WIDEST_STEP, (WIDTH - NAMES - ENDS) / Math.max(1, turns));
  const rows = strips.map((strip, index) => rowSvg(strip, HEAD + index * ROW + BAR, step));
  const height = HEAD + strips.length * ROW + 4;
  return drawingSvg(WIDTH, height, [headSvg(turns, step), ...rows]);
}

/** Numbers of the turns over the bars: all, each fifth or each twentieth, as there is room. */
function headSvg(turns: number, step: number): string {
  const every = step >= 18 ? 1 : step >= 5 ? 5 : 20;
  const numbers = Array.from({ length: turns }, (_, turn) => {
    const middle = NAMES + (turn + 0.5) * step;
    return turn % every === 0 ? textSvg(middle, HEAD - 7, String(turn), { anchor: "middle" }) : "";
  });
  return textSvg(NAMES - 8, HEAD - 7, "turn", { anchor: "end" }) + numbers.join("");
}

function rowSvg({ name, breakPoint, points }: Strip, floor: number, step: number): string {
  const right = NAMES + points.length * step;
  const height = floor - (BAR * (breakPoint ?? 0)) / 100;
  return [
    textSvg(NAMES - 8, floor - 4, clipped(name), { anchor: "end" }),
    lineSvg([NAMES, floor], [right, floor], 0.3),
    ...points.map((point, turn) => pointSvg(point, NAMES + turn * step, floor, step)),
    ...(breakPoint === null ? [] : [lineSvg([NAMES, height], [right, height], 0.9, "1.5 2.5")]),
    textSvg(right + 8, floor - 4, endsText(points)),
  ].join("");
}

function clipped(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** First and last cohesion that it had. */
function endsText(points: readonly Point[]): string {
  const known = points.flatMap(({ cohesion }) => (cohesion === null ? [] : [cohesion]));
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined
    ? ""
    : `${first.toFixed(0)} → ${last.toFixed(0)}`;
}

function pointSvg({ status, cohesion }: Point, left: number, floor: number, step: number): string {
  const middle = left + step / 2;
  if (status === "lost") return crossSvg(middle, floor - 4, 3);
  if (status === "left") return textSvg(middle, floor - 2, "»", { anchor: "middle" });
  if (cohesion === null) return lineSvg([middle - 2, floor - 3], [middle + 2, floor - 3], 0.6);
  const height = (BAR * cohesion) / 100;
  const look = status === "broken" ? 'fill="none" stroke="currentColor"' : 'fill-opacity="0.45"';
  const bar = `<rect x="${at(left + 1)}" y="${at(floor - height)}" width="${at(step - 2)}" height="${at(height)}" ${look}/>`;
  return status === "broken"
    ? bar + crossSvg(middle, floor - height / 2, Math.min(5, step / 3))
    : bar;
}

function crossSvg(x: number, y: number, r: number): string {
  return lineSvg([x - r, y - r], [x + r, y + r]) + lineSvg([x - r, y + r], [x + r, y - r]);
}

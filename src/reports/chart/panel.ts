import { rounded } from "../wording.ts";
import { lineSvg, textSvg } from "./ink.ts";
import { type Scale, scaleOf } from "./scale.ts";

/** Where one panel of a chart stands, in pixels, its title and labels included. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A panel's two scales: turns from left to right, values from the bottom to the top. */
export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

const MARGIN = { left: 38, right: 44, top: 20, bottom: 20 };

/** Scales of a panel over turns from `first` to `last`. */
export function scalesOf(
  { left, top, width, height }: Frame,
  [first, last]: readonly [number, number],
  values: readonly number[],
  domain?: readonly [number, number],
): Scales {
  const floor = top + height - MARGIN.bottom;
  const x = scaleOf([], [first, last], [left + MARGIN.left, left + width - MARGIN.right], 8);
  const y = scaleOf(values, domain, [floor, top + MARGIN.top], 4);
  return { x, y };
}

/** The title of a panel, its axes with their numbers, and faint lines at the round values. */
export function axesSvg(frame: Frame, title: string, { x, y }: Scales): string {
  const [left, right] = [frame.left + MARGIN.left, frame.left + frame.width - MARGIN.right];
  const floor = frame.top + frame.height - MARGIN.bottom;
  const whole = x.ticks.filter(Number.isInteger);
  return [
    textSvg(frame.left, frame.top + 11, title, { isBold: true }),
    ...y.ticks.map((tick) => {
      const height = y.of(tick);
      const number = textSvg(left - 6, height + 4, rounded(tick), { anchor: "end" });
      return lineSvg([left, height], [right, height], 0.16) + number;
    }),
    lineSvg([left, floor], [right, floor]),
    ...whole.map((tick) => {
      const mark = lineSvg([x.of(tick), floor], [x.of(tick), floor + 4]);
      return mark + textSvg(x.of(tick), floor + 15, rounded(tick), { anchor: "middle" });
    }),
    textSvg(right + 12, floor + 15, "turn"),
  ].join("");
}

const WIDTH = 720;
const GAP = 20;

/** Frames for so many panels: two abreast, one alone over the whole width. */
export function framesFor(count: number, top: number, height: number): readonly Frame[] {
  if (count === 1) return [{ left: 0, top, width: WIDTH, height: height * 1.3 }];
  const width = (WIDTH - GAP) / 2;
  return Array.from({ length: count }, (_, index) => ({
    left: (index % 2) * (width + GAP),
    top: top + Math.floor(index / 2) * (height + GAP),
    width,
    height,
  }));
}

/** Width and height of a drawing that holds some frames. */
export function sizeOf(frames: readonly Frame[]): readonly [number, number] {
  return [WIDTH, Math.max(0, ...frames.map(({ top, height }) => top + height)) + 4];
}

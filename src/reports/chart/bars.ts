import { at, drawingSvg } from "./ink.ts";
import { axesSvg, type Frame, framesFor, scalesOf, sizeOf } from "./panel.ts";

/** Bars over the turns, each a whole in outline with a part of it filled. */
export interface BarsPanel {
  readonly title: string;
  readonly bars: readonly {
    readonly turn: number;
    readonly whole: number;
    readonly part: number;
  }[];
}

const HEIGHT = 130;

/** Bars as a drawing in the reader's own ink; panels two abreast, all on one scale. */
export function barsSvg(panels: readonly BarsPanel[]): string {
  const frames = framesFor(panels.length, 0, HEIGHT);
  const all = panels.flatMap(({ bars }) => bars.map(({ whole }) => whole));
  const [width, height] = sizeOf(frames);
  const drawn = panels.map((panel, index) => panelSvg(panel, frames[index] as Frame, all));
  return drawingSvg(width, height, drawn);
}

function panelSvg({ title, bars }: BarsPanel, frame: Frame, all: readonly number[]): string {
  const scales = scalesOf(frame, [0.5, bars.length + 0.5], all);
  const { x, y } = scales;
  const wide = (x.of(1) - x.of(0)) * 0.7;
  const barOf = (turn: number, value: number, look: string) => {
    const height = y.of(0) - y.of(value);
    return `<rect x="${at(x.of(turn) - wide / 2)}" y="${at(y.of(value))}" width="${at(wide)}" height="${at(height)}" ${look}/>`;
  };
  const drawn = bars.flatMap(({ turn, whole, part }) =>
    whole === 0
      ? []
      : [
          barOf(turn, part, 'fill-opacity="0.7"'),
          barOf(turn, whole, 'fill="none" stroke="currentColor"'),
        ],
  );
  return [axesSvg(frame, title, scales), ...drawn].join("");
}

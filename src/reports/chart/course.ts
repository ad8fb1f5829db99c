import { at, drawingSvg, lineSvg, textSvg } from "./ink.ts";
import { axesSvg, type Frame, framesFor, type Scales, scalesOf, sizeOf } from "./panel.ts";

/** One line of a course: dash and shape of its points tell it apart where colour does not. */
export interface CourseLine {
  readonly name: string;
  /** A few characters that stand at its end. */
  readonly letter: string;
  /** A colour of CSS; the reader's own ink when left out. */
  readonly colour?: string | undefined;
  /** Value at the end of each turn, from turn 0; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** One panel: lines over the turns on one scale. */
interface CoursePanel {
  readonly title: string;
  readonly lines: readonly CourseLine[];
  /** Ends of the scale; round numbers around the values and 0 when left out. */
  readonly domain?: readonly [number, number] | undefined;
  /** Values at which something happens, drawn as lines across, each with its words. */
  readonly marks?: readonly { readonly at: number; readonly words: string }[] | undefined;
}

/** Quantities over the turns of one game; what holds until the next turn is drawn in steps. */
export interface Course {
  readonly panels: readonly CoursePanel[];
  readonly isStepped: boolean;
}

const HEIGHT = 150;
const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 2"];

/** A course as a drawing that prints in grey: a legend, then panels two abreast, or one alone. */
export function courseSvg({ panels, isStepped }: Course): string {
  const lines = panels[0]?.lines ?? [];
  const legend = lines.length > 1 ? legendSvg(lines) : "";
  const frames = framesFor(panels.length, legend === "" ? 0 : 26, HEIGHT);
  const [width, height] = sizeOf(frames);
  const drawn = panels.map((panel, index) => panelSvg(panel, frames[index] as Frame, isStepped));
  return drawingSvg(width, height, [legend, ...drawn]);
}

function legendSvg(lines: readonly CourseLine[]): string {
  let left = 0;
  return lines
    .map((line, index) => {
      const { name, letter, colour } = line;
      const words = letter === name ? name : `${name} (${letter})`;
      const sample = `${strokeSvg(`M${left} 10H${left + 36}`, line, index)}${pointSvg(left + 18, 10, line, index)}`;
      const label = textSvg(left + 44, 14, words, { colour });
      left += 68 + words.length * 6.5;
      return sample + label;
    })
    .join("");
}

function panelSvg(
  { title, lines, domain, marks = [] }: CoursePanel,
  frame: Frame,
  isStepped: boolean,
) {
  const values = lines.flatMap(({ values: all }) => all.filter((value) => value !== null));
  const last = Math.max(1, ...lines.map(({ values: all }) => all.length - 1));
  const scales = scalesOf(frame, [0, last], values, domain);
  const { x, y } = scales;
  return [
    axesSvg(frame, title, scales),
    ...marks.map(({ at: value }) => {
      return lineSvg([x.of(0), y.of(value)], [x.of(last), y.of(value)], 0.8, "1 3");
    }),
    ...lines.map((line, index) => lineOf(line, index, scales, isStepped)),
    ...marks.map(({ at: value, words }) => textSvg(x.of(0) + 3, y.of(value) - 3, words, HALO)),
    endsSvg(lines, scales),
  ].join("");
}

/** Words that may cross a line. */
const HALO = { hasHalo: true } as const;

function lineOf(line: CourseLine, index: number, { x, y }: Scales, isStepped: boolean): string {
  let path = "";
  let isDown = false;
  const points: string[] = [];
  for (const [turn, value] of line.values.entries()) {
    if (value === null) {
      isDown = false;
      continue;
    }
    const [left, height] = [x.of(turn), y.of(value)];
    if (!isDown) path += `M${at(left)} ${at(height)}`;
    else path += isStepped ? `H${at(left)}V${at(height)}` : `L${at(left)} ${at(height)}`;
    isDown = true;
    points.push(pointSvg(left, height, line, index));
  }
  return strokeSvg(path, line, index) + points.join("");
}

function strokeSvg(path: string, { colour = "currentColor" }: CourseLine, index: number): string {
  const dash = DASHES[index % DASHES.length];
  const broken = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.8"${broken}/>`;
}

const R = 2.8;
const SHAPES = [
  `m-${R} 0a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 -${2 * R} 0`,
  "m-2.6 -2.6h5.2v5.2h-5.2z",
  "m0 -3.4l3.4 6h-6.8z",
  "m0 -3.8l3.8 3.8l-3.8 3.8l-3.8 -3.8z",
  "m-3.4 -1h2.4v-2.4h2v2.4h2.4v2h-2.4v2.4h-2v-2.4h-2.4z",
];

function pointSvg(x: number, y: number, { colour }: CourseLine, index: number): string {
  const fill = colour === undefined ? "" : ` fill="${colour}"`;
  return `<path d="M${at(x)} ${at(y)}${SHAPES[index % SHAPES.length]}"${fill}/>`;
}

const LEAST_APART = 12;

/** The letters at the ends of the lines, pushed apart where two end together. */
function endsSvg(lines: readonly CourseLine[], { x, y }: Scales): string {
  const ends = lines.flatMap(({ letter, colour, values }) => {
    const turn = values.findLastIndex((value) => value !== null);
    return turn === -1 ? [] : [{ letter, colour, turn, height: y.of(values[turn] as number) }];
  });
  let highest = Infinity;
  return ends
    .toSorted((a, b) => b.height - a.height)
    .map(({ letter, colour, turn, height }) => {
      highest = Math.min(height, highest - LEAST_APART);
      return textSvg(x.of(turn) + 7, highest + 4, letter, { isBold: true, colour });
    })
    .join("");
}

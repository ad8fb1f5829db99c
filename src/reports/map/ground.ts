import type { Id, Setup } from "../../engine/index.ts";
import { escaped } from "../document/escape.ts";
import type { Layout } from "./layout.ts";
import { widthOf } from "./look.ts";
import { signOf } from "./place-signs.ts";
import { type Point, short } from "./point.ts";

/** Frames of those who hold places, by affiliation as in APP-6, in the colour of what uses them. */
const NODES = [
  '<symbol id="map-node-friend" overflow="visible"><rect x="-10" y="-7.5" width="20" height="15" rx="1"/></symbol>',
  '<symbol id="map-node-hostile" overflow="visible"><path d="M0,-11L12,0L0,11L-12,0Z"/></symbol>',
  '<symbol id="map-node-neutral" overflow="visible"><rect x="-8.5" y="-8.5" width="17" height="17"/></symbol>',
  '<symbol id="map-node-nobody" overflow="visible"><circle r="6" stroke-dasharray="2 2"/></symbol>',
  '<symbol id="map-air" overflow="visible"><path d="M0,-6L6,5L0,2L-6,5Z"/></symbol>',
].join("");

/** What every moment shares: the definitions, the roads, and the places with their names. */
export function groundSvg(setup: Setup, layout: Layout): string {
  return `<defs>${NODES}</defs><g class="roads">${roadsSvg(setup, layout)}</g><g class="names">${namesSvg(setup, layout)}</g>`;
}

/** A surface on which a column keeps the pace of the fastest is drawn as a whole line. */
function roadsSvg({ links, parameters }: Setup, { at, far }: Layout): string {
  const { surfaces } = parameters;
  const fastest = Math.max(...Object.values(surfaces).map(({ dayKmPerHour }) => dayKmPerHour));
  return Object.values(links)
    .map(({ a, b, km, surface }) => {
      const [from, to] = [at[a] as Point, at[b] as Point];
      const look = surfaces[surface]?.dayKmPerHour === fastest ? "" : ' class="track"';
      const line = `<path${look} d="M${from.x},${from.y}L${to.x},${to.y}"/>`;
      return far.has(a) || far.has(b) ? `${line}${distanceSvg(from, to, km)}` : line;
    })
    .join("");
}

const LEAST_FOR_TEXT = 120;

/** How far it is to what does not lie on the map. */
function distanceSvg(from: Point, to: Point, km: number): string {
  if (Math.abs(from.x - to.x) + Math.abs(from.y - to.y) < LEAST_FOR_TEXT) return "";
  const [x, y] = [short((from.x + to.x) / 2), short((from.y + to.y) / 2)];
  return `<text x="${x}" y="${y}">${km} km</text>`;
}

function namesSvg({ places }: Setup, { at }: Layout): string {
  return Object.entries(places)
    .map(([id, { name, kind }]) => nameSvg(at[id] as Point, shortName(name), name, kind))
    .join("");
}

const SIZE = 11.5;

function nameSvg({ x, y }: Point, lines: readonly string[], name: string, kind: Id): string {
  const widest = widthOf(lines[0] ?? "", SIZE) * 0.9;
  const sign = `<path transform="translate(${short(x - widest / 2 - 4)},${short(y + 18.5)})" d="${signOf(kind)}"/>`;
  const text = lines
    .map(
      (line, at) =>
        `<tspan x="${short(at === 0 ? x + 5 : x)}" dy="${at === 0 ? 0 : SIZE}">${escaped(line)}</tspan>`,
    )
    .join("");
  return `<g><title>${escaped(name)}</title>${sign}<text y="${short(y + 22.5)}">${text}</text></g>`;
}

const LONGEST = 16;

/** A name without what stands in brackets, on two lines where it is long; cut where it is longer. */
function shortName(name: string): readonly string[] {
  const plain = name.replace(/\s*\(.*\)\s*$/, "") || name;
  if (plain.length <= LONGEST) return [plain];
  const middle = plain.lastIndexOf(" ", LONGEST);
  const first = middle > 0 ? plain.slice(0, middle) : plain.slice(0, LONGEST);
  const rest = plain.slice(first.length).trim();
  return [first, rest.length > LONGEST ? `${rest.slice(0, LONGEST - 1)}…` : rest];
}

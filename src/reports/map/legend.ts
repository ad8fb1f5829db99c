import type { Id, Setup } from "../../engine/index.ts";
import { escaped } from "../document/escape.ts";
import { letterOf, lookOf, widthOf } from "./look.ts";
import { signOf } from "./place-signs.ts";
import { short } from "./point.ts";

interface Item {
  /** Drawn round its middle, in some 30 by 20 units. */
  readonly sign: string;
  readonly text: string;
}

const [WIDTH, ROW, SIZE, SIGN, GAP] = [1000, 24, 12, 34, 18];

/** What the signs of a map mean, as a drawing of its own. */
export function legendSvg(setup: Setup, isSeats: boolean): string {
  const items = [
    ...sideItems(setup),
    ...deedItems(setup),
    ...kindItems(setup),
    ...noteItems(isSeats),
  ];
  let [x, y] = [0, ROW / 2];
  const drawn = items.map(({ sign, text }) => {
    const width = (sign === "" ? 0 : SIGN) + widthOf(text, SIZE) + GAP;
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + ROW];
    const at = sign === "" ? x : x + SIGN;
    const svg = `<g transform="translate(${short(x + SIGN / 2)},${y})">${sign}</g><text x="${short(at)}" y="${y + 4}">${escaped(text)}</text>`;
    x += width;
    return svg;
  });
  return `<svg class="map legend" viewBox="0 0 ${WIDTH} ${y + ROW / 2}" role="img" aria-label="${escaped(saidOf(items))}">${drawn.join("")}</svg>`;
}

function saidOf(items: readonly Item[]): string {
  return `Legend: ${items.map(({ text }) => text).join("; ")}`;
}

function sideItems(setup: Setup): Item[] {
  const sides: readonly (Id | null)[] = [...Object.keys(setup.sides), null];
  return sides.map((side) => {
    const look = lookOf(setup, side);
    const letter = `<text y="3.5">${escaped(letterOf(setup, side))}</text>`;
    const sign = `<g class="node ${look}"><use href="#map-node-${look}"/>${letter}</g>`;
    return { sign, text: side === null ? "held by nobody" : `held by ${setup.sides[side]?.name}` };
  });
}

function deedItems(setup: Setup): Item[] {
  const look = lookOf(setup, Object.keys(setup.sides)[0] ?? null);
  const arrow = (more: string) =>
    `<g class="axis ${look}${more}"><path d="M-14,0L4,0"/><path class="head" d="M13,0L4,-5L4,5Z"/></g>`;
  return [
    { sign: arrow(" gain"), text: "attack that gained ground" },
    { sign: arrow(""), text: "attack that gained none" },
    { sign: arrow(" holding"), text: "attack to hold the enemy there" },
    {
      sign: `<g class="flight ${look}"><use href="#map-air"/></g>`,
      text: "sorties, with side and number",
    },
    { sign: '<g class="roads"><path d="M-14,0L14,0"/></g>', text: "highway" },
    {
      sign: '<g class="roads"><path class="track" d="M-14,0L14,0"/></g>',
      text: "slower road or track",
    },
  ];
}

function kindItems({ places, parameters }: Setup): Item[] {
  const kinds = [...new Set(Object.values(places).map(({ kind }) => kind))].toSorted();
  return kinds.map((kind) => ({
    sign: `<g class="names"><path d="${signOf(kind)}"/></g>`,
    text: (parameters.placeKinds[kind]?.name ?? kind).toLowerCase(),
  }));
}

function noteItems(isSeats: boolean): Item[] {
  const counts = "620: men of the formations above; ×3 1,240: three formations, the largest drawn";
  const reports = "~300 −2: as reported, two turns before; faint when older than a turn";
  const ground = "places that lie close together are drawn apart, on their bearing";
  const notes = isSeats ? [counts, reports, ground] : [counts, ground];
  return notes.map((text) => ({ sign: "", text }));
}

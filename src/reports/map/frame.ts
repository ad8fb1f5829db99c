import type { Id, Setup } from "../../engine/index.ts";
import { escaped } from "../document/escape.ts";
import { nameOf } from "../names.ts";
import { grouped } from "../wording.ts";
import type { Layout } from "./layout.ts";
import { letterOf, lookOf, widthOf } from "./look.ts";
import { type Point, short, towards } from "./point.ts";
import type { Axis, Flight, Group, Member, Scene } from "./scene.ts";

/** One moment of a map: who holds what, who stands where, attacks and sorties. */
export function frameSvg(setup: Setup, layout: Layout, scene: Scene): string {
  const { at } = layout;
  return [
    ...scene.axes.map((axis) => axisSvg(setup, at, axis)),
    ...Object.keys(setup.places).map((id) =>
      nodeSvg(setup, at[id] as Point, scene.holders[id] ?? null),
    ),
    ...Object.keys(setup.places).map((id) =>
      groupsSvg(setup, at[id] as Point, groupsAt(scene, id)),
    ),
    ...flightsSvg(setup, at, scene.flights),
  ].join("");
}

function nodeSvg(setup: Setup, { x, y }: Point, holder: Id | null): string {
  const look = lookOf(setup, holder);
  const letter = letterOf(setup, holder);
  const text = letter === "" ? "" : `<text y="3.5">${escaped(letter)}</text>`;
  return `<g class="node ${look}" transform="translate(${x},${y})"><use href="#map-node-${look}"/>${text}</g>`;
}

/** The holder's own stand first, to the left. */
function groupsAt({ groups, holders }: Scene, place: Id): readonly Group[] {
  const here = groups.filter((group) => group.place === place);
  const isHolder = ({ side }: Group) => Number(side === holders[place]);
  return here.toSorted((a, b) => isHolder(b) - isHolder(a));
}

/** A symbol's frame takes three quarters of its box. */
const BOX = 40;
const STEP = 32;
const TEXT = 11;
/** How far above its place a row of symbols has its middle. */
const ABOVE = 25;
/** So many symbols stand side by side; more are the largest one and a count. */
const MOST_SHOWN = 2;

function groupsSvg(setup: Setup, { x, y }: Point, groups: readonly Group[]): string {
  if (groups.length === 0) return "";
  const drawn = groups.map((group) => {
    const shown = group.members.length > MOST_SHOWN ? group.members.slice(0, 1) : group.members;
    const label = labelOf(group, shown.length);
    return { group, shown, label, width: shown.length * STEP + widthOf(label, TEXT) + 2 };
  });
  let left = x - drawn.reduce((sum, { width }) => sum + width, 0) / 2;
  return drawn
    .map(({ group, shown, label, width }) => {
      const svg = groupSvg(setup, group, shown, label, { x: short(left), y: short(y - ABOVE) });
      left += width;
      return svg;
    })
    .join("");
}

function groupSvg(
  setup: Setup,
  group: Group,
  shown: readonly Member[],
  label: string,
  { x, y }: Point,
): string {
  const symbols = shown.map(({ sidc }, at) => {
    const left = short(x + at * STEP + (STEP - BOX) / 2);
    return `<use href="#sidc-${sidc}" x="${left}" y="${short(y - BOX / 2)}" width="${BOX}" height="${BOX}"/>`;
  });
  const isOld = group.members.every(({ age }) => (age ?? 0) > 1);
  const look = `group ${lookOf(setup, group.side)}${isOld ? " old" : ""}`;
  const text = `<text x="${short(x + shown.length * STEP + 1)}" y="${short(y + 4)}">${escaped(label)}</text>`;
  const title = group.members.map((member) => memberText(setup, member)).join("; ");
  return `<g class="${look}"><title>${escaped(title)}</title>${symbols.join("")}${text}</g>`;
}

/** "620", or "×3 1,240"; a reported strength has "~", and its age in turns behind it. */
function labelOf({ members }: Group, shown: number): string {
  const men = grouped(members.reduce((sum, one) => sum + one.men, 0));
  const count = members.length > shown ? `×${members.length} ` : "";
  const ages = members.flatMap(({ age }) => (age === null ? [] : [age]));
  if (ages.length === 0) return `${count}${men}`;
  const age = Math.min(...ages);
  return `${count}~${men}${age > 0 ? ` −${age}` : ""}`;
}

/** A formation in words: name, men, and how sure that is. */
export function memberText(setup: Setup, { id, men, isBroken, age }: Member): string {
  const name = nameOf(setup, "formations", id);
  if (age === null) return `${name} ${grouped(men)}${isBroken ? ", broken" : ""}`;
  const when = age === 0 ? "this turn" : age === 1 ? "a turn ago" : `${age} turns ago`;
  return `${name} about ${grouped(men)}, reported ${when}`;
}

const HEAD = 9;
const CLEAR = 14;

/** An arrow along the road; with a hollow head where it gained no ground, broken where it only held. */
function axisSvg(
  setup: Setup,
  at: Layout["at"],
  { from, to, side, isHolding, isGain }: Axis,
): string {
  const [start, end] = [at[from], at[to]];
  if (start === undefined || end === undefined) return "";
  const [tail, tip] = [towards(start, end, CLEAR), towards(end, start, CLEAR)];
  const neck = towards(tip, tail, HEAD);
  const across = { x: (tip.y - neck.y) * 0.6, y: (neck.x - tip.x) * 0.6 };
  const [left, right] = [
    `${short(neck.x + across.x)},${short(neck.y + across.y)}`,
    `${short(neck.x - across.x)},${short(neck.y - across.y)}`,
  ];
  const look = `axis ${lookOf(setup, side)}${isHolding ? " holding" : ""}${isGain ? " gain" : ""}`;
  return `<g class="${look}"><path d="M${tail.x},${tail.y}L${neck.x},${neck.y}"/><path class="head" d="M${tip.x},${tip.y}L${left}L${right}Z"/></g>`;
}

/** Beside the place, or on the middle of the road; several one below the other. */
function flightsSvg(setup: Setup, at: Layout["at"], flights: readonly Flight[]): string[] {
  const used = new Map<Id, number>();
  return flights.flatMap((flight) => {
    const point = flightPoint(setup, at, flight.at);
    if (point === null) return [];
    const row = used.get(flight.at) ?? 0;
    used.set(flight.at, row + 1);
    const look = `flight ${lookOf(setup, flight.side)}`;
    const text = `${letterOf(setup, flight.side)}${flight.sorties}`;
    return [
      `<g class="${look}" transform="translate(${short(point.x)},${short(point.y + row * 13)})"><use href="#map-air"/><text x="8" y="4">${escaped(text)}</text></g>`,
    ];
  });
}

function flightPoint({ links }: Setup, at: Layout["at"], target: Id): Point | null {
  const place = at[target];
  if (place !== undefined) return { x: place.x + 21, y: place.y };
  const link = links[target];
  const [a, b] = [at[link?.a ?? ""], at[link?.b ?? ""]];
  if (a === undefined || b === undefined) return null;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

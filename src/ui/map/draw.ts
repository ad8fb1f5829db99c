import type { Id } from "../../engine/player.ts";
import { type Line, line, tone } from "../text/span.ts";
import { type Canvas, canvasOf, drawLine, isFree, linesOf, write } from "./canvas.ts";
import { type Axis, drawArrows, drawAxes, drawFronts } from "./axes.ts";
import { drawCounters } from "./counters.ts";
import { drawHead, markChosen, type Placed, spellOut } from "./heads.ts";
import { drawLegend } from "./legend.ts";
import type { Picture, PicturePlace } from "./picture.ts";
import { drawRelief } from "./relief.ts";
import { type Dot, type Projected, project, type Sight } from "./projection.ts";

/** What is marked on a map besides what there is: the chosen place and the road of an order. */
export interface Marks {
  readonly chosen: Id | null;
  readonly route: readonly Id[];
  /** Roads that are attacked along. */
  readonly axes?: readonly Axis[];
  /** Sorties that are ordered, by place. */
  readonly sorties?: Readonly<Record<Id, number>>;
}

const DASH = 2;

/** The map on a pane of `columns` × `rows` characters. */
export function drawMap(
  picture: Picture,
  sight: Sight,
  marks: Marks,
  columns: number,
  rows: number,
): Line[] {
  if (columns < 8 || rows < 3) return [];
  const canvas = canvasOf(columns, rows);
  const projected = project(picture, sight, columns * 2, rows * 4);
  drawRoads(canvas, picture, projected);
  drawAxes(canvas, projected, marks.axes ?? []);
  drawRoute(canvas, projected, marks.route);
  drawScale(canvas, projected.dotsPerKm);
  drawPlaces(canvas, picture, projected, sight.zoom, marks.chosen);
  drawArrows(canvas, projected, marks.axes ?? []);
  drawFronts(canvas, projected, picture.fronts);
  drawSorties(canvas, projected, marks.sorties ?? {});
  drawLegend(canvas);
  drawRelief(canvas, picture, projected);
  return picture.night ? linesOf(canvas).map(atNight) : linesOf(canvas);
}

function drawRoads(canvas: Canvas, { links }: Picture, { dots }: Projected): void {
  for (const { a, b, paved } of links.toSorted(
    (one, two) => Number(one.paved) - Number(two.paved),
  )) {
    const [from, to] = [dots[a], dots[b]];
    if (from !== undefined && to !== undefined)
      drawLine(canvas, from, to, "road", paved ? 0 : DASH);
  }
}

function drawRoute(canvas: Canvas, { dots }: Projected, route: readonly Id[]): void {
  route.slice(1).forEach((place, at) => {
    const [from, to] = [dots[route[at] as Id], dots[place]];
    if (from !== undefined && to !== undefined) drawLine(canvas, from, to, "route", 0);
  });
}

/** "{4}" beside a place: sorties that fly there. */
function drawSorties(
  canvas: Canvas,
  { dots }: Projected,
  sorties: Readonly<Record<Id, number>>,
): void {
  for (const [place, count] of Object.entries(sorties)) {
    const dot = dots[place];
    if (dot === undefined) continue;
    const text = `{${count}}`;
    const [column, row] = [dot.x >> 1, dot.y >> 2];
    const spots = [-1, 1, 0, -2, 2].flatMap((by) => [
      [column - 1, row + by] as const,
      [column - text.length - 1, row + by] as const,
    ]);
    const spot = spots.find(
      ([at, on]) => on >= 0 && on < canvas.rows && isFree(canvas, at, on, text.length),
    );
    if (spot !== undefined) write(canvas, spot[0], spot[1], line(tone("accent", text)));
  }
}

/** By night the ground and its roads are tinted; what is written on them keeps its look. */
function atNight(row: Line): Line {
  return row.map((span) =>
    span.tone === "road" || span.tone === "relief" ? tone("night", span.text) : span,
  );
}

/** A bar of a round number of kilometres in the lower left corner. */
function drawScale(canvas: Canvas, dotsPerKm: number): void {
  const km =
    [100, 50, 20, 10, 5, 2, 1].find((one) => (one * dotsPerKm) / 2 <= canvas.columns / 4) ?? 1;
  const columns = Math.max(2, Math.round((km * dotsPerKm) / 2));
  write(canvas, 0, canvas.rows - 1, line(tone("dim", `├${"─".repeat(columns - 2)}┤ ${km} km`)));
}

/** Above this many cells a place, names are written out. */
const ROOMY_CELLS = 170;

/** Lays the places out by what they are; only then the chosen one is marked where it came to be. */
function drawPlaces(
  canvas: Canvas,
  picture: Picture,
  projected: Projected,
  zoom: number,
  chosen: Id | null,
): void {
  const inside: Placed[] = [];
  const embattled = embattledIn(picture);
  for (const known of byImportance(picture)) {
    const place = { ...known, contested: embattled.has(known.id) };
    const at = placedAt(place, projected.dots[place.id] as Dot);
    if (isInside(canvas, at)) inside.push(at);
    else if (isRoadFrom(picture, canvas, projected, place.id)) drawAtEdge(canvas, at);
  }
  const labelled = inside.map((at) => drawHead(canvas, at));
  drawCounters(canvas, labelled);
  const places = Math.max(1, Object.keys(picture.places).length);
  const roomy = (canvas.columns * canvas.rows * zoom * zoom) / places > ROOMY_CELLS;
  const placed = roomy ? labelled.map((at) => spellOut(canvas, at)) : labelled;
  markChosen(canvas, placed, chosen);
}

function placedAt(place: PicturePlace, { x, y }: Dot): Placed {
  const column = x >> 1;
  const { groups } = place;
  return { place, groups, column, row: y >> 2, from: column, to: column + 1, head: null };
}

/** Places assaulted in the last turn, and those whose sectors were: a sector may have no room. */
function embattledIn({ places }: Picture): ReadonlySet<Id> {
  const contested = Object.values(places).filter((place) => place.contested);
  return new Set(
    contested.flatMap(({ id, sectorOf }) => (sectorOf === null ? [id] : [id, sectorOf])),
  );
}

function byImportance({ places }: Picture): PicturePlace[] {
  const weight = (place: PicturePlace) =>
    (place.contested ? 15 : 0) +
    (place.groups.length > 0 ? 20 : 0) +
    (place.sectorOf === null ? 10 : 0) +
    place.value;
  return Object.values(places).toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
}

function isInside({ columns, rows }: Canvas, { column, row }: Placed): boolean {
  return column >= 0 && row >= 0 && column < columns && row < rows;
}

function isRoadFrom({ links }: Picture, canvas: Canvas, { dots }: Projected, id: Id): boolean {
  return links.some(({ a, b }) => {
    const other = a === id ? b : b === id ? a : null;
    const dot = other === null ? undefined : dots[other];
    return (
      dot !== undefined &&
      dot.x >= 0 &&
      dot.y >= 0 &&
      dot.x >> 1 < canvas.columns &&
      dot.y >> 2 < canvas.rows
    );
  });
}

/** What a road out of the pane leads to, where it leaves. */
function drawAtEdge(canvas: Canvas, { place, column, row }: Placed): void {
  const text =
    column >= canvas.columns
      ? `${place.label}→`
      : column < 0
        ? `←${place.label}`
        : row < 0
          ? `↑${place.label}`
          : `↓${place.label}`;
  const at = Math.max(0, Math.min(canvas.columns - text.length, column));
  const on = Math.max(0, Math.min(canvas.rows - 1, row));
  if (isFree(canvas, at, on, text.length))
    write(canvas, at, on, line(tone(place.holderTone, text)));
}

import type { Id } from "../../engine/player.ts";
import { type Line, line, tone, widthOf } from "../text/span.ts";
import { type Canvas, canvasOf, drawLine, isFree, linesOf, write } from "./canvas.ts";
import { type Group, joinGroup, type Picture, type PicturePlace } from "./picture.ts";
import { type Dot, type Projected, project, type Sight } from "./projection.ts";
import { counters, placeHead } from "./symbols.ts";

/** What is marked on a map besides what there is: the chosen place and the road of an order. */
export interface Marks {
  readonly chosen: Id | null;
  readonly route: readonly Id[];
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
  drawRoute(canvas, projected, marks.route);
  drawScale(canvas, projected.dotsPerKm);
  drawPlaces(canvas, picture, projected, marks);
  return linesOf(canvas);
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

/** A bar of a round number of kilometres in the lower left corner. */
function drawScale(canvas: Canvas, dotsPerKm: number): void {
  const km =
    [100, 50, 20, 10, 5, 2, 1].find((one) => (one * dotsPerKm) / 2 <= canvas.columns / 4) ?? 1;
  const columns = Math.max(2, Math.round((km * dotsPerKm) / 2));
  write(canvas, 0, canvas.rows - 1, line(tone("dim", `├${"─".repeat(columns - 2)}┤ ${km} km`)));
}

interface Placed {
  readonly place: PicturePlace;
  readonly column: number;
  readonly row: number;
  groups: readonly Group[];
}

/** Above this many cells a place, names are written out. */
const ROOMY_CELLS = 170;

function drawPlaces(canvas: Canvas, picture: Picture, projected: Projected, marks: Marks): void {
  const inside: Placed[] = [];
  const embattled = embattledIn(picture);
  for (const known of byImportance(picture, marks)) {
    const place = { ...known, contested: embattled.has(known.id) };
    const dot = projected.dots[place.id] as Dot;
    const at = { place, column: dot.x >> 1, row: dot.y >> 2, groups: place.groups };
    if (isInside(canvas, at)) inside.push(at);
    else if (isRoadFrom(picture, canvas, projected, place.id)) drawAtEdge(canvas, at);
  }
  const roomy = (canvas.columns * canvas.rows) / Math.max(1, inside.length) > ROOMY_CELLS;
  const shown: Placed[] = [];
  for (const at of inside) {
    if (drawHead(canvas, at, marks.chosen === at.place.id, roomy)) shown.push(at);
    else handOver(at, shown);
  }
  for (const at of shown) drawCounters(canvas, at);
}

/** Places assaulted in the last turn, and those whose sectors were: a sector may have no room. */
function embattledIn({ places }: Picture): ReadonlySet<Id> {
  const contested = Object.values(places).filter((place) => place.contested);
  return new Set(
    contested.flatMap(({ id, sectorOf }) => (sectorOf === null ? [id] : [id, sectorOf])),
  );
}

function byImportance({ places }: Picture, { chosen, route }: Marks): PicturePlace[] {
  const weight = (place: PicturePlace) =>
    (place.id === chosen ? 1e6 : 0) +
    (place.id === route.at(-1) ? 1e5 : 0) +
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

function drawHead(canvas: Canvas, at: Placed, chosen: boolean, roomy: boolean): boolean {
  const names = roomy ? [at.place.name, at.place.label, ""] : [at.place.label, ""];
  for (const name of names) {
    for (const mirrored of [false, true]) {
      const head = placeHead(at.place, name, chosen, mirrored);
      const column = mirrored ? at.column - widthOf(head) + 1 : at.column - 1;
      if (!isFree(canvas, column, at.row, widthOf(head))) continue;
      write(canvas, column, at.row, head);
      return true;
    }
  }
  return false;
}

/** A place without room leaves its formations to be counted with the nearest that has. */
function handOver(at: Placed, shown: readonly Placed[]): void {
  const distance = (one: Placed) => Math.hypot(one.column - at.column, 2 * (one.row - at.row));
  const nearest = shown.reduce<Placed | null>(
    (best, one) => (best === null || distance(one) < distance(best) ? one : best),
    null,
  );
  if (nearest === null) return;
  nearest.groups = at.groups.reduce(joinGroup, nearest.groups);
}

function drawCounters(canvas: Canvas, { groups, column, row }: Placed): void {
  if (groups.length === 0) return;
  for (const short of [false, true]) {
    const spans = counters(groups, short);
    const width = widthOf(spans);
    for (const [dx, dy] of [
      [-1, 1],
      [-1, -1],
      [3 - width, 1],
      [3 - width, -1],
      [7, 0],
      [-width - 2, 0],
    ] as const) {
      if (!isFree(canvas, column + dx, row + dy, width) || row + dy < 0 || row + dy >= canvas.rows)
        continue;
      write(canvas, column + dx, row + dy, spans);
      return;
    }
  }
}

import { widthOf } from "../text/span.ts";
import { type Canvas, isFree, write } from "./canvas.ts";
import type { Placed } from "./heads.ts";
import { joinGroup } from "./picture.ts";
import { counters, SIZES } from "./symbols.ts";

/**
 * Counts the formations beside their own places; those of a place without a sign of its own may be
 * counted with a place that shares or neighbours its cell. Where there is no room, nothing is drawn.
 */
export function drawCounters(canvas: Canvas, placed: readonly Placed[]): void {
  const hosts = merged(placed);
  for (const host of hosts) drawCounter(canvas, host, hosts);
}

function merged(placed: readonly Placed[]): readonly Placed[] {
  const hosts = placed.filter(({ head }) => head !== null);
  for (const at of placed.filter(({ head }) => head === null)) {
    const next = hosts.findIndex((host) => isNext(host, at));
    const host = hosts[next];
    if (host === undefined) hosts.push(at);
    else hosts[next] = { ...host, groups: at.groups.reduce(joinGroup, host.groups) };
  }
  return hosts;
}

function isNext(one: Placed, other: Placed): boolean {
  return Math.abs(one.column - other.column) <= 1 && Math.abs(one.row - other.row) <= 1;
}

/** Cells of one row. */
interface Strip {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

function drawCounter(canvas: Canvas, host: Placed, all: readonly Placed[]): void {
  if (host.groups.length === 0) return;
  for (const size of SIZES) {
    const spans = counters(host.groups, size);
    const strip = stripsBeside(host, widthOf(spans)).find(
      (one) => isFreeStrip(canvas, one) && !isNearerAnother(one, host, all),
    );
    if (strip === undefined) continue;
    write(canvas, strip.from, strip.row, spans);
    return;
  }
}

/** Below, above, to the right and to the left of a place. */
function stripsBeside({ column, row, from, to }: Placed, width: number): readonly Strip[] {
  const starts: readonly (readonly [from: number, row: number])[] = [
    [column - 1, row + 1],
    [column - 1, row - 1],
    [column + 3 - width, row + 1],
    [column + 3 - width, row - 1],
    [to + 1, row],
    [from - width - 1, row],
  ];
  return starts.map(([start, on]) => ({ from: start, to: start + width, row: on }));
}

function isFreeStrip(canvas: Canvas, { from, to, row }: Strip): boolean {
  return row >= 0 && row < canvas.rows && isFree(canvas, from, row, to - from);
}

/** A counter would be read with the place it stands nearest to. */
function isNearerAnother(strip: Strip, own: Placed, all: readonly Placed[]): boolean {
  return all.some((other) => other !== own && distance(strip, other) < distance(strip, own));
}

/** Columns between two strips; a row is as high as two columns are wide. */
function distance(a: Strip, b: Strip): number {
  return Math.max(0, a.from - b.to, b.from - a.to) + 2 * Math.abs(a.row - b.row);
}

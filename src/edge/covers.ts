import type { Clock, Id } from "../engine/player.ts";
import { listScenarios } from "./assets.ts";

/** What a list shows of a scenario without reading it whole; nothing in it is checked. */
export interface Cover {
  readonly id: Id;
  readonly title: string;
  /** Whether it teaches the game. */
  readonly teaches: boolean;
  readonly seats: Readonly<Record<Id, string>>;
  /** Null when it says none that can be read. */
  readonly clock: Clock | null;
}

/** Covers of the scenarios that ship, in the order of their index; one without a title by its id. */
export function readCovers(directory?: string): readonly Cover[] {
  return listScenarios(directory).map(({ id, text }) => coverOf(id, text.ok ? text.value : ""));
}

/** Reading and checking a scenario takes a hundred times as long: its list needs a few words. */
export function coverOf(id: Id, text: string): Cover {
  const { title, tutorial, seats, clock } = looselyRead(text);
  return {
    id,
    title: typeof title === "string" && title !== "" ? title : id,
    teaches: isRecord(tutorial),
    seats: isRecord(seats) ? namesIn(seats) : {},
    clock: clockIn(clock),
  };
}

function looselyRead(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function namesIn(seats: Record<string, unknown>): Record<Id, string> {
  const named = Object.entries(seats).flatMap(([id, seat]) =>
    isRecord(seat) && typeof seat["name"] === "string" ? [[id, seat["name"]] as const] : [],
  );
  return Object.fromEntries(named);
}

function clockIn(value: unknown): Clock | null {
  if (!isRecord(value)) return null;
  const { start, turnHours, dawnHour, duskHour } = value;
  if (typeof start !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:/.test(start)) return null;
  if (![turnHours, dawnHour, duskHour].every(Number.isInteger)) return null;
  const hours = { turnHours, dawnHour, duskHour } as Pick<
    Clock,
    "turnHours" | "dawnHour" | "duskHour"
  >;
  return { start, startHour: Number(start.slice(11, 13)), ...hours };
}

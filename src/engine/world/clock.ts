import type { Clock } from "./setup.ts";

const DAY_HOURS = 24;

/** Hours since the start of turn 1 at which a turn (from 1) begins. */
export function hoursAt(clock: Clock, turn: number): number {
  return (turn - 1) * clock.turnHours;
}

/** The 12-hour block a turn's draws belong to, so that two 6-hour turns share them (`model.md` 8.3). */
export function blockOf(clock: Clock, turn: number): number {
  return Math.floor(hoursAt(clock, turn) / 12);
}

/** Local hour of the day at which a turn begins. */
export function hourOfDay(clock: Clock, turn: number): number {
  return (clock.startHour + hoursAt(clock, turn)) % DAY_HOURS;
}

/** Whether most of a turn is dark: its middle lies outside dawn to dusk. */
export function isNightTurn(clock: Clock, turn: number): boolean {
  const middle = (hourOfDay(clock, turn) + clock.turnHours / 2) % DAY_HOURS;
  return middle < clock.dawnHour || middle >= clock.duskHour;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(month: number, year: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_DAYS[month - 1] as number) + (leap ? 1 : 0);
}

/** Local calendar date (ISO) and hour at which a turn begins. */
export function turnStart(clock: Clock, turn: number): { date: string; hour: number } {
  let [year, month, day] = clock.start.slice(0, 10).split("-").map(Number) as [
    number,
    number,
    number,
  ];
  day += Math.floor((clock.startHour + hoursAt(clock, turn)) / DAY_HOURS);
  while (day > daysIn(month, year)) {
    day -= daysIn(month, year);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  const two = (part: number) => String(part).padStart(2, "0");
  return { date: `${year}-${two(month)}-${two(day)}`, hour: hourOfDay(clock, turn) };
}

/** "day" or "night" where these tell the turns of a date apart; else its hour for every turn: "06:00". */
export function partOfDay(clock: Clock, turn: number): string {
  const light = isNightTurn(clock, turn) ? "night" : "day";
  if (isTold(clock)) return light;
  return `${String(hourOfDay(clock, turn)).padStart(2, "0")}:00`;
}

/** Whether no two turns of two days have one date and one light. */
function isTold(clock: Clock): boolean {
  const turns = Array.from({ length: turnsFor(clock, 2 * DAY_HOURS) }, (_, at) => at + 1);
  const words = turns.map((turn) => `${turnStart(clock, turn).date} ${isNightTurn(clock, turn)}`);
  return new Set(words).size === turns.length;
}

/** Whole turns that cover a number of hours. */
export function turnsFor(clock: Clock, hours: number): number {
  return Math.ceil(hours / clock.turnHours);
}

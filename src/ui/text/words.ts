import { type Clock, partOfDay, turnStart } from "../../engine/player.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "4 May 1938" of an ISO date. */
export function dateWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** "4 May 1938, day" of a turn. */
export function turnWords(clock: Clock, turn: number): string {
  return `${dateWords(turnStart(clock, turn).date)}, ${partOfDay(clock, turn)}`;
}

/** 1,234. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Men for the map: 640, 1.4k, 12k. */
export function shortCount(value: number): string {
  if (value < 1000) return String(Math.round(value));
  return value < 9950 ? `${(value / 1000).toFixed(1)}k` : `${Math.round(value / 1000)}k`;
}

/** 12 %. */
export function percent(share: number): string {
  const points = share * 100;
  if (points > 0 && points < 0.5) return "<1%";
  return `${Math.round(points)}%`;
}

/** "1 order", "3 orders". */
export function plural(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 ? "" : "s"}`;
}

/** The first letter as a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What some texts begin with alike, whatever their case. */
export function commonStart([first = "", ...others]: readonly string[]): string {
  let length = first.length;
  const isCommon = (text: string) =>
    text.slice(0, length).toLowerCase() === first.slice(0, length).toLowerCase();
  while (!others.every(isCommon)) length -= 1;
  return first.slice(0, length);
}

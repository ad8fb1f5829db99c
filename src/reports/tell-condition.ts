import type { Condition } from "../engine/index.ts";
import { forcesOf, nameOf, type Names, titleOf } from "./names.ts";
import { counted, grouped, listed, rounded } from "./wording.ts";

/** A condition in words, for whoever must see what brings an event about. */
export function conditionWords(names: Names, condition: Condition): string {
  const place = (id: string) => nameOf(names, "places", id);
  const inner = (parts: readonly Condition[], word: string) =>
    parts.map((part) => conditionWords(names, part)).join(` ${word} `);
  if ("always" in condition) return "at once";
  if ("all" in condition) return inner(condition.all, "and");
  if ("any" in condition) return inner(condition.any, "or");
  if ("not" in condition) return `not (${conditionWords(names, condition.not)})`;
  if ("turn" in condition) return spanWords("turn", condition.turn);
  if ("hour" in condition) return spanWords("hour", condition.hour);
  if ("night" in condition) return condition.night ? "by night" : "by day";
  if ("held" in condition) {
    const { place: at, by } = condition.held;
    return `${forcesOf(names, by)} hold ${place(at)}`;
  }
  if ("lostShare" in condition) {
    const { places, by, atLeast } = condition.lostShare;
    const share = `${rounded(atLeast * 100, 0)} % by value`;
    return `${forcesOf(names, by)} have lost ${share} of ${listed(places.map(place))}`;
  }
  if ("left" in condition) return `${nameOf(names, "contingents", condition.left)} has left`;
  if ("active" in condition) return `${nameOf(names, "formations", condition.active)} is active`;
  if ("at" in condition) {
    return `${nameOf(names, "formations", condition.at.formation)} is at ${place(condition.at.place)}`;
  }
  return strengthWords(names, condition, place);
}

type Strength = Extract<
  Condition,
  | { readonly enemy: unknown }
  | { readonly ratio: unknown }
  | { readonly track: unknown }
  | { readonly under: unknown }
  | { readonly reported: unknown }
  | { readonly broken: unknown }
  | { readonly men: unknown }
>;

function strengthWords(names: Names, condition: Strength, place: (id: string) => string): string {
  if ("enemy" in condition) {
    const { place: at, menAtLeast } = condition.enemy;
    return `at least ${grouped(menAtLeast)} enemy at ${place(at)}`;
  }
  if ("ratio" in condition) {
    const { place: at, atLeast } = condition.ratio;
    return `own to enemy men at ${place(at)} at least ${rounded(atLeast)}`;
  }
  if ("track" in condition) {
    const { track, atLeast, atMost } = condition.track;
    return `${titleOf(names, "tracks", track)} ${boundsWords(atLeast, atMost)}`;
  }
  if ("under" in condition) return `${place(condition.under.place)} was assaulted`;
  if ("reported" in condition) {
    const { place: at, withinTurns } = condition.reported;
    return `an enemy reported at ${place(at)} within ${counted(withinTurns, "turn")}`;
  }
  if ("broken" in condition) {
    const { contingent, atLeast } = condition.broken;
    const who = nameOf(names, "contingents", contingent);
    return `${rounded(atLeast * 100, 0)} % of ${who} broken`;
  }
  const { place: at, atLeast, atMost } = condition.men;
  return `own men at ${place(at)} ${boundsWords(atLeast, atMost)}`;
}

function spanWords(
  unit: string,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
): string {
  if (from !== undefined && from === to) return `${unit} ${from}`;
  const start = from === undefined ? "" : `from ${unit} ${from}`;
  const end = to === undefined ? "" : `to ${unit} ${to}`;
  return `${start} ${end}`.trim();
}

function boundsWords(atLeast: number | undefined, atMost: number | undefined): string {
  const low = atLeast === undefined ? [] : [`at least ${rounded(atLeast)}`];
  const high = atMost === undefined ? [] : [`at most ${rounded(atMost)}`];
  return [...low, ...high].join(" and ");
}

import { basename } from "node:path";
import type { Problem } from "../engine/index.ts";
import type { Read } from "../scenarios/index.ts";
import type { NamedGame } from "./design-document.ts";
import { excursionAsked, readExcursionFile, settings, withSettings } from "./excursions.ts";
import { flagProblem } from "./flags.ts";
import { type GameFlags, type LoadedGame, loadGame, loadGameWith } from "./load-game.ts";

/** Games that are compared: at least two. */
export type Alternatives = readonly [NamedGame, NamedGame, ...NamedGame[]];

/** Flags whose value may be a list, and is then the alternatives. */
const LISTS = ["red", "blue", "variant", "excursion"] as const;
type ListFlag = (typeof LISTS)[number];

const MOST_ALTERNATIVES = 8;

/**
 * The alternatives of a command line: the items of the one flag that has several, all else the same;
 * or, where no flag has several, the scenario as written against the one that the flags make of it.
 */
export function alternativesAsked(name: string | null, flags: GameFlags): Read<Alternatives> {
  const lists = LISTS.filter((flag) => itemsOf(flags[flag]).length > 1);
  const [list] = lists;
  if (lists.length > 1) return refused(twoLists(lists));
  return list === undefined ? againstPlain(name, flags) : ofList(name, flags, list);
}

function itemsOf(typed: string | undefined): readonly string[] {
  return typed === undefined ? [] : typed.split(",").map((item) => item.trim());
}

function ofList(name: string | null, flags: GameFlags, list: ListFlag): Read<Alternatives> {
  const items = itemsOf(flags[list]);
  const twice = items.find((item, at) => items.indexOf(item) !== at);
  if (twice !== undefined) return refused(namedTwice(list, twice));
  if (items.length > MOST_ALTERNATIVES) return refused(tooMany(list, items.length));
  return together(items.map((item) => alternative(name, flags, list, item)));
}

function alternative(
  name: string | null,
  flags: GameFlags,
  list: ListFlag,
  item: string,
): Read<NamedGame> {
  const loaded =
    list === "excursion"
      ? withExcursion(name, flags, item)
      : loadGame(name, { ...flags, [list]: item });
  if (!loaded.ok) return loaded;
  const value = { name: nameOf(list, item), title: titleOf(list, item, loaded.value) };
  return { ok: true, value: { ...value, loaded: loaded.value } };
}

/** What is set goes over every excursion of the list. */
function withExcursion(name: string | null, flags: GameFlags, file: string): Read<LoadedGame> {
  const [excursion, typed] = [readExcursionFile(file), settings(flags.set ?? [])];
  if (!excursion.ok) return excursion;
  if (!typed.ok) return typed;
  return loadGameWith(name, flags, withSettings(excursion.value, typed.value));
}

/** A file is called by its name, without the folders it is in. */
function nameOf(list: ListFlag, item: string): string {
  return list === "excursion" || item.endsWith(".json") ? basename(item, ".json") : item;
}

function titleOf(
  list: ListFlag,
  item: string,
  { scenario, excursion, coaTexts, coas }: LoadedGame,
) {
  const { courses, variants } = scenario.file;
  if (list === "variant") return variants[item]?.title ?? item;
  if (list === "excursion") return excursion?.title ?? item;
  const seat = Object.keys(coas).find((id) => coas[id] === item);
  const own =
    seat === undefined ? undefined : (JSON.parse(coaTexts[seat] ?? "{}") as { title?: string });
  return courses[item]?.title ?? own?.title ?? item;
}

/** What the flags change, beside the same without it. */
function againstPlain(name: string | null, flags: GameFlags): Read<Alternatives> {
  const excursion = excursionAsked(flags);
  const { red, blue, variant, course } = flags;
  const titles = [red, blue, variant, course].filter((one) => one !== undefined);
  if (excursion.ok && excursion.value === null && titles.length === 0) return refused(nothing);
  const plain = loadGame(name, { length: flags.length, aim: flags.aim });
  const changed = loadGame(name, flags);
  return together([
    titled(plain, "as-written", () => AS_WRITTEN),
    titled(changed, "changed", (loaded) =>
      [...titles.map((one) => namedTitle(loaded, one)), loaded.excursion?.title ?? []]
        .flat()
        .join("; "),
    ),
  ]);
}

const AS_WRITTEN = "The scenario as written";

function namedTitle({ scenario: { file } }: LoadedGame, id: string): string {
  return file.variants[id]?.title ?? file.courses[id]?.title ?? id;
}

function titled(
  loaded: Read<LoadedGame>,
  name: string,
  title: (loaded: LoadedGame) => string,
): Read<NamedGame> {
  if (!loaded.ok) return loaded;
  return { ok: true, value: { name, title: title(loaded.value), loaded: loaded.value } };
}

/** Alternatives that were read one by one, or every problem of them all. */
export function together(read: readonly Read<NamedGame>[]): Read<Alternatives> {
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  const [first, second, ...rest] = read.flatMap((one) => (one.ok ? [one.value] : []));
  if (problems.length > 0) return { ok: false, problems };
  if (first === undefined || second === undefined) return refused(nothing);
  return { ok: true, value: [first, second, ...rest] };
}

const nothing = flagProblem(
  "blue",
  "alternatives",
  "found nothing to compare, expected two alternatives at least",
  "--red A,B, --blue A,B, --variant A,B, --excursion A.json,B.json, or --set for one beside the scenario as written",
);

function twoLists(lists: readonly string[]): Problem {
  const found = lists.map((list) => `--${list}`).join(" and ");
  const message = `found several values of ${found}, expected them of one flag`;
  const hint = "tadmor matrix plays every course of one side against every one of the other";
  return flagProblem(lists[0] ?? "", "lists", message, hint);
}

function namedTwice(list: string, item: string): Problem {
  const message = `--${list}: found "${item.slice(0, 60)}" twice, expected each alternative once`;
  return flagProblem(list, "twice", message, "name another");
}

function tooMany(list: string, found: number): Problem {
  const message = `--${list}: found ${found} alternatives, expected at most ${MOST_ALTERNATIVES}`;
  return flagProblem(list, "too-many", message, "compare some of them at a time");
}

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}

import { commonStart } from "../text/words.ts";
import { AIR_VERBS, FORMATION_VERBS, type Id, SEAT_VERBS, type View } from "../../engine/player.ts";

/** A way to call something in a typed order. */
interface Call {
  readonly text: string;
  readonly id: Id;
}

/** The typed order with ids for names and labels; or what it could mean, when that is not one thing. */
export type Resolved =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

const VERBS: readonly string[] = [...FORMATION_VERBS, ...AIR_VERBS, ...SEAT_VERBS];
const KEYWORDS: readonly string[] = ["to", "via", "with", ...VERBS];

/**
 * Puts ids for names and map labels: first that of a unit, after it those of places and roads. The
 * longest name wins; case, quotes, accents and hyphens do not matter; other words stay.
 */
export function resolveNames(view: View, typed: string): Resolved {
  const words = wordsOf(typed);
  const said: string[] = [];
  for (let at = 0; at < words.length; ) {
    const meant = longest(
      at === 0 ? unitCalls(view, typed) : targetCalls(view, typed),
      words.slice(at),
    );
    if (meant.ids.length > 1)
      return { ok: false, message: `it could be any of ${meant.ids.join(", ")}` };
    said.push(meant.ids[0] ?? (words[at] as string));
    at += meant.length;
  }
  return { ok: true, text: said.join(" ") };
}

function wordsOf(typed: string): readonly string[] {
  return typed.split(/\s+/).filter((word) => word !== "");
}

/** The ids that the most words from the first on can mean, and how many words those are. */
function longest(calls: readonly Call[], words: readonly string[]): { ids: Id[]; length: number } {
  if (KEYWORDS.includes((words[0] as string).toLowerCase())) return { ids: [], length: 1 };
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length--) {
    const ids = meantBy(calls, words.slice(0, length).join(" "));
    if (ids.length > 0) return { ids, length };
  }
  return { ids: [], length: 1 };
}

const LONGEST_NAME = 12;

/** An id stands for itself, whatever else is called so. */
function meantBy(calls: readonly Call[], typed: string): Id[] {
  const asked = plain(typed);
  const meant = calls.filter(({ text }) => plain(text) === asked).map(({ id }) => id);
  return meant.includes(asked) ? [asked] : [...new Set(meant)];
}

/** "col-d-en-haut" of "Col d'En Haut". */
function plain(text: string): string {
  const letters = text.normalize("NFKD").toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Formations and wings; of what a seat decides itself, contingents, pools or places. */
function unitCalls(view: View, typed: string): readonly Call[] {
  const { formations, wings, contingents, pools } = view.brief;
  if (/\sroe(\s|$)/i.test(typed)) return placeCalls(view);
  if (/\scall\s*$/i.test(typed))
    return Object.entries(pools).flatMap(([id, { title }]) => callsOf(id, title));
  const isPatron = /\s(hold|release)\s*$/i.test(typed);
  return namedCalls(isPatron ? contingents : { ...formations, ...wings });
}

function namedCalls(named: Readonly<Record<Id, { readonly name: string }>>): readonly Call[] {
  return Object.entries(named).flatMap(([id, { name }]) => callsOf(id, name));
}

function callsOf(id: Id, ...texts: readonly string[]): readonly Call[] {
  return [id, ...texts].map((text) => ({ text, id }));
}

function placeCalls({ brief }: View): readonly Call[] {
  return Object.entries(brief.places).flatMap(([id, { name, label }]) => callsOf(id, name, label));
}

/** Places; of what is interdicted the roads, of what is joined the formations. */
function targetCalls(view: View, typed: string): readonly Call[] {
  if (/\sinterdict\s/i.test(typed))
    return Object.keys(view.brief.links).map((id) => ({ text: id, id }));
  return /\sjoin\s/i.test(typed) ? namedCalls(view.brief.formations) : placeCalls(view);
}

/** The typed line with its last name as far as it is certain, and what it may go on to be. */
export interface Completed {
  readonly text: string;
  readonly choices: readonly string[];
}

/** Completes the longest end of a typed line that begins an id, a name or a verb. */
export function completed(view: View, typed: string): Completed {
  for (const start of [...typed.matchAll(/\S+/g)].map(({ index }) => index)) {
    const calls =
      start === 0 ? unitCalls(view, typed) : [...verbCalls(), ...targetCalls(view, typed)];
    const begun = typed.slice(start);
    const choices = beginningWith(calls, begun);
    const [first] = choices;
    if (first === undefined) continue;
    const end = choices.length === 1 ? `${first} ` : commonStart(choices);
    const text = typed.slice(0, start) + (end.length > begun.length ? end : begun);
    return { text, choices };
  }
  return { text: typed, choices: [] };
}

function verbCalls(): readonly Call[] {
  return VERBS.map((verb) => ({ text: verb, id: verb }));
}

/** Texts that go on from what was typed, one a thing. */
function beginningWith(calls: readonly Call[], begun: string): readonly string[] {
  const byId: Record<Id, string> = {};
  for (const { text, id } of calls)
    if (text.toLowerCase().startsWith(begun.toLowerCase())) byId[id] ??= text;
  return Object.values(byId);
}

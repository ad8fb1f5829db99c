import {
  type Brief,
  type FormationState,
  type Id,
  isNightTurn,
  type View,
} from "../../engine/player.ts";
import type { TableNames, Truth } from "../../journal/index.ts";
import type { Tone } from "../text/span.ts";

/** Formations of one side at a place, summed. */
export interface Group {
  readonly side: Id;
  readonly letter: string;
  readonly affiliation: "friend" | "hostile" | "neutral";
  readonly count: number;
  readonly men: number;
  /** Reported and not counted: shown with "~". */
  readonly reported: boolean;
  /** Letters of the branches there, the most men first; empty when they are not known. */
  readonly branches: string;
  /** Whether the report is more than a turn old. */
  readonly old: boolean;
}

/** A place as the map shows it. */
export interface PicturePlace {
  readonly id: Id;
  readonly name: string;
  readonly label: string;
  readonly kind: Id;
  readonly lat: number;
  readonly lon: number;
  readonly value: number;
  readonly sectorOf: Id | null;
  readonly letter: string;
  readonly holderTone: Tone;
  readonly contested: boolean;
  /** What its ground is like: for the relief round it. */
  readonly ground: "open" | "rolling" | "rough" | "town";
  /** Whether nothing is known of who is there. */
  readonly unseen: boolean;
  readonly groups: readonly Group[];
}

/** A road as the map shows it; `paved` ones are drawn whole. */
interface PictureLink {
  readonly a: Id;
  readonly b: Id;
  readonly km: number;
  readonly paved: boolean;
}

/** What there is to draw, with nothing the seat may not know. */
export interface Picture {
  readonly places: Readonly<Record<Id, PicturePlace>>;
  readonly links: readonly PictureLink[];
  readonly night: boolean;
  /** Pairs of neighbours that two sides hold. */
  readonly fronts: readonly (readonly [Id, Id])[];
}

/** Whose each formation is, as everything that is told of it says. */
type Sided = Readonly<Record<Id, Pick<TableNames["formations"][Id], "side">>>;

/** What a seat sees: its own side as it stands, of each other side what is reported of it. */
export function pictureOf(view: View, formations: Sided): Picture {
  const groups = summed([...ownGroups(view), ...contactGroups(view, formations)]);
  const isContested = (id: Id) => {
    const front = view.fronts[id];
    return front !== undefined && front.assaultedTurn === view.turn && view.turn > 0;
  };
  const isUnseen = (id: Id) =>
    view.brief.side !== null && view.holders[id] !== view.brief.side && groups[id] === undefined;
  return pictureFrom(view.brief, view.turn + 1, {
    holderOf: (id) => view.holders[id] ?? null,
    isContested,
    isUnseen,
    groups,
  });
}

/** What truly is, for White and for what is replayed. */
export function pictureOfTruth(brief: Brief, truth: Truth, turn: number): Picture {
  const standing = Object.values(truth.formations).filter(({ status }) => status === "active");
  const groups = standing.flatMap(({ place, side, men }) =>
    place === null ? [] : [{ place, group: groupOf(brief, side, { men }) }],
  );
  const isContested = (id: Id) => turn > 0 && truth.assaulted[id] === turn;
  return pictureFrom(brief, turn, {
    holderOf: (id) => truth.holders[id] ?? null,
    isContested,
    isUnseen: () => false,
    groups: summed(groups),
  });
}

interface At {
  readonly place: Id;
  readonly group: Group;
}
type Groups = Readonly<Record<Id, readonly Group[]>>;

interface Seen {
  readonly holderOf: (place: Id) => Id | null;
  readonly isContested: (place: Id) => boolean;
  readonly isUnseen: (place: Id) => boolean;
  readonly groups: Groups;
}

function pictureFrom(brief: Brief, turn: number, seen: Seen): Picture {
  const { holderOf, isContested, isUnseen, groups } = seen;
  const places = Object.entries(brief.places).map(([id, place]) => {
    const holder = holderOf(id);
    const side = holder === null ? undefined : brief.sides[holder];
    const { name, label, kind, lat, lon, value, sectorOf } = place;
    const known = { id, name, label, kind, lat, lon, value, sectorOf };
    const shown: PicturePlace = {
      ...known,
      letter: side?.letter ?? "·",
      holderTone: side === undefined ? "dim" : side.affiliation,
      contested: isContested(id),
      ground: groundOf(brief, place),
      unseen: isUnseen(id),
      groups: groups[id] ?? [],
    };
    return [id, shown] as const;
  });
  const links = Object.values(brief.links).map(({ a, b, km, surface }) => {
    return { a, b, km, paved: isPaved(brief, surface) };
  });
  const fronts = Object.values(brief.links).flatMap(({ a, b }): [Id, Id][] => {
    const [one, other] = [holderOf(a), holderOf(b)];
    return one !== null && other !== null && one !== other ? [[a, b]] : [];
  });
  const night = isNightTurn(brief.clock, turn);
  return { places: Object.fromEntries(places), links, night, fronts };
}

/** By what the rules make of the terrain: how slowly it is crossed, and how well it hides. */
function groundOf(
  brief: Brief,
  { terrain, kind }: { readonly terrain: Id; readonly kind: Id },
): PicturePlace["ground"] {
  if (brief.parameters.placeKinds[kind]?.builtUp) return "town";
  const row = brief.parameters.terrains[terrain];
  if (row === undefined) return "open";
  if (row.advance < 0.6) return "rough";
  return row.detection < 0.45 ? "rolling" : "open";
}

/** A surface on which a column keeps the pace of the fastest is drawn as a whole line. */
function isPaved(brief: Brief, surface: Id): boolean {
  const { surfaces } = brief.parameters;
  const fastest = Math.max(...Object.values(surfaces).map(({ dayKmPerHour }) => dayKmPerHour));
  return surfaces[surface]?.dayKmPerHour === fastest;
}

function ownGroups(view: View): At[] {
  return Object.entries(view.formations).flatMap(([id, state]) => {
    const side = view.brief.formations[id]?.side;
    const place = placeOf(state);
    if (side === undefined || place === null) return [];
    const branch = view.brief.formations[id]?.branch ?? "";
    return [{ place, group: groupOf(view.brief, side, { men: state.men, branch }) }];
  });
}

function placeOf({ status, place }: FormationState): Id | null {
  return status === "active" ? place : null;
}

function contactGroups(view: View, formations: Sided): At[] {
  return Object.entries(view.contacts).flatMap(([id, { place, men, turn }]) => {
    if (place === null) return [];
    const side = formations[id]?.side ?? UNKNOWN;
    const old = turn < view.turn - 1;
    return [{ place, group: groupOf(view.brief, side, { men, reported: true, old }) }];
  });
}

/** No side's id: a group of it has a mark of its own. */
const UNKNOWN = "";

interface Counted {
  readonly men: number;
  readonly branch?: string;
  readonly reported?: boolean;
  readonly old?: boolean;
}

function groupOf(brief: Brief, side: Id, counted: Counted): Group {
  const { men, branch = "", reported = false, old = false } = counted;
  const { letter = "?", affiliation = "neutral" } = brief.sides[side] ?? {};
  const branches = branch.slice(0, 1).toUpperCase();
  return { side, letter, affiliation, count: 1, men, reported, branches, old };
}

function summed(all: readonly At[]): Groups {
  const byPlace: Record<Id, readonly Group[]> = {};
  for (const { place, group } of all) byPlace[place] = joinGroup(byPlace[place] ?? [], group);
  return byPlace;
}

/** The groups of a place with one more counted in. */
export function joinGroup(groups: readonly Group[], added: Group): readonly Group[] {
  const same = groups.findIndex(({ side }) => side === added.side);
  if (same < 0) return [...groups, added];
  return groups.map((group, at) =>
    at === same
      ? {
          ...group,
          count: group.count + added.count,
          men: group.men + added.men,
          branches: [...new Set(group.branches + added.branches)].join(""),
          old: group.old && added.old,
        }
      : group,
  );
}

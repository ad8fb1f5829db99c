import type { Id } from "../engine/index.ts";

type Named = Readonly<Record<Id, { readonly name: string }>>;
type Titled = Readonly<Record<Id, { readonly title: string }>>;

/** An objective as far as it is told; whose it is and when it counts where the reader knows that. */
interface AimNames {
  readonly title: string;
  readonly seats?: readonly Id[];
  readonly scored?: string;
}

/** A kind of kit as far as it is told; above 0 where it is known to be used up ahead of assaults. */
interface KitName {
  readonly name: string;
  readonly breach?: number;
}

/** What things are called; a Setup and a seat's Brief both are one. */
export interface Names {
  readonly sides: Readonly<Record<Id, { readonly name: string; readonly adjective: string }>>;
  readonly places: Named;
  readonly links: Readonly<Record<Id, { readonly a: Id; readonly b: Id }>>;
  readonly formations: Readonly<Record<Id, { readonly name: string; readonly side: Id }>>;
  readonly wings: Named;
  readonly contingents: Named;
  readonly objectives: Readonly<Record<Id, AimNames>>;
  readonly tracks: Titled;
  /** Sections that a seat's Brief does not have. */
  readonly seats?: Named;
  readonly pools?: Titled;
  readonly parameters: {
    readonly kit: Readonly<Record<Id, KitName>>;
    readonly weathers: Named;
  };
}

type Section = "places" | "formations" | "wings" | "contingents" | "seats";
type TitledSection = "objectives" | "tracks" | "pools";

/** What a thing is called; one that the reader has no name for is called by its id. */
export function nameOf(names: Names, section: Section, id: Id): string {
  return names[section]?.[id]?.name ?? wordsOf(id);
}

/** The title of an objective, a track or a pool. */
export function titleOf(names: Names, section: TitledSection, id: Id): string {
  return names[section]?.[id]?.title ?? wordsOf(id);
}

/** Whether any objective is a seat's; so it is where the reader does not know whose they are. */
export function hasAim({ objectives }: Pick<Names, "objectives">, seat: Id): boolean {
  return Object.values(objectives).some(({ seats }) => seats?.includes(seat) ?? true);
}

/** What a side's men are called: "Flint forces". */
export function forcesOf(names: Names, side: Id): string {
  return `${names.sides[side]?.adjective ?? wordsOf(side)} forces`;
}

/** Who holds a place, in one or two words; "nobody" when no side does. */
export function holderName(names: Names, side: Id | null): string {
  return side === null ? "nobody" : (names.sides[side]?.adjective ?? wordsOf(side));
}

/** A link by its two ends. */
export function linkName(names: Names, id: Id): string {
  const link = names.links[id];
  if (link === undefined) return wordsOf(id);
  return `${nameOf(names, "places", link.a)} - ${nameOf(names, "places", link.b)}`;
}

/** A weather in lower case. */
export function weatherName(names: Names, id: Id): string {
  return (names.parameters.weathers[id]?.name ?? wordsOf(id)).toLowerCase();
}

function wordsOf(id: Id): string {
  return id.replaceAll("-", " ");
}

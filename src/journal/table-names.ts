import type { Id, Setup } from "../engine/index.ts";

type Named = Readonly<Record<Id, { readonly name: string }>>;
type Titled = Readonly<Record<Id, { readonly title: string }>>;

/** An objective by its title, with the seats whose it is and when it counts. */
interface AimNames {
  readonly title: string;
  readonly seats: readonly Id[];
  readonly scored: string;
}

/** Names of everything an event may speak of, by kind and id, and nothing else of it. */
export interface TableNames {
  readonly sides: Readonly<Record<Id, { readonly name: string; readonly adjective: string }>>;
  readonly seats: Named;
  readonly contingents: Named;
  readonly formations: Readonly<Record<Id, { readonly name: string; readonly side: Id }>>;
  readonly wings: Named;
  readonly places: Named;
  readonly links: Readonly<Record<Id, { readonly a: Id; readonly b: Id }>>;
  readonly objectives: Readonly<Record<Id, AimNames>>;
  readonly pools: Titled;
  readonly tracks: Titled;
  readonly parameters: { readonly kit: Named; readonly weathers: Named };
}

/** The names of a setup, copied out of it. */
export function namesOf(setup: Setup): TableNames {
  const named = ({ name }: { readonly name: string }) => ({ name });
  const titled = ({ title }: { readonly title: string }) => ({ title });
  return {
    sides: each(setup.sides, ({ name, adjective }) => ({ name, adjective })),
    seats: each(setup.seats, named),
    contingents: each(setup.contingents, named),
    formations: each(setup.formations, ({ name, side }) => ({ name, side })),
    wings: each(setup.wings, named),
    places: each(setup.places, named),
    links: each(setup.links, ({ a, b }) => ({ a, b })),
    objectives: each(setup.objectives, ({ title, seats, scored }) => ({
      title,
      seats: [...seats],
      scored,
    })),
    pools: each(setup.pools, titled),
    tracks: each(setup.tracks, titled),
    parameters: {
      kit: each(setup.parameters.kit, named),
      weathers: each(setup.parameters.weathers, named),
    },
  };
}

function each<T, U>(all: Readonly<Record<Id, T>>, of: (value: T) => U): Readonly<Record<Id, U>> {
  return Object.fromEntries(Object.entries(all).map(([id, value]) => [id, of(value)]));
}

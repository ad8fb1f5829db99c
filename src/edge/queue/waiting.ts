import type { CutChunk } from "../../lab/chunk.ts";
import type { Stretch } from "../../lab/experiment.ts";
import type { Rows } from "../../lab/replicate.ts";

/** How far a chunk is: not in the queue yet, in it, its rows in it, or a dead letter. */
type ChunkState = "new" | "asked" | "played" | "dead";

/** A chunk that was handed out and does not count yet. */
export interface Waiting extends CutChunk {
  readonly stretch: Stretch;
  /** Measures of its rows, in order. */
  readonly names: readonly string[];
  readonly resolve: (rows: Rows | null) => void;
  readonly reject: (error: unknown) => void;
  state: ChunkState;
  /** How often its rows were not what they must be. */
  misfits: number;
}

/** Chunks that wait, in the order in which they count. */
export interface Line {
  add(one: Waiting): void;
  mark(one: Waiting, state: ChunkState): void;
  /** Takes one out of the line. */
  take(one: Waiting): void;
  first(): Waiting | undefined;
  all(): readonly Waiting[];
  /** The first so many that are played, up to the first that is not. */
  played(most: number): readonly Waiting[];
  /** Those of an id: two games of one experiment may be the same. */
  of(id: string): readonly Waiting[];
  in(state: ChunkState): readonly Waiting[];
  count(state: ChunkState): number;
}

/** An empty line. */
export function emptyLine(): Line {
  const all: Waiting[] = [];
  const byId = new Map<string, Waiting[]>();
  const counts = { new: 0, asked: 0, played: 0, dead: 0 };
  return {
    add: (one) => {
      all.push(one);
      byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
      counts[one.state] += 1;
    },
    mark: (one, state) => {
      counts[one.state] -= 1;
      counts[state] += 1;
      one.state = state;
    },
    take: (one) => {
      all.splice(all.indexOf(one), 1);
      counts[one.state] -= 1;
      const others = (byId.get(one.id) ?? []).filter((other) => other !== one);
      if (others.length > 0) byId.set(one.id, others);
      else byId.delete(one.id);
    },
    first: () => all[0],
    all: () => [...all],
    played: (most) => {
      const end = all.findIndex(({ state }) => state !== "played");
      return all.slice(0, Math.min(most, end < 0 ? all.length : end));
    },
    of: (id) => byId.get(id) ?? [],
    in: (state) => (counts[state] === 0 ? [] : all.filter((one) => one.state === state)),
    count: (state) => counts[state],
  };
}

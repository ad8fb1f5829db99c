import type { Condition } from "../views/conditions.ts";
import type { Id } from "../world/id.ts";

/** What an inject does besides being read aloud. */
export type Effect =
  | { readonly kind: "track"; readonly track: Id; readonly points: number }
  | { readonly kind: "release-pool"; readonly pool: Id }
  | { readonly kind: "cohesion"; readonly formation: Id; readonly points: number };

/** An event White's list or hand puts in; `when` is null for one that comes by hand only. */
export interface Inject {
  readonly title: string;
  readonly text: string;
  readonly audience: readonly Id[];
  readonly when: Condition | null;
  readonly effects: readonly Effect[];
  readonly trainingObjective: string | null;
  readonly expectedResponse: string;
}

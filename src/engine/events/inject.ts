import type { Condition } from "../views/conditions.ts";
import type { Id } from "../world/id.ts";

/** What an inject, or a track that reaches a threshold, does besides being told (2.2, 12.3). */
export type Effect =
  | { readonly kind: "track"; readonly track: Id; readonly points: number }
  | { readonly kind: "release-pool"; readonly pool: Id }
  /** Points of cohesion to one formation, or to all of a contingent that are active. */
  | { readonly kind: "cohesion"; readonly formation: Id; readonly points: number }
  | { readonly kind: "cohesion"; readonly contingent: Id; readonly points: number }
  /** Formations that leave the map for another front. */
  | { readonly kind: "recall"; readonly formations: readonly Id[] }
  /** Points on the logit scale by which a patron puts up with more risk, or with less. */
  | { readonly kind: "tolerance"; readonly contingent: Id; readonly points: number }
  /** What a wing's sorties are multiplied by from now on. */
  | { readonly kind: "sorties"; readonly wing: Id; readonly factor: number }
  /** A change of command. */
  | { readonly kind: "command"; readonly contingent: Id }
  /** Days of supply to each formation of a side; below 0 takes them away. */
  | { readonly kind: "supply"; readonly side: Id; readonly days: number };

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

/** An inject White's hand puts in: one of the list, to other seats if so named, or a free one. */
export type HandInject = ListedInject | FreeInject;

/** One of the list, to its own audience unless another is named. */
export interface ListedInject {
  readonly inject: Id;
  readonly audience?: readonly Id[];
}

/** One that stands on no list. */
export interface FreeInject {
  readonly title: string;
  readonly text: string;
  readonly audience: readonly Id[];
  readonly effects: readonly Effect[];
}

/** Narrows to an inject of the list. */
export function isListed(inject: HandInject): inject is ListedInject {
  return "inject" in inject;
}

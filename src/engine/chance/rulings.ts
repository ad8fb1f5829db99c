import { invariant } from "../world/invariant.ts";
import type { Id } from "../world/id.ts";
import type { Chance } from "./chance.ts";

/** What White overrules in a turn, with the reason (14): a draw by its key, or an outcome. */
export type Ruling =
  /** 14.1: `u`, strictly between 0 and 1, stands for the draw of this key. */
  | { readonly kind: "draw"; readonly key: string; readonly u: number; readonly reason: string }
  /** 14.2: the realised odds R* of the battle at a place, or on a link; above 0. */
  | {
      readonly kind: "battle";
      readonly locus: Id;
      readonly outcome: number;
      readonly reason: string;
    }
  /** 14.2: whether a formation that is tested breaks. */
  | {
      readonly kind: "break";
      readonly formation: Id;
      readonly breaks: boolean;
      readonly reason: string;
    }
  /** 14.2: whether a patron's contingent starts to leave, whatever its risk. */
  | {
      readonly kind: "patron";
      readonly contingent: Id;
      readonly leaves: boolean;
      readonly reason: string;
    };

type OutcomeKind = "battle" | "break" | "patron";
type RulingOf<K extends Ruling["kind"]> = Extract<Ruling, { kind: K }>;

/** What a ruling is about: the key of a draw, or the id of a place, link, formation or contingent. */
export function subjectOf(ruling: Ruling): string {
  switch (ruling.kind) {
    case "draw":
      return ruling.key;
    case "battle":
      return ruling.locus;
    case "break":
      return ruling.formation;
    case "patron":
      return ruling.contingent;
  }
}

/** The ruling on the outcome of one battle, break test or patron; the last that was made, or null. */
export function rulingOn<K extends OutcomeKind>(
  rulings: readonly Ruling[],
  kind: K,
  subject: Id,
): RulingOf<K> | null {
  if (rulings.length === 0) return null;
  const found = rulings.findLast((one) => one.kind === kind && subjectOf(one) === subject);
  return (found as RulingOf<K> | undefined) ?? null;
}

/** 14.1: the same dice with the ruled draws replaced. */
export function withRulings(chance: Chance, rulings: readonly Ruling[]): Chance {
  const draws = rulings.filter((ruling) => ruling.kind === "draw");
  if (draws.length === 0) return chance;
  for (const { u } of draws) invariant(u > 0 && u < 1, `a ruling of ${u} is no draw`);
  const ruled = new Map(draws.map((ruling) => [ruling.key, ruling.u]));
  return {
    draw(purpose, block, locus, subject) {
      const draw = chance.draw(purpose, block, locus, subject);
      return { key: draw.key, u: ruled.get(draw.key) ?? draw.u };
    },
  };
}

import {
  breachPieces,
  countOf,
  type FormationState,
  type Id,
  type Verb,
  type View,
} from "../../engine/player.ts";

/** The numbers an order may take: pieces sent ahead, or men to detach; most is 0 when it takes none. */
export interface Counts {
  readonly least: number;
  readonly most: number;
  /** Where the choice begins, and by how much a key changes it. */
  readonly first: number;
  readonly step: number;
}

/** What a formation can be asked with a verb. */
export function countsOf(view: View, unit: Id, verb: Verb): Counts {
  const { men, kit } = view.formations[unit] as FormationState;
  if (countOf(verb) === "needed")
    return {
      least: 1,
      most: Math.max(1, men - 1),
      first: Math.max(1, Math.floor(men / 2)),
      step: 10,
    };
  const most = countOf(verb) === "optional" ? breachPieces(view.brief.parameters, kit) : 0;
  return { least: 0, most, first: 0, step: 1 };
}

import {
  type AirVerb,
  AIR_VERBS,
  checkOrder,
  destinationOf,
  FORMATION_VERBS,
  type Order,
  type Id,
  type Refusal,
  RULES_OF_ENGAGEMENT,
  type SeatOrder,
  type SeatVerb,
  type Verb,
  type View,
} from "../../engine/player.ts";
import { countsOf } from "./counts.ts";
import { targetsOf } from "./targets.ts";

/** One choice of a menu: what it orders, and why it is refused when it is. */
export interface VerbChoice {
  readonly verb: Verb | AirVerb | SeatVerb;
  /** The verb, or for rules of engagement the level. */
  readonly name: string;
  /** The letter that takes it. */
  readonly key: string;
  readonly says: string;
  /** The order itself; null when a target or a number must be chosen next. */
  readonly order: Order | null;
  readonly refusal: string | null;
}

type Words = readonly [key: string, says: string];

const FORMATION_WORDS: Readonly<Record<Verb, Words>> = {
  move: ["m", "march to a place"],
  assault: ["a", "attack a place"],
  fix: ["f", "pin him by attack"],
  pursue: ["p", "chase the beaten"],
  defend: ["d", "hold here"],
  "dig-in": ["g", "hold here and dig"],
  delay: ["y", "give ground slowly"],
  withdraw: ["w", "fall back elsewhere"],
  commit: ["c", "send the reserve in"],
  reserve: ["r", "stand in reserve"],
  reconnoitre: ["n", "scout a near place"],
  rotate: ["o", "rest out of line"],
  detach: ["h", "send men off alone"],
  join: ["l", "go into another"],
  demolish: ["x", "spoil what is here"],
  evacuate: ["v", "bring civilians out"],
};

const AIR_WORDS: Readonly<Record<AirVerb, Words>> = {
  support: ["s", "help in a battle"],
  interdict: ["i", "slow enemy marches"],
  strike: ["t", "kill reported enemy"],
  destroy: ["y", "burn kit left there"],
  supply: ["u", "drop supply there"],
  rebase: ["b", "change the base"],
};

const DECISION_WORDS: Readonly<Record<Exclude<SeatVerb, "roe">, Words>> = {
  hold: ["h", "keep it here now"],
  release: ["r", "send it home"],
  call: ["c", "call it early"],
};

const LEVEL_WORDS: Readonly<Record<string, Words>> = {
  free: ["f", "aircraft may attack"],
  restricted: ["r", "spare civilians"],
  forbidden: ["x", "no attacks here"],
};

/** The menu of a formation, a wing, a contingent, a pool or a place; refused choices say why. */
export function verbChoices(view: View, unit: Id): readonly VerbChoice[] {
  const { wings, formations, contingents, pools } = view.brief;
  const wing = wings[unit];
  if (wing !== undefined) {
    const flown = AIR_VERBS.filter((verb) => verb === "rebase" || wing.missions.includes(verb));
    return flown.map((verb) => targeted(view, unit, verb, AIR_WORDS[verb]));
  }
  if (formations[unit] !== undefined)
    return refusedLast(FORMATION_VERBS.map((verb) => formationChoice(view, unit, verb)));
  if (contingents[unit] !== undefined)
    return (["hold", "release"] as const).map((verb) => decision(view, unit, verb));
  return pools[unit] === undefined ? levels(view, unit) : [decision(view, unit, "call")];
}

/** What can be ordered stands first: the reasons of the rest would fill a small screen. */
function refusedLast(choices: readonly VerbChoice[]): readonly VerbChoice[] {
  const open = choices.filter(({ refusal }) => refusal === null);
  return [...open, ...choices.filter(({ refusal }) => refusal !== null)];
}

function formationChoice(view: View, unit: Id, verb: Verb): VerbChoice {
  if (TARGETED.includes(verb)) return targeted(view, unit, verb, FORMATION_WORDS[verb]);
  const [key, says] = FORMATION_WORDS[verb];
  const count = countsOf(view, unit, verb).least;
  const order: Order = { unit, verb, to: null, via: [], count };
  const refusal = checkOrder(view, order)?.message ?? null;
  return { verb, name: verb, key, says, order: count > 0 ? null : order, refusal };
}

/** A delay is given in place: where to fall back to can be typed. */
const TARGETED: readonly Verb[] = FORMATION_VERBS.filter(
  (verb) => destinationOf(verb) === "needed",
);

function targeted(view: View, unit: Id, verb: Verb | AirVerb, [key, says]: Words): VerbChoice {
  const { legal, refused } = targetsOf(view, { orders: [], undo: [], redo: [] }, unit, verb);
  const refusal = legal.length > 0 ? null : commonRefusal(refused.map((one) => one.refusal));
  return { verb, name: verb, key, says, order: null, refusal };
}

/** The reason that most targets have, where it stands apart. */
function commonRefusal(reasons: readonly (Refusal | null)[]): string {
  const given = reasons.filter((one) => one !== null);
  const counted = given
    .filter(({ code }) => code !== "place.here")
    .map((one) => ({ one, alike: given.filter(({ code }) => code === one.code).length }));
  const common = counted.toSorted((a, b) => b.alike - a.alike)[0]?.one ?? given[0];
  return common?.message ?? "there is no target";
}

function decision(view: View, unit: Id, verb: Exclude<SeatVerb, "roe">): VerbChoice {
  const [key, says] = DECISION_WORDS[verb];
  return decided(view, { unit, verb, to: null }, verb, key, says);
}

function levels(view: View, unit: Id): readonly VerbChoice[] {
  return RULES_OF_ENGAGEMENT.map((to) => {
    const [key, says] = LEVEL_WORDS[to] as Words;
    return decided(view, { unit, verb: "roe", to }, to, key, says);
  });
}

function decided(
  view: View,
  order: SeatOrder,
  name: string,
  key: string,
  says: string,
): VerbChoice {
  const refusal = checkOrder(view, order)?.message ?? null;
  return { verb: order.verb, name, key, says, order, refusal };
}

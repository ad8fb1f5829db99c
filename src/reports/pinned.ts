import type { Clock, Id, Order, Result } from "../engine/index.ts";
import { halfDay } from "./dates.ts";
import { forcesOf, holderName, nameOf, type Names } from "./names.ts";
import { type Line, listUnder, paragraph, plain, title } from "./page.ts";
import { citationOf, type RecordControl } from "./record.ts";
import { askedText } from "./tell-orders.ts";
import { counted, rounded, sentence } from "./wording.ts";

/** A draw that was replaced so that the run keeps to the record. */
interface PinTold {
  readonly turn: number;
  readonly place: Id;
  readonly attacker: Id;
  readonly defender: Id;
  readonly aim: "falls" | "holds" | "presses" | "slows";
  readonly odds: number;
  readonly chance: number;
  readonly asDrawn: Result;
}

/** A change of control by the record, and what became of it. */
interface ChangeTold extends RecordControl {
  /** `late` and `early` say since which turn; `unfought` that nobody assaulted the place then. */
  readonly came: "then" | "early" | "late" | "fought" | "unfought";
  readonly since: number | null;
}

/** How likely a line is, and in how many turns by place it is not the record's. */
interface Likelihood {
  readonly chance: number;
  readonly apart: number;
}

/** Something decided otherwise, on a single line of search, as the base is. */
interface DecisionTold extends Likelihood {
  readonly what:
    | { readonly kind: "course"; readonly title: string; readonly side: Id | null }
    | { readonly kind: "order"; readonly seat: Id; readonly order: Order };
}

/** What a side of a dispute says, and what the record would ask if it were right. */
interface PositionTold {
  readonly text: string;
  readonly sources: readonly string[];
  /** Whether the pinned run is as it says; null where no run can tell. */
  readonly isSo: boolean | null;
  /** Null where it says nothing of who held a place when. */
  readonly likelihood: Likelihood | null;
}

/** How lucky history was, in this model. */
export interface PinnedTold extends Likelihood {
  readonly title: string;
  readonly scenario: string;
  readonly hash: string;
  readonly engine: string;
  readonly seed: string;
  readonly turns: number;
  /** Places times turns that are compared. */
  readonly compared: number;
  readonly pins: readonly PinTold[];
  /** All assaults of whose result the record asks something that was not sure, pinned or not. */
  readonly asked: { readonly falls: Asked; readonly holds: Asked };
  readonly changes: readonly ChangeTold[];
  /** What the single line of search finds for history itself: what decisions are measured by. */
  readonly base: Likelihood;
  /** From the one that would most have changed it. */
  readonly decisions: readonly DecisionTold[];
  readonly conflicts: readonly {
    readonly question: string;
    readonly positions: readonly PositionTold[];
  }[];
  readonly least: number;
}

interface Asked {
  readonly count: number;
  readonly chance: number;
}

/** Decisions that are shown. */
const SHOWN = 3;

/** How lucky history was: pins, what could not be met, decisions, disputes. */
export function pinnedLines(names: Names, clock: Clock, told: PinnedTold, width: number): Line[] {
  return [
    ...title(`How lucky was history? ${told.title}`, width),
    ...paragraph(aboutText(told), { width }),
    plain(`Scenario ${told.scenario}, ${told.hash.slice(0, 16)}…; engine ${told.engine}`),
    plain(""),
    ...listUnder(
      "Pinned, in this model",
      told.pins.map((pin) => pinText(names, clock, pin)),
      width,
    ),
    ...paragraph(sumText(told), { width }),
    plain(""),
    ...listUnder(
      "What the record has and the run could not be brought to",
      missedTexts(names, told),
      width,
    ),
    ...paragraph(matchText(told), { width }),
    plain(""),
    ...listUnder("The decision that would most have changed it", decisionTexts(names, told), width),
    plain(""),
    ...told.conflicts.flatMap((one) => conflictLines(one, told.base, width)),
  ];
}

function aboutText({ turns, seed, least }: PinnedTold): string {
  return (
    `The historical courses of action over ${turns} turns in this model, on the dice of seed ${seed}; ` +
    `where they leave the record, draws of battles are replaced, the likeliest set that was found. ` +
    `A chance is that of all draws that would have done it, at the odds of that battle; nothing less ` +
    `likely than ${chanceText(least)} is pinned. Other dice need other pins (--seed).`
  );
}

/** "Turn 7 (4 May 1938, day): the mill falls to Flint forces, at odds of 0.44: 1 in 23. As drawn: repulsed." */
function pinText(names: Names, clock: Clock, pin: PinTold): string {
  const when = `Turn ${pin.turn} (${halfDay(clock, pin.turn)})`;
  const how = `at odds of ${rounded(pin.odds)}: ${chanceText(pin.chance)}`;
  return `${when}: ${aimText(names, pin)}, ${how}. As drawn: ${pin.asDrawn.replaceAll("-", " ")}.`;
}

function aimText(names: Names, { place, attacker, defender, aim }: PinTold): string {
  const where = nameOf(names, "places", place);
  switch (aim) {
    case "falls":
      return `${where} falls to ${forcesOf(names, attacker)}`;
    case "holds":
      return `${where} is held by ${forcesOf(names, defender)}`;
    case "presses":
      return `${forcesOf(names, attacker)} do well at ${where}, for the turns to come`;
    case "slows":
      return `${forcesOf(names, attacker)} do badly at ${where}, for the turns to come`;
  }
}

function sumText({ pins, chance, asked: { falls, holds } }: PinnedTold): string {
  const all =
    `Whatever this seed drew, the record asks something of ${counted(falls.count + holds.count, "assault")} ` +
    `on the way: ${falls.count} had to take the place (${chanceText(falls.chance)} that all do), ` +
    `${holds.count} had to fail (${chanceText(holds.chance)}).`;
  if (pins.length === 0) return `No draw needed to be replaced. ${all}`;
  return `${sentence(counted(pins.length, "pin"))}, together ${chanceText(chance)}. ${all}`;
}

/** "35 in 100", "1 in 230", "1 in 3.1 million": as a person says a chance. */
function chanceText(chance: number): string {
  if (chance >= 0.995) return "all but sure";
  if (chance >= 0.1) return `${rounded(100 * chance, 0)} in 100`;
  if (chance < LEAST_SAID) return "less than 1 in a billion billion";
  const against = Number((1 / chance).toPrecision(2));
  const [name, size] = SIZES.find(([, least]) => against >= least) ?? ["", 1];
  return `1 in ${rounded(against / size)}${name}`;
}

/** Nobody tells apart what is less likely, down to a product that is nought in a computer. */
const LEAST_SAID = 1e-18;

const SIZES = [
  [" billion", 1e9],
  [" million", 1e6],
] as const;

function missedTexts(names: Names, { changes, least }: PinnedTold): string[] {
  return changes.flatMap((change) => {
    if (change.came === "then") return [];
    const what = `${nameOf(names, "places", change.place)} to ${holderName(names, change.holder)} on turn ${change.turn}`;
    return [`${what} ${citationOf(change)}: ${becameText(change, least)}.`];
  });
}

function becameText({ came, since }: ChangeTold, least: number): string {
  switch (came) {
    case "early":
      return since === 0 ? "never lost before then" : `there already since turn ${since}`;
    case "late":
      return `not before turn ${since}`;
    case "fought":
      return `attacked then, and no draw as likely as ${chanceText(least)} brought it`;
    default:
      return "nobody attacked it then";
  }
}

function matchText({ changes, apart, compared }: PinnedTold): string {
  const met = changes.filter(({ came }) => came === "then").length;
  return (
    `${met} of ${counted(changes.length, "change")} of control came in the turn of the record; in ${apart} of ` +
    `${compared} turns by place somebody else holds it.`
  );
}

function decisionTexts(names: Names, { base, decisions }: PinnedTold): string[] {
  const from = `${chanceText(base.chance)} with ${base.apart} turns apart`;
  if (decisions.length === 0)
    return [
      `None of those tried makes the record likelier than history's own (${from}, on a single line of search).`,
    ];
  return decisions.slice(0, SHOWN).map((one, at) => {
    const beside = at === 0 ? `, beside history's own ${from} (single lines of search)` : "";
    return `${decisionText(names, one)}: ${chanceText(one.chance)} with ${one.apart} apart${beside}.`;
  });
}

function decisionText(names: Names, { what }: DecisionTold): string {
  if (what.kind === "course") {
    const who = what.side === null ? "A seat" : sentence(forcesOf(names, what.side));
    return `${who} on the course "${what.title}"`;
  }
  return `${nameOf(names, "seats", what.seat)} without its order of ${askedText(names, what.order)}`;
}

/** A question on which the sources differ, and under it what each would mean. */
function conflictLines(
  { question, positions }: PinnedTold["conflicts"][number],
  base: Likelihood,
  width: number,
): Line[] {
  const items = positions.map((position) => {
    const said = `${position.text} [${position.sources.join(", ")}]`;
    return `${said} ${positionText(position, base)}`;
  });
  return listUnder(`The sources differ: ${question}`, items, width);
}

function positionText({ isSo, likelihood }: PositionTold, base: Likelihood): string {
  const so =
    isSo === null ? "" : isSo ? "So it is in the pinned run." : "Not so in the pinned run.";
  if (likelihood === null) return so;
  const isSame = likelihood.apart === base.apart && likelihood.chance === base.chance;
  const asked = isSame
    ? "It changes nothing of the answer."
    : `Were it right: ${chanceText(likelihood.chance)} with ${likelihood.apart} apart.`;
  return `${so} ${asked}`.trim();
}

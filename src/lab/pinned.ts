import type { EventOf, Id, Setup } from "../engine/index.ts";
import { foldMeasures, type MeasureAsked, type PinnedTold } from "../reports/index.ts";
import type { RecordControl } from "../reports/record.ts";
import type { ScenarioFile } from "../scenarios/index.ts";
import { holds } from "./holds.ts";
import { ordersBehind, withoutOrder } from "./pin-decisions.ts";
import { wantedBy } from "./pin-record.ts";
import {
  better,
  LEAST_CHANCE,
  NARROW,
  type PinGame,
  type PinLine,
  searchPins,
  WIDE,
} from "./pin-search.ts";
import type { Need } from "./pins.ts";
import type { Policies } from "./play-out.ts";
import { addRun, emptySample, type Sample } from "./sample.ts";

/** What is asked about a record. */
export interface PinnedAsked extends PinGame {
  readonly file: Pick<ScenarioFile, "record" | "measures">;
  /** Courses of action of a whole side besides history's. */
  readonly courses: readonly {
    readonly title: string;
    readonly side: Id | null;
    readonly policies: Policies;
  }[];
  /** Is told what is being done, and how far it has come. */
  readonly onStep?: ((what: "turn" | "decision", done: number, of: number) => void) | undefined;
}

/** Everything but what a document's head says. */
type Found = Omit<PinnedTold, "title" | "scenario" | "hash" | "engine" | "seed">;

/** How lucky history was, and the line that says so. */
export function pinHistory(asked: PinnedAsked): { readonly line: PinLine; readonly told: Found } {
  const { setup, wanted, turns, file } = asked;
  const onTurn = (turn: number) => asked.onStep?.("turn", turn, turns);
  const line = searchPins(asked, { ...WIDE, onTurn });
  const base = searchPins(asked, NARROW);
  const pins = line.turns.flatMap((turn) => turn.pins);
  const needs = line.turns.flatMap((turn) => turn.needs);
  return {
    line,
    told: {
      ...likelihood(line),
      turns: line.turns.length,
      compared: Object.keys(wanted).length * line.turns.length,
      pins,
      asked: { falls: askedOf(needs, "falls"), holds: askedOf(needs, "holds") },
      changes: changesOf(setup, file.record.control, line),
      base: likelihood(base),
      decisions: decisionsOf(asked, base),
      conflicts: conflictsOf(asked, line),
      least: LEAST_CHANCE,
    },
  };
}

function likelihood({ lnChance, apart }: PinLine) {
  return { chance: Math.exp(lnChance), apart };
}

/** Above this a need is met by any dice. */
const SURE = 1 - 1e-9;

function askedOf(needs: readonly Need[], aim: Need["aim"]) {
  const unsure = needs.filter((need) => need.aim === aim && need.chance > 0 && need.chance < SURE);
  return { count: unsure.length, chance: unsure.reduce((all, { chance }) => all * chance, 1) };
}

function changesOf(
  setup: Setup,
  control: readonly RecordControl[],
  line: PinLine,
): PinnedTold["changes"] {
  const fold = foldMeasures(setup, {});
  for (const { events } of line.turns) fold.turn(events);
  return control
    .filter(({ turn, place }) => turn > 0 && turn <= line.turns.length && place in setup.places)
    .map((entry) => ({ ...entry, ...becameOf(entry, fold.holders[entry.place] ?? [], line) }));
}

function becameOf(
  { turn, place, holder }: RecordControl,
  holders: readonly (Id | null)[],
  line: PinLine,
): Pick<PinnedTold["changes"][number], "came" | "since"> {
  if (holders[turn] === holder) {
    const since = holders.findLastIndex((one, at) => at < turn && one !== holder) + 1;
    return since === turn ? { came: "then", since: null } : { came: "early", since };
  }
  const later = holders.findIndex((one, at) => at > turn && one === holder);
  if (later > 0) return { came: "late", since: later };
  const isFought = line.turns[turn - 1]?.events.some(
    (event): event is EventOf<"battle-resolved"> =>
      event.kind === "battle-resolved" && event.place === place && event.attacker === holder,
  );
  return { came: isFought === true ? "fought" : "unfought", since: null };
}

function decisionsOf(asked: PinnedAsked, base: PinLine): PinnedTold["decisions"] {
  const orders = ordersBehind(base);
  const of = orders.length + asked.courses.length;
  let done = 0;
  const tried = <T>(what: T, line: PinLine) => {
    asked.onStep?.("decision", ++done, of);
    return { what, line };
  };
  const found = [
    ...asked.courses.map(({ title, side, policies }) =>
      tried({ kind: "course", title, side } as const, searchPins({ ...asked, policies }, NARROW)),
    ),
    ...orders.map((given) =>
      tried(
        { kind: "order", seat: given.seat, order: given.order } as const,
        withoutOrder(asked, base, given),
      ),
    ),
  ];
  return found
    .filter(({ line }) => better(line, base) < 0)
    .toSorted((a, b) => better(a.line, b.line))
    .map(({ what, line }) => ({ what, ...likelihood(line) }));
}

function conflictsOf(asked: PinnedAsked, line: PinLine): PinnedTold["conflicts"] {
  const { record, measures } = asked.file;
  const sample = sampleOf(asked.setup, measures, line);
  return Object.values(record.conflicts).flatMap(({ question, positions }) => {
    const told = positions.map((position) => positionOf(asked, sample, position));
    const isTestable = told.some(({ isSo }) => isSo !== null);
    return isTestable ? [{ question, positions: told.filter(({ isSo }) => isSo !== null) }] : [];
  });
}

function positionOf(
  asked: PinnedAsked,
  sample: Sample,
  { text, sources, resembles }: ScenarioFile["record"]["conflicts"][string]["positions"][number],
) {
  if (resembles === undefined) return { text, sources, isSo: null, likelihood: null };
  const { setup, file } = asked;
  const wanted = wantedBy(asked.wanted, resembles, { setup, asked: file.measures });
  return {
    text,
    sources,
    isSo: holds(resembles, sample, 0),
    likelihood: wanted === null ? null : likelihood(searchPins({ ...asked, wanted }, NARROW)),
  };
}

function sampleOf(
  setup: Setup,
  measures: Readonly<Record<Id, MeasureAsked>>,
  line: PinLine,
): Sample {
  const fold = foldMeasures(setup, measures);
  for (const { events } of line.turns) fold.turn(events);
  const sample = emptySample(line.turns.length);
  addRun(sample, fold.result());
  return sample;
}

import { besideTurn, type BesideTurn, type Comparison, stillApartText } from "../beside.ts";
import { chronicleOf } from "../chronicle.ts";
import { halfDay, turnHeading } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { headedList } from "../document/list.ts";
import { tableOf } from "../document/table.ts";
import { citationOf } from "../record.ts";
import { finishedRun } from "./finished-run.ts";
import { conflictBlocks } from "./record-conflicts.ts";
import { sourceBlocks } from "./record-sources.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";

/**
 * Each turn beside the record, with citations and confidence, and each position where the sources
 * contradict each other. White's alone; null for a scenario without a record.
 */
export function recordSection(reviewed: Reviewed): Section | null {
  const { record } = reviewed.scenario.file;
  const size = record.events.length + record.control.length + Object.keys(record.conflicts).length;
  if (reviewed.reader !== null || reviewed.turns.length === 0 || size === 0) return null;
  const { holders, measures } = finishedRun(reviewed);
  const beside = reviewed.turns.map((turn) => ({
    turn,
    told: besideTurn(reviewed.scenario.setup, record, holders, turn.turn),
  }));
  const blocks: readonly Block[] = [
    { kind: "text", text: INTRODUCTION },
    tableOf("The run beside the record, places counted", countRows(reviewed, beside), true),
    ...beforeFold(reviewed),
    ...beside.map((one) => turnFold(reviewed, one)),
    ...conflictBlocks(reviewed, measures),
    ...sourceBlocks(reviewed.scenario.file),
  ];
  return { id: "record", title: "Beside the record", blocks };
}

const INTRODUCTION =
  "What the run did stands beside what the sources say of the same turn. Brackets name the sources and how sure the record is: high, medium or low. That a run departs from the record is no fault of the players or of the model: it is what there is to talk about.";

interface Beside {
  readonly turn: ReviewedTurn;
  readonly told: BesideTurn;
}

function countOf({ comparisons }: BesideTurn, kind: Comparison["kind"]): number {
  return comparisons.filter((one) => one.kind === kind).length;
}

function countRows({ scenario }: Reviewed, beside: readonly Beside[]): string[][] {
  const { clock } = scenario.setup;
  const head = ["turn", "as the record has it", "departs", "record is silent", "still apart"];
  const rows = beside.map(({ turn: { turn }, told }) => [
    `${turn} · ${halfDay(clock, turn)}`,
    ...[countOf(told, "agrees"), countOf(told, "departs"), countOf(told, "silent")].map(String),
    String(told.stillApart.length),
  ]);
  return [head, ...rows];
}

const VERDICTS: readonly (readonly [Comparison["kind"], string])[] = [
  ["departs", "The run departs from the record"],
  ["agrees", "As the record has it"],
  ["silent", "The record is silent"],
];

function turnFold(reviewed: Reviewed, { turn, told }: Beside): Block {
  const { setup } = reviewed.scenario;
  const apart = stillApartText(setup, told.stillApart);
  const blocks = [
    ...headedList("What the run did", didItems(reviewed, turn)),
    ...headedList("What the sources say", saidItems(reviewed.scenario, turn.turn)),
    ...VERDICTS.flatMap(([kind, title]) =>
      headedList(
        title,
        told.comparisons.filter((one) => one.kind === kind).map(({ text }) => text),
      ),
    ),
    ...headedList("Still apart since an earlier turn", apart === "" ? [] : [apart]),
  ];
  return { kind: "fold", summary: turnHeading(setup.clock, turn.turn), blocks };
}

/** What the sources say of the time before the first turn. */
function beforeFold({ scenario }: Reviewed): Block[] {
  const said = saidItems(scenario, 0);
  return said.length === 0
    ? []
    : [{ kind: "fold", summary: "Before turn 1", blocks: [{ kind: "list", items: said }] }];
}

function saidItems({ file }: Reviewed["scenario"], turn: number): readonly string[] {
  return file.record.events
    .filter((event) => event.turn === turn)
    .map((event) => `${event.text} ${citationOf(event)}`);
}

/** Air has a section of its own, and aims and refusals are of no record. */
const LEFT_OUT: readonly string[] = ["Air", "Aims", "Refused orders"];

function didItems({ scenario }: Reviewed, { events }: ReviewedTurn): readonly string[] {
  const told = chronicleOf(scenario.setup, events).filter(({ title }) => !LEFT_OUT.includes(title));
  const items = told.flatMap(({ paragraphs }) => paragraphs);
  return items.length === 0 ? ["No fighting, no arrival, no news."] : items;
}

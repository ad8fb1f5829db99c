import type { Id } from "../../../engine/player.ts";
import { besideTurn, type Comparison, stillApartText } from "../../../reports/beside.ts";
import type { Past } from "../../past.ts";
import type { HistoryCard, RecordCard, ScenarioCard } from "../../ports.ts";
import { type Line, line, type Tone, tone, wrap } from "../../text/span.ts";

const CONFIDENCE: Readonly<Record<string, string>> = { H: "high", M: "medium", L: "low" };

/** What history did in a turn, its sources, where this run departs from it and they from each other. */
export function recordRows(card: ScenarioCard, past: Past, turn: number, width: number): Line[] {
  const head = line(tone("strong", "What the sources say"));
  if (card.id !== past.brief.scenario) return [head, line("Nothing: another scenario is loaded.")];
  const told = card.record.filter((entry) => entry.turn === turn);
  const conflicts = card.history.conflicts.filter((conflict) => isAbout(conflict, turn));
  return [
    head,
    ...(told.length > 0
      ? told.flatMap((entry) => eventRows(entry, width))
      : [line("Nothing for this turn.")]),
    ...besideRows(card.history, past, turn, width),
    ...conflictRows(conflicts, width),
    ...sourceRows(card.history, sourcesOf(card.history, told, conflicts, turn), width),
  ];
}

function isAbout({ turns }: HistoryCard["conflicts"][number], turn: number): boolean {
  return turns === null ? turn === 0 : turns.from <= turn && turn <= turns.to;
}

function eventRows({ text, confidence, sources }: RecordCard, width: number): Line[] {
  const sure = CONFIDENCE[confidence] ?? confidence;
  return [
    ...paragraph("·", "plain", text, width),
    ...wrap(`${sure} confidence: ${sources.join(", ")}`, width - 2).map((row) =>
      line("  ", tone("dim", row)),
    ),
  ];
}

function paragraph(mark: string, look: Tone, text: string, width: number): Line[] {
  return wrap(text, width - 2).map((row, at) => line(at === 0 ? tone(look, mark) : " ", ` ${row}`));
}

const VERDICTS: readonly (readonly [Comparison["kind"], string, string, Tone])[] = [
  ["departs", "The run departs from the record", "≠", "warn"],
  ["agrees", "As the record has it", "=", "good"],
  ["silent", "The record is silent", "?", "dim"],
];

function besideRows({ record }: HistoryCard, past: Past, turn: number, width: number): Line[] {
  if (turn === 0) return [];
  const { comparisons, stillApart } = besideTurn(past.names, record, holdersTo(past, turn), turn);
  const apart = stillApartText(past.names, stillApart);
  return [
    ...VERDICTS.flatMap(([kind, heading, mark, look]) => {
      const found = comparisons.filter((one) => one.kind === kind);
      const rows = found.flatMap(({ text }) => paragraph(mark, look, text, width));
      return rows.length === 0 ? [] : [line(), line(tone("strong", heading)), ...rows];
    }),
    ...(apart === ""
      ? []
      : [
          line(),
          line(tone("strong", "Still apart since an earlier turn")),
          ...paragraph("≠", "dim", apart, width),
        ]),
  ];
}

/** Who held each place after every turn up to one, as the run is known. */
function holdersTo({ moments, brief }: Past, turn: number): Record<Id, (Id | null)[]> {
  const until = moments.slice(0, turn + 1);
  const timelines = Object.keys(brief.places).map(
    (place) => [place, until.map(({ holders }) => holders[place] ?? null)] as const,
  );
  return Object.fromEntries(timelines);
}

function conflictRows(conflicts: HistoryCard["conflicts"], width: number): Line[] {
  if (conflicts.length === 0) return [];
  return [
    line(),
    line(tone("strong", "Where the sources differ")),
    ...conflicts.flatMap(({ question, positions }) => [
      ...wrap(question, width).map((row) => line(tone("accent", row))),
      ...positions.flatMap(({ text, sources }) =>
        paragraph("–", "dim", `${text} [${sources.join(", ")}]`, width),
      ),
    ]),
  ];
}

function sourcesOf(
  { record }: HistoryCard,
  told: readonly RecordCard[],
  conflicts: HistoryCard["conflicts"],
  turn: number,
): readonly string[] {
  const control = record.control.filter((entry) => entry.turn === turn);
  const positions = conflicts.flatMap((conflict) => conflict.positions);
  const cited = [...told, ...control, ...positions].flatMap(({ sources }) => sources);
  return [...new Set(cited)].toSorted();
}

function sourceRows({ sources }: HistoryCard, cited: readonly string[], width: number): Line[] {
  const known = cited.filter((id) => sources[id] !== undefined);
  if (known.length === 0) return [];
  return [
    line(),
    line(tone("strong", "Sources")),
    ...known.flatMap((id) =>
      wrap(`${id} ${sources[id]}`, width - 2, "  ").map((row) => line("  ", tone("dim", row))),
    ),
  ];
}

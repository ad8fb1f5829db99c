import type { Section, TableBlock } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import {
  differenceSentence,
  type DifferenceTold,
  medianText,
  pairingSentence,
  superiorityText,
} from "../compared.ts";
import { figure, interval } from "../experiment.ts";
import type { PlotFoot, TornadoData } from "../plot-data.ts";
import { tornadoSpec } from "../plot-vega.ts";
import { rounded } from "../wording.ts";

/** Alternatives that were compared. */
interface ComparedTold {
  /** What was asked first, every two alternatives. */
  readonly main: readonly DifferenceTold[];
  /** Every measure of the scenario, every two alternatives. */
  readonly others: readonly DifferenceTold[];
  /** What must be said of the main answer, as that it never was narrow enough. */
  readonly remarks: readonly string[];
  readonly turns: number;
  readonly foot: PlotFoot;
}

/** The answer to what was asked, then every measure. */
export function compareSections({ main, others, remarks, turns, foot }: ComparedTold): Section[] {
  const bars = barsOf(main);
  return [
    {
      id: "answer",
      title: "The answer",
      blocks: [
        ...main.map((one) => ({ kind: "text", text: answerText(one) }) as const),
        ...remarks.map((text) => ({ kind: "text", text }) as const),
        ...(bars === null
          ? []
          : [
              {
                kind: "figure",
                title: bars.title,
                says: "Each bar with its 95 % interval; what lies clear of 0 is told apart.",
                plot: tornadoSpec(bars, foot),
              } as const,
            ]),
      ],
    },
    {
      id: "measures",
      title: "Every measure",
      blocks: [
        {
          kind: "text",
          text: `Means, in this model; a turn that did not come counts as ${turns}. Intervals stand each for itself.`,
        },
        ...groupsOf(others).flatMap((group) => [
          measuresTable(group),
          { kind: "text", text: medianText(group) } as const,
        ]),
      ],
    },
  ];
}

function answerText(one: DifferenceTold): string {
  return [differenceSentence(one), pairingSentence(one), superiorityText(one)]
    .filter((text) => text !== "")
    .join(" ");
}

function barsOf(main: readonly DifferenceTold[]): TornadoData | null {
  const bars = main.flatMap(({ a, b, found, low, high }) =>
    found === null ? [] : [{ title: `${b} against ${a}`, found, low, high, source: "" }],
  );
  const [first] = main;
  if (bars.length === 0 || first === undefined) return null;
  return { title: `Difference in ${first.question}`, bars };
}

/** Differences of the same two alternatives together. */
function groupsOf(told: readonly DifferenceTold[]): readonly (readonly DifferenceTold[])[] {
  const groups = new Map<string, DifferenceTold[]>();
  for (const one of told) {
    const key = JSON.stringify([one.a, one.b]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function measuresTable(group: readonly DifferenceTold[]): TableBlock {
  const [first] = group;
  const caption = `“${first?.b ?? ""}” (b) against “${first?.a ?? ""}” (a)`;
  const head = ["measure", "a", "b", "b less a", "interval", "b above", "pairing"];
  const rows = group.map((one) => [
    one.label,
    figure(one.meanA),
    figure(one.meanB),
    figure(one.found),
    interval(one),
    one.superiority === null ? "" : `${rounded(100 * one.superiority, 1)} %`,
    one.varianceRatio === null ? "same" : `${rounded(one.varianceRatio, 1)} ×`,
  ]);
  return tableOf(caption, [head, ...rows], true);
}

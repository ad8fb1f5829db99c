import type { Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { type ClaimTold, lessonTexts, verdictTexts } from "../claim.ts";
import { figure, interval } from "../experiment.ts";
import { grouped, rounded } from "../wording.ts";

/** What a claim asks of every point, and how it is decided there. */
export interface ClaimRule {
  readonly side: "atLeast" | "atMost";
  readonly threshold: number;
  readonly points: number;
  readonly runs: number;
}

/** A hunted claim: what it says, what became of it, and every point that was judged. */
export function claimSections(claim: ClaimTold, rule: ClaimRule): Section[] {
  const { statement, verdict, factors, points, confidence } = claim;
  const ids = Object.keys(factors);
  const rows = points.map((point, at) => [
    String(at + 1),
    ...ids.map((id) => rounded(point.values[id] ?? 0)),
    point.judgement,
    figure(point.found),
    interval(point),
    grouped(point.n),
    point.against.join(", "),
  ]);
  return [
    {
      id: "claim",
      title: "The claim",
      blocks: [
        { kind: "text", text: statement },
        { kind: "text", text: ruleText(rule, confidence) },
      ],
    },
    {
      id: "verdict",
      title: `${WORDS[verdict]}, in this model`,
      blocks: [
        { kind: "list", items: verdictTexts(claim) },
        ...lessonTexts(claim).map((text) => ({ kind: "text", text }) as const),
      ],
    },
    {
      id: "points",
      title: "Every point that was judged",
      blocks: [
        tableOf(
          "In the order of the hunt; intervals hold however often the runs were looked at",
          [
            [
              "point",
              ...Object.values(factors),
              "judged",
              "share that passes",
              "interval",
              "runs",
              "first runs against",
            ],
            ...rows,
          ],
          true,
        ),
      ],
    },
  ];
}

const WORDS = {
  survived: "It survives",
  refuted: "It is refuted",
  undecided: "Undecided",
} as const;

function ruleText({ side, threshold, points, runs }: ClaimRule, confidence: number): string {
  const asked = `${side === "atLeast" ? "at least" : "at most"} ${rounded(100 * threshold, 1)} %`;
  return `At every point of the ranges ${asked} of the runs must pass. A point is played until its interval is clear of that share, ${grouped(runs)} runs at most; ${grouped(points)} points at most. All together err with a chance of at most ${rounded(100 * (1 - confidence), 1)} %.`;
}

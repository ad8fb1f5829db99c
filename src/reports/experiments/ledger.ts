import type { Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { figure, interval } from "../experiment.ts";
import {
  heldText,
  isRanked,
  ledgerSpec,
  type LedgerTold,
  seenText,
  shareTexts,
  sourceText,
} from "../ledger.ts";

/** A ledger: where the variance comes from, and every number with what it moves and its source. */
export function ledgerSections(told: LedgerTold): Section[] {
  const { shares } = told;
  return [
    {
      id: "variance",
      title: "Where its variance comes from",
      blocks: [
        { kind: "text", text: heldText(told) },
        { kind: "list", items: shareTexts(shares).map((text) => `In this model, ${text}.`) },
      ],
    },
    ...(isRanked(told) ? [numbersSection(told)] : []),
  ];
}

function numbersSection(told: LedgerTold): Section {
  const rows = told.entries.map((entry) => [
    entry.title,
    figure(entry.effect.found),
    interval(entry.effect),
    entry.isSeen ? "yes" : "",
    sourceText(entry),
  ]);
  return {
    id: "numbers",
    title: "Which numbers move it",
    blocks: [
      {
        kind: "figure",
        title: `Rank correlation with ${told.title}`,
        says: `${seenText(told)} Those are marked with a star; the table below has all of them.`,
        plot: ledgerSpec(told),
      },
      tableOf("Every number that was moved, the strongest first", [
        ["number", "correlation", "interval", "told from chance", "range, and on whose word"],
        ...rows,
      ]),
    ],
  };
}

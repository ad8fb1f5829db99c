import type { ScenarioFile } from "../../scenarios/index.ts";
import type { Block } from "../document/block.ts";
import { tableOf } from "../document/table.ts";

/** The sources that the record cites, with where they are, their bias and how far they are trusted. */
export function sourceBlocks({ record, sources }: ScenarioFile): Block[] {
  const cited = citedIn(record);
  const rows = Object.entries(sources)
    .filter(([id]) => cited.has(id))
    .map(([id, { title, address, bias, reliability }]) => [
      id,
      title,
      address ?? "",
      [bias, reliability === undefined ? undefined : `reliability ${RELIABILITY[reliability]}`]
        .filter((part) => part !== undefined)
        .join("; "),
    ]);
  if (rows.length === 0) return [];
  const table = tableOf("Sources cited", [["", "title", "address", "bias"], ...rows]);
  return [{ kind: "fold", summary: "The sources behind the letters in brackets", blocks: [table] }];
}

const RELIABILITY = { H: "high", M: "medium", L: "low" } as const;

function citedIn({ events, control, figures, conflicts }: ScenarioFile["record"]): Set<string> {
  const all = [
    ...events,
    ...control,
    ...Object.values(figures),
    ...Object.values(conflicts).flatMap(({ positions }) => positions),
  ];
  return new Set(all.flatMap(({ sources }) => sources));
}

import type { Document, Section } from "../document/block.ts";
import { type ReadmeTold, runsText } from "../readme.ts";
import { counted } from "../wording.ts";

/** An experiment as its page is headed, and the design that makes it again. */
export interface PlayedExperiment extends Omit<ReadmeTold, "findings" | "outliers" | "files"> {
  /** The design as data: what `design.json` of a directory of results holds. */
  readonly design: object;
  /** What must be said beforehand, as that it was played by another version; null for nothing. */
  readonly remark: string | null;
}

/** A page of an experiment: what was played, what was found, and how to make it again. */
export function experimentDocument(
  played: PlayedExperiment,
  sections: readonly Section[],
): Document {
  const { title, command, scenario, parameters, engine, seed, runs, remark } = played;
  return {
    title,
    subtitle: `Experiment · tadmor ${command} · ${scenario.id} · seed ${seed} · ${counted(runs, "run")}`,
    lead: [
      "Every figure is a property of this model and predicts nothing: read it as “in this model”.",
      runsText(played).replaceAll("`", ""),
      `Scenario ${scenario.id}, ${scenario.hash.slice(0, 16)}; parameters ${parameters.id}, ${parameters.hash.slice(0, 16)}; engine ${engine}; seed ${seed}.`,
      ...(remark === null ? [] : [remark]),
    ],
    sections: [...sections, playedSection(played), againSection(played)],
  };
}

function playedSection({ games }: PlayedExperiment): Section {
  return {
    id: "played",
    title: "What was played",
    blocks: [{ kind: "list", items: games.map((game) => game.replaceAll("`", "")) }],
  };
}

function againSection({ command, design, scenario, parameters }: PlayedExperiment): Section {
  return {
    id: "again",
    title: "To make it again",
    blocks: [
      {
        kind: "text",
        text: "Put the design below as design.json, alone, into an empty directory: the first line plays it again with the same numbers, the second makes this page of them. A scenario or a course of action that does not ship with Tadmor is named once more on the line.",
      },
      {
        kind: "working",
        lines: [
          `npx tadmor ${command} --resume DIRECTORY`,
          "npx tadmor report DIRECTORY -o page.html",
        ],
      },
      {
        kind: "list",
        items: [
          `scenario ${scenario.id}: ${scenario.hash}`,
          `parameters ${parameters.id}: ${parameters.hash}`,
        ],
      },
      {
        kind: "fold",
        summary: "The design",
        blocks: [{ kind: "working", lines: JSON.stringify(design, null, 2).split("\n") }],
      },
    ],
  };
}

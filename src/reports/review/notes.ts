import type { Id } from "../../engine/index.ts";
import type { HeaderLine } from "../../journal/index.ts";
import type { Section } from "../document/block.ts";
import { headedList } from "../document/list.ts";
import { nameOf, titleOf } from "../names.ts";
import { listed } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";

/** Remarks on each turn, and for White from which game this one branched and what was chosen before it. */
export function notesSection(reviewed: Reviewed): Section | null {
  const notes = noteItems(reviewed);
  const branch = reviewed.header === null ? [] : branchItems(reviewed, reviewed.header);
  if (notes.length + branch.length === 0) return null;
  return {
    id: "notes",
    title: reviewed.header === null ? "Notes" : "Notes and branches",
    blocks: [...headedList("Where this game comes from", branch), ...headedList("Notes", notes)],
  };
}

function noteItems({ scenario, turns }: Reviewed): string[] {
  return turns.flatMap(({ turn, notes }) =>
    notes.map(({ text, seat }) => {
      const who = seat === null ? "" : ` (${nameOf(scenario.setup, "seats", seat)})`;
      return `Turn ${turn}${who}: ${text}`;
    }),
  );
}

function branchItems({ scenario }: Reviewed, header: HeaderLine): string[] {
  const { parent, reseeds, aims = {} } = header;
  return [
    ...(parent === null ? [] : [parentText(parent)]),
    ...reseeds.map(
      ({ fromTurn, seed }) => `From turn ${fromTurn} on its dice are fresh: seed ${seed}.`,
    ),
    ...aimText(scenario.setup, aims),
  ];
}

function parentText({ digest, turn }: NonNullable<HeaderLine["parent"]>): string {
  const shared =
    turn === 0 ? "no turn of it" : `its first ${turn === 1 ? "turn" : `${turn} turns`}`;
  return `It branched from another game and shares ${shared}; the other's line there has the digest ${digest.slice(0, 12)}.`;
}

function aimText(setup: Reviewed["scenario"]["setup"], aims: Readonly<Record<Id, Id>>): string[] {
  const chosen = Object.values(aims).map((aim) => titleOf(setup, "objectives", aim));
  return chosen.length === 0 ? [] : [`Aims chosen in secret at set-up: ${listed(chosen)}.`];
}

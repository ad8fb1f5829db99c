import type { Id } from "../../engine/index.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { nameOf } from "../names.ts";
import { conditionWords } from "../tell-condition.ts";
import { sentence, signed } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";

/** The brief of each seat, with its aims and what they are worth, a sheet each. */
export function briefsSection(reviewed: Reviewed): Section | null {
  const seats = Object.keys(reviewed.start.views);
  const blocks = seats.flatMap((seat) => briefSheet(reviewed, seat));
  return blocks.length === 0 ? null : { id: "briefs", title: "Briefs", isSheet: true, blocks };
}

function briefSheet({ scenario, start }: Reviewed, seat: Id): Block[] {
  const view = start.views[seat];
  if (view === undefined) return [];
  const { setup } = scenario;
  const paragraphs = view.brief.text.split(/\n+/).filter((text) => text.trim() !== "");
  const aims = Object.entries(view.brief.objectives)
    .filter(([id, { seats, group }]) => isAim(seat, seats) && isChosen(view.aims, group, id))
    .map(([, { title, points, scored, when }]) => [
      title,
      signed(points),
      SCORED[scored],
      sentence(conditionWords(setup, when)),
    ]);
  const blocks: readonly Block[] = [
    ...paragraphs.map((text): Block => ({ kind: "text", text })),
    ...(aims.length === 0
      ? []
      : [tableOf("Aims", [["aim", "points", "counted", "when"], ...aims])]),
  ];
  return [{ kind: "fold", summary: nameOf(setup, "seats", seat), isSheet: true, blocks }];
}

const SCORED = { end: "at the end", first: "once", "each-turn": "each turn" } as const;

function isAim(seat: Id, seats: readonly Id[]): boolean {
  return seats.includes(seat);
}

/** Of a group of hidden aims only the one that was chosen; all of them where nothing was. */
function isChosen(aims: Readonly<Record<Id, Id>>, group: Id | null, id: Id): boolean {
  return group === null || aims[group] === undefined || aims[group] === id;
}

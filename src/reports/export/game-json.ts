import { finalHolders } from "../measures.ts";
import { finishedRun } from "../review/finished-run.ts";
import type { Reviewed } from "../review/reviewed.ts";
import { spanOf } from "./instants.ts";

/**
 * A game as JSON, as far as the reader may know it: of every turn its orders, White's hand, notes and
 * events as the engine has them; for White also the measures and who holds what in the end, those of
 * `replay --json`.
 */
export function gameJson(reviewed: Reviewed): string {
  const { scenario, reader, header, turns } = reviewed;
  const { setup } = scenario;
  const document = {
    format: "tadmor-export/1",
    scenario: { id: setup.id, ...(header === null ? {} : { hash: header.scenario.hash }) },
    seat: reader,
    ...(header === null ? {} : { seed: header.seed, engine: header.engine, header }),
    turns: turns.map(({ turn, orders, rulings, injects, notes, events }) => ({
      turn,
      ...spanOf(setup.clock, turn),
      orders,
      ...(reader === null ? { rulings, injects } : {}),
      notes: notes.map(({ seat, text }) => ({ seat, text })),
      events,
    })),
    ...(reader === null ? measuresOf(reviewed) : {}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Of what a seat knows no measure can be told: it would look like the truth. */
function measuresOf(reviewed: Reviewed): object {
  const { measures, holders } = finishedRun(reviewed);
  return { measures, holders: finalHolders(holders) };
}

import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { turnHeading } from "../dates.ts";
import { nameOf } from "../names.ts";
import { menRows, scoreRows } from "../summary-rows.ts";
import { criticalEvents } from "./critical-events.ts";
import { finishedRun } from "./finished-run.ts";
import { outcomeText } from "./outcome.ts";
import type { Reviewed } from "./reviewed.ts";
import { spanText } from "./span.ts";
import { seatSummary } from "./summary-seat.ts";

/** What was played, by whom, what changed hands and who left, and what it came to: one page. */
export function summarySection(reviewed: Reviewed): Section {
  const blocks = reviewed.reader === null ? whiteBlocks(reviewed) : seatSummary(reviewed);
  return { id: "summary", title: "In short", blocks };
}

function whiteBlocks(reviewed: Reviewed): readonly Block[] {
  const names = reviewed.scenario.setup;
  const run = finishedRun(reviewed);
  const tables = [
    tableOf("How it went", courseRows(reviewed)),
    tableOf("Scores", scoreRows(names, run), true),
    tableOf("Men lost by side", menRows(names, run), true),
    tableOf("Who sat where", playerRows(reviewed)),
  ];
  const outcome = outcomeText(reviewed, run);
  return [
    ...(outcome === "" ? [] : [{ kind: "text", text: outcome } as const]),
    { kind: "text", text: spanText(reviewed) },
    ...tables.filter(({ rows }) => rows.length > 0),
  ];
}

/** Half-days in which a place that is worth points changed hands, or a contingent left. */
function courseRows(reviewed: Reviewed): string[][] {
  const { clock } = reviewed.scenario.setup;
  const turning = criticalEvents(reviewed).filter(({ taken, contingent }) => taken || contingent);
  const rows = reviewed.turns.flatMap(({ turn }) => {
    const titles = turning.filter((event) => event.turn.turn === turn).map(({ told }) => told);
    return titles.length === 0 ? [] : [[turnHeading(clock, turn), `${titles.join("; ")}.`]];
  });
  return [["turn", "what turned"], ...rows];
}

function playerRows({ scenario, header }: Reviewed): string[][] {
  const players = Object.entries(header?.players ?? {});
  const rows = players.map(([seat, player]) => [nameOf(scenario.setup, "seats", seat), player]);
  return [["seat", "played by"], ...rows];
}

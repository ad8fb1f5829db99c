import { drawMap } from "../../map/draw.ts";
import { pictureOfTruth } from "../../map/picture.ts";
import type { ScenarioCard } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { itemsOf } from "../../telling/items.ts";
import { beside, type Line, line, tone, toHeight, wrap } from "../../text/span.ts";
import { turnWords } from "../../text/words.ts";

type Story = ScreenOf<"story">;

/** The run on the left, the record on the right, the map above them. */
export function viewStory({ card }: State, screen: Story, width: number, height: number): Line[] {
  const mapRows = screen.showMap ? Math.floor((height - 1) * 0.58) : 0;
  const rows = height - 1 - mapRows;
  const half = Math.floor((width - 1) / 2);
  const run = toHeight(runRows(screen, half - 1).slice(screen.scroll), rows);
  const record = toHeight(recordRows(card, screen, width - half - 2).slice(screen.scroll), rows);
  return [headOf(screen), ...mapOf(screen, width, mapRows), ...beside(run, half, record, "│")];
}

function headOf({ view, turn, turns, title, live }: Story): Line {
  const when = turn === 0 ? "before the first turn" : turnWords(view.brief.clock, turn);
  const position = live ? `turn ${turn}` : `turn ${turn} of ${turns}`;
  return line(tone("title", title), tone("dim", ` · ${position} · `), tone("strong", when));
}

function mapOf({ view, truth, turn, sight }: Story, width: number, rows: number): Line[] {
  if (rows < 3) return [];
  const picture = pictureOfTruth(view.brief, truth, turn);
  return drawMap(picture, sight, { chosen: null, route: [] }, width, rows);
}

function runRows({ names, events }: Story, width: number): Line[] {
  const items = itemsOf(names, events, false);
  const told = items.flatMap(({ text, mark, tone: look }) =>
    wrap(text, width - 2).map((row, at) => line(at === 0 ? tone(look, `${mark} `) : "  ", row)),
  );
  return [
    line(tone("strong", "In this run")),
    ...(told.length > 0 ? told : [line("Nothing of note.")]),
  ];
}

function recordRows({ record }: ScenarioCard, { turn }: Story, width: number): Line[] {
  const entries = record.filter((entry) => entry.turn === turn);
  const rows = entries.flatMap(({ text, confidence, sources }) => [
    ...wrap(text, width, "  ").map((row) => line(row)),
    line(tone("dim", `  ${confidence} · ${sources.join(", ")}`)),
  ]);
  return [
    line(tone("strong", "What the sources say")),
    ...(rows.length > 0 ? rows : [line("Nothing for this turn.")]),
  ];
}

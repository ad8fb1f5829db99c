import type { Event, Id } from "../../../engine/player.ts";
import type { ComparedTurn, TurnSum } from "../../../journal/index.ts";
import { itemsOf } from "../../telling/items.ts";
import type { Past } from "../../past.ts";
import { beside, type Line, line, tone, wrap } from "../../text/span.ts";
import { turnWords } from "../../text/words.ts";

/** What one turn brought in each of two branches, and which places are held otherwise at its end. */
export function detailRows(past: Past, one: ComparedTurn, width: number): Line[] {
  const { turn, first, second } = one;
  const when = turn === 0 ? "The start" : `Turn ${turn}, ${turnWords(past.brief.clock, turn)}`;
  const half = Math.floor((width - 1) / 2);
  const sums = beside(
    sumRows(past, "A", first, one.firstOnly, half - 1),
    half,
    sumRows(past, "B", second, one.secondOnly, half - 1),
    "│",
  );
  return [line(tone("strong", when)), ...apartRows(past, one, width), line(), ...sums];
}

function sumRows(
  past: Past,
  letter: string,
  sum: TurnSum | null,
  only: readonly Event[],
  width: number,
): Line[] {
  const head = tone("key", ` ${letter} `);
  if (sum === null) return [line(head, tone("dim", "has not come so far"))];
  const items = itemsOf(past.names, only, false);
  const points = Object.entries(sum.points).filter(([, value]) => value !== 0);
  const scored = points.map(([seat, value]) => `${past.names.seats[seat]?.name ?? seat} ${value}`);
  return [
    line(head, tone("dim", items.length === 0 ? "nothing of note of its own" : "of its own:")),
    ...items.flatMap(({ mark, tone: look, text }) =>
      wrap(text, width - 3).map((row, at) =>
        line(" ", tone(look, at === 0 ? mark : " "), ` ${row}`),
      ),
    ),
    ...(scored.length === 0
      ? []
      : wrap(`Points so far: ${scored.join("; ")}`, width - 3).map((row) => line(`   ${row}`))),
  ];
}

function apartRows(past: Past, { apart, first, second }: ComparedTurn, width: number): Line[] {
  if (first === null || second === null) return [];
  if (apart.length === 0) return [line(tone("good", " The same side holds every place in both."))];
  return [
    line(tone("strong", ` Held otherwise at its end: ${apart.length}`)),
    ...apart.flatMap(({ place, first: one, second: other }) =>
      wrap(
        `${placeName(past, place)}: A ${sideName(past, one)}, B ${sideName(past, other)}`,
        width - 3,
        "  ",
      ).map((row) => line(tone("warn", " ≠ "), row)),
    ),
  ];
}

function placeName({ names }: Past, place: Id): string {
  return names.places[place]?.name ?? place;
}

function sideName({ names }: Past, side: Id | null): string {
  return side === null ? "nobody" : (names.sides[side]?.name ?? side);
}

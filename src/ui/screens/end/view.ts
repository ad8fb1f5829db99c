import type { State } from "../../state.ts";
import { type Line, line, tone } from "../../text/span.ts";

/** Scores, and where the game is kept. */
export function viewEnd({ game }: State): Line[] {
  const scores = Object.entries(game?.scores ?? {});
  const aims = Object.values(game?.names.objectives ?? {});
  const played = scores.filter(([seat]) => aims.some(({ seats }) => seats.includes(seat)));
  return [
    line(),
    line(tone("title", "The game is over.")),
    line(),
    line(tone("strong", "Scores")),
    ...played.map(([seat, score]) =>
      scoreLine(game?.names.seats[seat]?.name ?? seat, score, game?.people.includes(seat) ?? false),
    ),
    line(),
    line(
      "Press ",
      tone("key", "Enter"),
      " to look back at what truly happened, beside the record.",
    ),
    line(),
    ...(game?.file === null || game === null
      ? []
      : [
          line("Saved in ", tone("accent", game.file)),
          line(tone("dim", "tadmor replay and tadmor verify read the same file.")),
        ]),
  ];
}

function scoreLine(name: string, score: number, person: boolean): Line {
  return line(
    `  ${String(score).padStart(5)}  ${name}`,
    tone("dim", person ? "  (played here)" : ""),
  );
}

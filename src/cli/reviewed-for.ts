import type { Problem, Setup } from "../engine/index.ts";
import { type PlayedGame, type Reviewed, reviewForSeat, reviewForWhite } from "../reports/index.ts";
import { listSome } from "../scenarios/text.ts";
import { flagProblem } from "./flags.ts";

/** The game as the reader may know it: White without `--seat`, or by the name of White's seat. */
export function reviewedFor(game: PlayedGame, seat: string | undefined): Reviewed | Problem {
  const { seats } = game.scenario.setup;
  const role = seat !== undefined && Object.hasOwn(seats, seat) ? seats[seat]?.role : undefined;
  if (seat === undefined || role === "white") return reviewForWhite(game);
  return role === "command" ? reviewForSeat(game, seat) : unknownSeat(seats, seat);
}

function unknownSeat(seats: Setup["seats"], seat: string): Problem {
  const known = Object.keys(seats).filter((id) => seats[id]?.role !== "observer");
  const message = `--seat: found "${seat.slice(0, 60)}", expected a seat of the scenario`;
  return flagProblem("seat", "seat", message, `there are: ${listSome(known, 12)}`);
}

import type { Game, ScreenOf } from "../../state.ts";
import { type Line, line, tone } from "../../text/span.ts";
import { situationRows } from "./rows.ts";

/** The account from the chosen part on, scrolled. */
export function viewSituation(
  game: Game,
  { part, scroll }: ScreenOf<"situation">,
  width: number,
  height: number,
): Line[] {
  const { rows, starts } = situationRows(game, width);
  const wanted = (starts[part] ?? 0) + scroll;
  const first = Math.max(0, Math.min(wanted, rows.length - height));
  const shown = rows.slice(first, first + height);
  const rest = rows.length - first - height;
  if (rest > 0) shown[height - 1] = line(tone("dim", `↓ ${rest + 1} more rows`));
  return shown;
}

import { parseOrder } from "../../engine/player.ts";
import { refusalOf } from "../orders/draft.ts";
import { resolveNames } from "../orders/resolve.ts";
import { give } from "../screens/command/give.ts";
import { BROWSE } from "../screens/command/at.ts";
import type { State, Step } from "../state.ts";

/** What a typed order comes to: a step, or why not. */
export type OrderLine =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly why: string };

/** A typed order put on the sheet, by id or by name; null where no orders are given. */
export function orderLine(state: State, text: string): OrderLine | null {
  const { game, screen } = state;
  if (screen.kind !== "command" || game === null || game.view === null) return null;
  const resolved = resolveNames(game.view, text);
  if (!resolved.ok) return { ok: false, why: resolved.message };
  const read = parseOrder(resolved.text);
  if (!read.ok) return { ok: false, why: `${read.problem.message}; ${read.problem.hint}` };
  const refusal = refusalOf(game.view, game.draft, read.order);
  if (refusal !== null) return { ok: false, why: refusal.message };
  const at = { state, screen: { ...screen, mode: BROWSE }, game, view: game.view };
  return { ok: true, step: give(at, read.order) };
}

import type { BattleResolved, Id } from "../../engine/index.ts";
import type { Block } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { forcesOf } from "../names.ts";
import { grouped } from "../wording.ts";
import { battlesIn } from "./battles.ts";
import type { Reviewed } from "./reviewed.ts";

/** What a seat knows of others' losses: killed and wounded in the battles that its side fought; nothing for White. */
export function enemyLossBlocks({ scenario, reader, turns }: Reviewed): Block[] {
  if (reader === null) return [];
  const { setup } = scenario;
  const own = setup.seats[reader]?.side ?? null;
  const others = Object.keys(setup.sides).filter((side) => side !== own);
  const rows = turns.flatMap(({ turn, events }) =>
    others.flatMap((side) => rowOf(String(turn), battlesIn(events), side, forcesOf(setup, side))),
  );
  const all = turns.flatMap(({ events }) => battlesIn(events));
  const sums = others.flatMap((side) => rowOf("in all", all, side, forcesOf(setup, side)));
  if (rows.length === 0) return [];
  const head = ["turn", "whose", "killed", "wounded"];
  const caption = "Losses of others in the battles that this side fought";
  const { columns, ...table } = tableOf(caption, [head, ...rows, ...sums], true);
  const numbered = columns.map((column, at) => ({ ...column, isNumber: at > 1 }));
  return [{ ...table, columns: numbered }];
}

function rowOf(turn: string, battles: readonly BattleResolved[], side: Id, who: string) {
  const lost = battles.flatMap(({ attacker, defender, attackerLosses, defenderLosses }) => [
    ...(attacker === side ? [attackerLosses] : []),
    ...(defender === side ? [defenderLosses] : []),
  ]);
  const men = lost.reduce((sum, one) => sum + one.men, 0);
  const killed = lost.reduce((sum, one) => sum + one.killed, 0);
  return men === 0 ? [] : [[turn, who, grouped(killed), grouped(men - killed)]];
}

import type { BattleResolved, Id } from "../../engine/index.ts";
import type { Block } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { forcesOf } from "../names.ts";
import { counted, grouped, sentence } from "../wording.ts";
import { battlesIn } from "./battles.ts";
import type { Reviewed } from "./reviewed.ts";

/** What a seat knows of others' losses: killed and wounded in the battles that its side fought; nothing for White. */
export function enemyLossBlocks({ scenario, reader, turns }: Reviewed): Block[] {
  if (reader === null) return [];
  const { setup } = scenario;
  const own = setup.seats[reader]?.side ?? null;
  const others = Object.keys(setup.sides).filter((side) => side !== own);
  const all = turns.flatMap(({ events }) => battlesIn(events));
  return others.flatMap((side) => {
    const [killed, wounded] = lostIn(all, side);
    const who = forcesOf(setup, side);
    if (killed + wounded === 0) return [];
    const rows = turns.flatMap(({ turn, events }) => rowOf(turn, lostIn(battlesIn(events), side)));
    const caption = `${sentence(who)}: lost in the battles that this side fought`;
    return [
      {
        kind: "text",
        text: `In the battles that this side fought ${who} lost ${counted(killed, "man", "men")} killed and ${grouped(wounded)} wounded. What else they lost it does not know.`,
      },
      {
        kind: "fold",
        summary: `${sentence(who)}: losses known, turn by turn`,
        blocks: [tableOf(caption, [["turn", "killed", "wounded"], ...rows], true)],
      },
    ];
  });
}

function rowOf(turn: number, [killed, wounded]: readonly [number, number]): string[][] {
  return killed + wounded === 0 ? [] : [[String(turn), grouped(killed), grouped(wounded)]];
}

/** Killed and wounded of a side in some battles. */
function lostIn(battles: readonly BattleResolved[], side: Id): readonly [number, number] {
  const lost = battles.flatMap(({ attacker, defender, attackerLosses, defenderLosses }) => [
    ...(attacker === side ? [attackerLosses] : []),
    ...(defender === side ? [defenderLosses] : []),
  ]);
  const men = lost.reduce((sum, one) => sum + one.men, 0);
  const killed = lost.reduce((sum, one) => sum + one.killed, 0);
  return [killed, men - killed];
}

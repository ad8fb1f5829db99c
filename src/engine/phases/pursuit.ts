import type { BattleResolved } from "../events/types.ts";
import type { Posture } from "../world/parameters.ts";
import type { Id } from "../world/setup.ts";
import { logged, type Turn } from "./turn.ts";

/** 4.10: whether one of an assault's attackers came on the heels of a beaten enemy. */
export function isPursued(turn: Turn, battle: BattleResolved): boolean {
  const pursuing = logged(turn, "deployed").filter(({ verb }) => verb === "pursue");
  if (pursuing.length === 0) return false;
  return battle.attackers.some((one) =>
    pursuing.some(({ formation }) => formation === one.formation),
  );
}

const GIVING_WAY: readonly Posture[] = ["delay", "withdrawal"];

/** 4.10: pursuers whom the battle did not tire, since the enemy was giving way. */
export function untiredPursuers(turn: Turn): ReadonlySet<Id> {
  const pursuing = logged(turn, "deployed").filter(
    ({ verb, meeting }) => verb === "pursue" && !meeting,
  );
  if (pursuing.length === 0) return new Set();
  const easy = logged(turn, "battle-resolved").filter(({ posture }) =>
    GIVING_WAY.includes(posture),
  );
  const places = new Set(easy.map(({ place }) => place));
  return new Set(
    pursuing.filter(({ against }) => places.has(against)).map(({ formation }) => formation),
  );
}

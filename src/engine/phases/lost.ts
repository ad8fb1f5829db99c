import { idsOf } from "../world/ids.ts";
import { surrenderOf } from "./rout.ts";
import { type Phase, stateOf, type Turn } from "./turn.ts";

/** 8.6: a formation without a man left is lost, with all its kit. */
export const lost: Phase = (turn) => {
  const gone = idsOf(turn.setup.formations).filter((id) => isGone(turn, id));
  return gone.map((id) => surrenderOf(turn, id, stateOf(turn, id).place as string));
};

function isGone(turn: Turn, id: string): boolean {
  const { status, men, place } = stateOf(turn, id);
  return men === 0 && place !== null && (status === "active" || status === "broken");
}

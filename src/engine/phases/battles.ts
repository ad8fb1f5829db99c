import type { Event } from "../events/types.ts";
import { resolveBattle } from "./battle.ts";
import { type Engagement, engagementsOf } from "./engagement.ts";
import type { Phase, Turn } from "./turn.ts";

/** 5: all battles from one snapshot, committed together; fronts nobody attacks fall back. */
export const battles: Phase = (turn) => {
  const engagements = engagementsOf(turn);
  const fought = engagements.map((engagement) => resolveBattle(turn, engagement));
  const assaulted = new Set(fought.filter((one) => one.link === null).map((one) => one.place));
  return [
    ...fought,
    ...engagements.flatMap(rotatedIn),
    ...slackened(turn, (place) => assaulted.has(place)),
  ];
};

/** 3.6: who was out of the line while others fought. */
function rotatedIn({ place, relieved }: Engagement): Event[] {
  return relieved.map((formation) => ({ kind: "rotated", formation, place }));
}

/** 5.10: without an assault the marker falls back. */
function slackened(turn: Turn, isAssaulted: (place: string) => boolean): Event[] {
  const back = turn.setup.parameters.ground.recoveryKmPerHour * turn.hours;
  return turn.places.flatMap(({ id: place, state }): Event[] => {
    const { advanceKm } = state;
    if (advanceKm === 0 || isAssaulted(place)) return [];
    return [{ kind: "front-moved", place, advanceKm: Math.max(0, advanceKm - back) }];
  });
}

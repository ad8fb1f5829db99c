import type { Event } from "../../../engine/player.ts";
import { isHeadline } from "../../telling/items.ts";
import { scenesOf } from "../../telling/scenes.ts";

/** One step of a playback: an event, and of a battle how much of it is told. */
export interface Beat {
  /** Index of the event. */
  readonly event: number;
  /** Of a battle 0 who fights, 1 at what odds, 2 with what result; else 2. */
  readonly stage: 0 | 1 | 2;
}

const STAGES = [0, 1, 2] as const;

/** The steps in which a turn is played back: nothing that the report does not tell first. */
export function beatsOf(events: readonly Event[]): readonly Beat[] {
  const shown = scenesOf(events, isHeadline).flatMap(({ head, parts }) => [head, ...parts]);
  return shown.flatMap((event) => {
    if (events[event]?.kind !== "battle-resolved") return [{ event, stage: 2 as const }];
    return STAGES.map((stage) => ({ event, stage }));
  });
}

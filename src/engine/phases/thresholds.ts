import type { Effect } from "../events/inject.ts";
import type { Event, ThresholdPassed } from "../events/types.ts";
import { entriesOf } from "../world/ids.ts";
import type { Id, Threshold, Track } from "../world/setup.ts";
import { effectEvents, trackEffects } from "./effects.ts";
import { moveTrack } from "./tracks.ts";
import type { Phase, Turn } from "./turn.ts";

/**
 * 12.3: a track that has reached a threshold for the first time has its effects at once. A track
 * that is moved by them may reach another in the turn after.
 */
export const thresholds: Phase = (turn) => {
  const reached = entriesOf(turn.setup.tracks).flatMap(({ id, value }) =>
    reachedOf(turn, id, value),
  );
  if (reached.length === 0) return [];
  const effects = reached.flatMap(({ threshold }) => threshold.effects);
  const changes = effectEvents(turn, effects, "threshold", turn.number + 1);
  return [...reached.map(({ event }) => event), ...changes, ...moves(turn, reached)];
};

interface Reached {
  readonly event: ThresholdPassed;
  readonly threshold: Threshold;
}

function reachedOf(turn: Turn, track: Id, { thresholds: all }: Track): Reached[] {
  const value = turn.world.tracks[track] as number;
  return entriesOf(all).flatMap(({ id, value: threshold }) => {
    if (turn.world.thresholds[track]?.[id] !== 0 || !isReached(threshold, value)) return [];
    const { title } = threshold;
    return [{ event: { kind: "threshold-passed", track, threshold: id, title }, threshold }];
  });
}

/** Whether a track at this value has reached a threshold. */
function isReached({ atLeast, atMost }: Threshold, value: number): boolean {
  return (atLeast !== null && value >= atLeast) || (atMost !== null && value <= atMost);
}

/** The tracks are settled already: what thresholds do to them comes on top. */
function moves(turn: Turn, reached: readonly Reached[]): Event[] {
  return entriesOf(turn.setup.tracks).flatMap(({ id, value: track }) => {
    const causes = reached.flatMap(({ event, threshold }) =>
      causesOf(threshold.effects, id, event),
    );
    return moveTrack(turn, id, track, causes);
  });
}

function causesOf(effects: readonly Effect[], track: Id, { threshold }: ThresholdPassed) {
  return trackEffects(effects, track, `threshold ${threshold}`);
}

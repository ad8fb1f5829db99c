import type { Problem } from "../../engine/index.ts";
import type { JsonObject } from "../json.ts";
import { problemAt, recordsOf } from "../loose.ts";

/** Thresholds of tracks without one bound, reached before the first turn, or out of reach. */
export function checkThresholds(data: JsonObject): Problem[] {
  return recordsOf(data, "tracks").flatMap(([track, entry]) =>
    recordsOf(entry, "thresholds").flatMap(([id, threshold]) =>
      thresholdProblems(entry, threshold, ["tracks", track, "thresholds", id]),
    ),
  );
}

function thresholdProblems(track: JsonObject, threshold: JsonObject, path: string[]): Problem[] {
  const { atLeast, atMost } = threshold;
  const bounds = [atLeast, atMost].filter((bound) => bound !== undefined);
  if (bounds.length !== 1) {
    const found = bounds.length === 0 ? "neither" : "both";
    const message = `found ${found} of "atLeast" and "atMost", expected one of them`;
    return [problemAt(path, "threshold.bound", message, "say from which side it is reached")];
  }
  const { initial, minimum, maximum } = track;
  const [bound] = bounds;
  if (![initial, minimum, maximum, bound].every((number) => typeof number === "number")) return [];
  const at = bound as number;
  const isRising = atLeast !== undefined;
  const isMet = isRising ? (initial as number) >= at : (initial as number) <= at;
  if (isMet) return [startProblem(path, at, initial as number)];
  if (isRising ? at <= (maximum as number) : at >= (minimum as number)) return [];
  const message = `found a threshold at ${at}, expected one that the track can reach`;
  return [problemAt(path, "threshold.out-of-reach", message, "mend it, or the track's bounds")];
}

function startProblem(path: string[], at: number, initial: number): Problem {
  const message = `found a threshold at ${at} of a track that starts at ${initial}, expected one that is not reached yet`;
  return problemAt(
    path,
    "threshold.reached",
    message,
    "a threshold has its effects once, on the way",
  );
}

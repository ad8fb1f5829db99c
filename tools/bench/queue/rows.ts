// What the coordinator and the workers of the measurement share.
import type { QueueAddress } from "../../../src/edge/queue/address.ts";
import { readAddress } from "../../../src/edge/queue/address.ts";
import type { Rows } from "../../../src/lab/replicate.ts";

/** The address of a Redis on loopback. */
export function addressOf(port: number): QueueAddress {
  const read = readAddress({ queue: `redis://127.0.0.1:${port}` });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Rows as a game might give them: two thirds whole numbers, a few fractions, some that did not come. */
export function rowsLike(names: readonly string[], from: number, to: number): Rows {
  const values = new Float64Array((to - from + 1) * names.length);
  let state = from;
  for (let at = 0; at < values.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const whole = state % 200;
    const kind = (at % names.length) % 6;
    values[at] = kind === 5 ? Number.NaN : kind === 4 ? state / 2 ** 24 : whole;
  }
  return { names, values };
}

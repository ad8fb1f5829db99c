/** Equal neighbours of a monotone fit: the middle of what they stand over, and their value. */
interface Block {
  readonly at: number;
  readonly weight: number;
  readonly sum: number;
}

/** One place of a monotone fit. */
export interface Fitted {
  readonly at: number;
  readonly value: number;
}

/**
 * The rising fit of least squares to weighted values at rising places, by pooling neighbours that
 * fall (pool adjacent violators: Ayer and others 1955); each pool stands over its weighted middle.
 */
export function risingFit(
  places: readonly number[],
  values: readonly number[],
  weights: readonly number[],
): Fitted[] {
  const blocks: Block[] = [];
  for (const [index, at] of places.entries()) {
    const weight = weights[index] as number;
    if (weight === 0) continue;
    let block: Block = { at, weight, sum: weight * (values[index] as number) };
    let last = blocks.at(-1);
    while (last !== undefined && mean(last) >= mean(block)) {
      blocks.pop();
      block = pooled(last, block);
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks.map((block) => ({ at: block.at, value: mean(block) }));
}

function mean({ sum, weight }: Block): number {
  return sum / weight;
}

function pooled(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return { at: (a.at * a.weight + b.at * b.weight) / weight, weight, sum: a.sum + b.sum };
}

/**
 * Where a rising fit reaches a height, straight between its places; before the first place minus
 * infinity, beyond the last one infinity.
 */
export function crossing(fit: readonly Fitted[], height: number): number {
  const at = fit.findIndex(({ value }) => value >= height);
  const [before, after] = [fit[at - 1], fit[at]];
  if (after === undefined) return Infinity;
  if (before === undefined) return after.value === height ? after.at : -Infinity;
  const share = (height - before.value) / (after.value - before.value);
  return before.at + share * (after.at - before.at);
}

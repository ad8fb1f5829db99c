/**
 * A whole total in parts that keep their shares, the sum exact: each gets the whole part of its
 * quota, and what is left goes to the largest remainders (Hamilton's method), the earlier first.
 */
export function apportioned(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const quotas = shares.map((share) => (total * share) / sum);
  const parts = quotas.map(Math.floor);
  const remainders = quotas.map((quota, at) => ({ at, rest: quota - (parts[at] as number) }));
  remainders.sort((a, b) => b.rest - a.rest || a.at - b.at);
  const left = total - parts.reduce((all, part) => all + part, 0);
  for (const { at } of remainders.slice(0, left)) parts[at] = (parts[at] as number) + 1;
  return parts;
}

/**
 * Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
 * (2011): ten rounds over a counter of four words under a key of two. No state, no sequence.
 */
const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** High word of the 64-bit product of two unsigned 32-bit words, by 16-bit halves. */
function highWord(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  // Both sums are below 2^32: whole-number steps only, which is what makes it fast.
  const middle = (Math.imul(aHigh, bLow) >>> 0) + (Math.imul(aLow, bLow) >>> 16);
  const carry = (Math.imul(aLow, bHigh) >>> 0) + (middle & 0xffff);
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carry >>> 16)) >>> 0;
}

/** Four unsigned 32-bit words. */
export type Words4 = [number, number, number, number];

/** Four unsigned 32-bit words for a counter of four words and a key of two; writes into `out`. */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Words4,
): Words4 {
  let a = c0;
  let b = c1;
  let c = c2;
  let d = c3;
  let keyLow = k0;
  let keyHigh = k1;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highWord(MULTIPLIER_0, a);
    const low0 = Math.imul(MULTIPLIER_0, a);
    const high1 = highWord(MULTIPLIER_1, c);
    const low1 = Math.imul(MULTIPLIER_1, c);
    a = (high1 ^ b ^ keyLow) >>> 0;
    b = low1 >>> 0;
    c = (high0 ^ d ^ keyHigh) >>> 0;
    d = low0 >>> 0;
    keyLow = (keyLow + WEYL_0) >>> 0;
    keyHigh = (keyHigh + WEYL_1) >>> 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  return out;
}

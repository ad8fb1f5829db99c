// The published types cover only seedrandom's main file, which patches Math and is not used here.
declare module "seedrandom/lib/alea.js" {
  interface Alea {
    /** A number in [0, 1) with 32 random bits. */
    (): number;
    /** A number in [0, 1) with 53 random bits. */
    double(): number;
    /** A signed 32-bit integer. */
    int32(): number;
  }
  /** Baagøe's Alea generator, keyed by a text. */
  export default function alea(seed: string): Alea;
}

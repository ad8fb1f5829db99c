import { type Chance, drawKey } from "./chance.ts";

/** Dice that always show the middle: what is as likely to be exceeded as not. */
export const middleChance: Chance = {
  draw: (purpose, block, locus, subject) => ({
    key: drawKey(purpose, block, locus, subject),
    u: 0.5,
  }),
};

import { invariant } from "../world/invariant.ts";
import { type Chance, drawKey } from "./chance.ts";

/** Dice from a list, which must be used up. */
export interface ScriptedChance extends Chance {
  /** Throws when a scripted draw was never asked for. */
  done(): void;
}

/** Dice read from a list: asking for a key that is not there throws, and so does leaving one over. */
export function scriptedChance(draws: Readonly<Record<string, number>>): ScriptedChance {
  const asked = new Set<string>();
  return {
    draw(purpose, block, locus, subject) {
      const key = drawKey(purpose, block, locus, subject);
      const u = draws[key];
      invariant(u !== undefined, `the script has no draw ${key}`);
      asked.add(key);
      return { key, u };
    },
    done() {
      const unused = Object.keys(draws).filter((key) => !asked.has(key));
      invariant(unused.length === 0, `the script has draws nobody asked for: ${unused.join(", ")}`);
    },
  };
}

import {
  type Chance,
  checkWorld,
  SEQUENCE,
  type Setup,
  step,
  type Stepped,
  type TurnInput,
  type World,
} from "../../../src/engine/index.ts";
import { readingOf } from "../../../src/engine/phases/turn.ts";

/** What to do with the world before each phase reads it. */
type Watch = (setup: Setup, world: World, phase: string) => World;

/** Promises are checked before each phase, and after the last by whoever called. */
export const checked: Watch = (setup, world, phase) => {
  const broken = checkWorld(setup, world);
  if (broken.length > 0) throw new Error(`before "${phase}": ${broken.join("; ")}`);
  return world;
};

/** Each phase goes on from what the last one left, as text: nothing may hang on the identity of objects. */
export const fromItsText: Watch = (_, world) => JSON.parse(JSON.stringify(world)) as World;

/** A turn in which every phase reads the world through a watch. Not re-entrant: the sequence is the engine's own. */
export function watchedStep(
  setup: Setup,
  world: World,
  input: TurnInput,
  chance: Chance,
  watch: Watch,
): Stepped {
  // The engine's own `step` runs the phases, so each is watched where `step` reads it.
  const sequence = SEQUENCE as [string, (typeof SEQUENCE)[number][1]][];
  const phases = [...sequence];
  phases.forEach(([name, phase], at) => {
    sequence[at] = [
      name,
      (turn) => phase({ ...turn, ...readingOf(setup, watch(setup, turn.world, name)) }),
    ];
  });
  try {
    return step(setup, world, input, chance, "immer");
  } finally {
    phases.forEach((entry, at) => void (sequence[at] = entry));
  }
}

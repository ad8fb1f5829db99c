import type { Parameters, TroopClass } from "../world/parameters.ts";
import type { Id } from "../world/id.ts";

/** What is taken of troops of whom nothing is known but their number. */
export interface Troops {
  /** The class that is nearest to the average one. */
  readonly class: Id;
  readonly quality: number;
  readonly cohesion: number;
}

/** The mean quality and cohesion of all classes of the parameters. */
export function averageTroops({ classes }: Parameters): Troops {
  const rows = Object.entries(classes);
  const mean = (of: (one: TroopClass) => number) =>
    rows.reduce((sum, [, one]) => sum + of(one), 0) / rows.length;
  const quality = mean((one) => one.quality);
  const [nearest] = rows.toSorted(
    ([, a], [, b]) => Math.abs(a.quality - quality) - Math.abs(b.quality - quality),
  );
  return { class: nearest?.[0] ?? "", quality, cohesion: mean((one) => one.cohesion) };
}

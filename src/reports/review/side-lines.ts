import type { Id, Setup } from "../../engine/index.ts";
import type { CourseLine } from "../chart/course.ts";
import { holderName } from "../names.ts";
import { sentence } from "../wording.ts";

// The page's own colours, dark or light with it; what stands after the comma is for a drawing that was taken out of it.
const COLOURS = {
  friend: "var(--friend, #0b4f8a)",
  hostile: "var(--hostile, #a8201a)",
  neutral: "var(--neutral, #2c6b2f)",
} as const;

/** A line for each of some sides, in its colour and with its letter; of two of one affiliation the second is in ink. */
export function sideLines(
  setup: Setup,
  sides: readonly Id[],
  valuesOf: (side: Id) => CourseLine["values"],
): CourseLine[] {
  const taken = new Set<string>();
  return sides.map((side) => {
    const { letter = "", affiliation = "neutral" } = setup.sides[side] ?? {};
    const colour = taken.has(affiliation) ? undefined : COLOURS[affiliation];
    taken.add(affiliation);
    return { name: sentence(holderName(setup, side)), letter, colour, values: valuesOf(side) };
  });
}

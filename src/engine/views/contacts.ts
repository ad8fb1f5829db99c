import { toTen } from "../chance/arithmetic.ts";
import type { Contact } from "../world/world.ts";
import type { View } from "./types.ts";

/** Least and most men a report may stand for: the band widens with each turn of its age (2.7). */
export function strengthBand(view: View, contact: Contact): readonly [number, number] {
  const { band, agePerTurn } = view.brief.parameters.reports;
  const age = Math.max(0, view.turn - contact.turn);
  const width = band + agePerTurn * age;
  return [toTen(contact.men / (1 + width)), toTen(contact.men * (1 + width))];
}

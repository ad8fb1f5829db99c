import type { EventOf } from "../engine/index.ts";
import { nameOf, type Names } from "./names.ts";
import { counted, grouped, kitText, listed } from "./wording.ts";

/** Captured kit that now serves its taker, and the ammunition found with it. */
export function tellKit(names: Names, event: EventOf<"kit-taken">): string {
  const { place, formation, kit } = event;
  const pieces = kitText(names, kit);
  const where = nameOf(names, "places", place);
  const name = nameOf(names, "formations", formation);
  if (pieces === "") return `${name} found nothing of use in what was left at ${where}.`;
  return `${name} put ${pieces} left at ${where} into service.`;
}

/** Works blown up. */
export function tellDemolished(names: Names, event: EventOf<"demolished">): string {
  const { place, formation } = event;
  const name = nameOf(names, "formations", formation);
  return `${name} blew up the works of ${nameOf(names, "places", place)}.`;
}

/** People brought out of a place. */
export function tellEvacuated(names: Names, event: EventOf<"civilians-left">): string {
  const { place, people, formations } = event;
  const who = listed(formations.map((id) => nameOf(names, "formations", id)));
  const brought = counted(people, "civilian");
  return `${who} brought ${brought} out of ${nameOf(names, "places", place)}.`;
}

/** A garrison that lived on its depot. */
export function tellDrawn(names: Names, { place, manDays }: EventOf<"depot-drawn">): string {
  const drawn = `${grouped(manDays)} man-days of supply`;
  return `The garrison of ${nameOf(names, "places", place)} drew ${drawn} from its depot.`;
}

import { type HandInject, isListed, type Ruling } from "../engine/index.ts";
import { linkName, nameOf, type Names } from "./names.ts";
import { listed, rounded } from "./wording.ts";

/** What White overruled, with the reason. */
export function tellRuling(names: Names, ruling: Ruling): string {
  return `Ruling: ${ruledText(names, ruling)}. ${ruling.reason}`;
}

function ruledText(names: Names, ruling: Ruling): string {
  switch (ruling.kind) {
    case "draw":
      return `the draw ${ruling.key} shall be ${ruling.u}`;
    case "battle":
      return `the battle at ${locusName(names, ruling.locus)} shall come to R* = ${rounded(ruling.outcome)}`;
    case "break":
      return `${nameOf(names, "formations", ruling.formation)} ${ruling.breaks ? "breaks" : "does not break"}`;
    case "patron":
      return `${nameOf(names, "contingents", ruling.contingent)} ${ruling.leaves ? "leaves" : "stays"}`;
  }
}

function locusName(names: Names, locus: string): string {
  return locus in names.links ? linkName(names, locus) : nameOf(names, "places", locus);
}

/** What White put in by hand, and who was told. */
export function tellHandInject(names: Names, inject: HandInject): string {
  const what = isListed(inject) ? inject.inject : `${inject.title}: ${inject.text}`;
  if (inject.audience === undefined) return `Inject by hand: ${what}.`;
  const seats = inject.audience.map((seat) => nameOf(names, "seats", seat));
  return `Inject by hand, to ${listed(seats)}: ${what}`;
}

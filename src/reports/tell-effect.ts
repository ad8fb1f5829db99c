import type { Effect } from "../engine/index.ts";
import { forcesOf, nameOf, type Names, titleOf } from "./names.ts";
import { counted, listed, rounded, signed } from "./wording.ts";

/** What an inject or a threshold does besides being told, in a few words. */
export function effectWords(names: Names, effect: Effect): string {
  switch (effect.kind) {
    case "track":
      return `${titleOf(names, "tracks", effect.track)} ${signed(effect.points)}`;
    case "release-pool":
      return `${titleOf(names, "pools", effect.pool)} called`;
    case "cohesion": {
      const who =
        "formation" in effect
          ? nameOf(names, "formations", effect.formation)
          : nameOf(names, "contingents", effect.contingent);
      return `cohesion of ${who} ${signed(effect.points)}`;
    }
    case "recall":
      return `${listed(effect.formations.map((id) => nameOf(names, "formations", id)))} called away`;
    case "tolerance":
      return `tolerance of ${nameOf(names, "contingents", effect.contingent)} ${signed(effect.points)} on the logit scale`;
    case "sorties":
      return `sorties of ${nameOf(names, "wings", effect.wing)} times ${rounded(effect.factor)}`;
    case "command":
      return `a new commander for ${nameOf(names, "contingents", effect.contingent)}`;
    case "supply":
      return `${forcesOf(names, effect.side)} ${effect.days < 0 ? "lose" : "get"} ${counted(Math.abs(effect.days), "day")} of supply`;
  }
}

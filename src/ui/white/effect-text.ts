import type { Effect } from "../../engine/index.ts";

/** How effects are typed, for whoever must type one. */
export const EFFECT_FORMS = [
  "track TRACK -5",
  "cohesion FORMATION -10",
  "cohesion-of CONTINGENT -5",
  "supply SIDE 2",
  "sorties WING 0.5",
  "tolerance CONTINGENT 0.3",
  "command CONTINGENT",
  "release POOL",
  "recall FORMATION",
] as const;

/** What was typed as effects, parted by semicolons; or which part of it is none. */
export function parseEffects(
  typed: string,
):
  | { readonly ok: true; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly part: string } {
  const effects: Effect[] = [];
  for (const part of typed.split(";").map((one) => one.trim())) {
    if (part === "") continue;
    const effect = parseEffect(part);
    if (effect === null) return { ok: false, part };
    effects.push(effect);
  }
  return { ok: true, effects };
}

function parseEffect(part: string): Effect | null {
  const [word = "", id = "", amount = ""] = part.split(/\s+/);
  if (id === "") return null;
  const given = Number(amount);
  const isNumber = amount !== "" && Number.isFinite(given);
  if (word === "command") return { kind: "command", contingent: id };
  if (word === "release") return { kind: "release-pool", pool: id };
  if (word === "recall") return { kind: "recall", formations: [id] };
  return isNumber ? numbered(word, id, given) : null;
}

function numbered(word: string, id: string, given: number): Effect | null {
  switch (word) {
    case "track":
      return { kind: "track", track: id, points: given };
    case "cohesion":
      return { kind: "cohesion", formation: id, points: given };
    case "cohesion-of":
      return { kind: "cohesion", contingent: id, points: given };
    case "supply":
      return { kind: "supply", side: id, days: given };
    case "sorties":
      return { kind: "sorties", wing: id, factor: given };
    case "tolerance":
      return { kind: "tolerance", contingent: id, points: given };
    default:
      return null;
  }
}

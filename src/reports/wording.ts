import type { Id, Kit } from "../engine/index.ts";
import { type Names } from "./names.ts";

/** A list as a person says it: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** A count with its noun: "1 man", "12 men". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A whole number with a comma at the thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number at most `places` behind the point, without idle zeros. */
export function rounded(value: number, places = 2): string {
  const text = String(Number(value.toFixed(places)));
  return text === "-0" ? "0" : text;
}

/** A number for a table: always `places` behind the point. */
export function fixed(value: number, places = 3): string {
  return value.toFixed(places);
}

/** Points with their sign. */
export function signed(points: number): string {
  return `${points > 0 ? "+" : ""}${rounded(points)}`;
}

/** Pieces of kit: "2 tanks and 1 gun"; empty when there are none. */
export function kitText(names: Names, kit: Kit): string {
  const pieces = Object.entries(kit).filter(([, count]) => count > 0);
  return listed(pieces.map(([kind, count]) => counted(count, kindName(names, kind))));
}

/** Acronyms keep their capitals. */
function kindName(names: Names, kind: Id): string {
  const name = names.parameters.kit[kind]?.name ?? kind;
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** Kit of several formations taken together. */
export function sumKit(kits: readonly Kit[]): Kit {
  const sum: Record<Id, number> = {};
  for (const kit of kits) {
    for (const [kind, count] of Object.entries(kit)) sum[kind] = (sum[kind] ?? 0) + count;
  }
  return sum;
}

/** The first letter made large, to begin a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

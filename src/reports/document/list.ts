import type { Block } from "./block.ts";

/** A list under its heading; nothing at all where the list is empty. */
export function headedList(heading: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: heading },
    { kind: "list", items },
  ];
}

import { escaped } from "./escape.ts";

/** A list as HTML; nothing where it is empty. */
export function listHtml(items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
}

import type { TableBlock } from "./block.ts";

/** A table from rows of which the first is its head. */
export function tableOf(
  caption: string,
  [head = [], ...rows]: readonly (readonly string[])[],
  areNumbers = false,
): TableBlock {
  const columns = head.map((title, at) => ({ title, isNumber: areNumbers && at > 0 }));
  return { kind: "table", caption, columns, rows };
}

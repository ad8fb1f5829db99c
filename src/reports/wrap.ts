/** How a paragraph is set: columns in all, and what stands before its first and its other lines. */
export interface Setting {
  readonly width: number;
  readonly first?: string;
  readonly rest?: string;
}

const NARROWEST = 20;

/** Breaks a text at its blanks into lines of at most `width` columns; its own newlines are kept. */
export function wrap(text: string, { width, first = "", rest = first }: Setting): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = lines.length === 0 ? first : rest;
    let isEmpty = true;
    for (const word of paragraph.split(/ +/)) {
      const room = Math.max(width, rest.length + NARROWEST);
      if (!isEmpty && line.length + 1 + word.length > room) {
        lines.push(line);
        [line, isEmpty] = [rest, true];
      }
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** A text table: columns parted by two blanks, numbers (marked `r`) set to the right. */
export function table(rows: readonly (readonly string[])[], align: string): string[] {
  const widths = [...align].map((_, at) =>
    Math.max(0, ...rows.map((row) => (row[at] ?? "").length)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return align[at] === "r" ? cell.padStart(width) : cell.padEnd(width);
    });
    return cells.join("  ").trimEnd();
  });
}

/** Two blocks of lines side by side, so many blanks apart; null where there is no room. */
export function besides(
  left: readonly string[],
  right: readonly string[],
  gap: number,
  width: number,
): string[] | null {
  const widest = (lines: readonly string[]) => Math.max(0, ...lines.map((line) => line.length));
  const column = widest(left) + gap;
  if (column + widest(right) > width) return null;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    `${(left[at] ?? "").padEnd(column)}${right[at] ?? ""}`.trimEnd(),
  );
}
